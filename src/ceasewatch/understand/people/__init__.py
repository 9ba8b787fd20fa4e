"""How many people were killed, wounded, captured, missing or displaced, whose they were, and who is named."""
