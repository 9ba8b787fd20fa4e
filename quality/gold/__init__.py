"""Our own gold: who claims what, annotated in real reports, standing off from their texts. ``README.md`` is its data sheet."""
