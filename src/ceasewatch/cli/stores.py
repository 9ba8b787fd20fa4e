"""Opening the store that a command looks into."""

from pathlib import Path

from ceasewatch.errors import StoreUnusable
from ceasewatch.store.open import open_store
from ceasewatch.store.store import Store


def open_existing(path: Path) -> Store:
    """Open a store to look into it; looking makes no new one.

    Raises:
        StoreUnusable: there is none at the path, or it cannot be opened.
    """
    if not path.exists():
        raise StoreUnusable(f"there is no store at {path}; `ceasewatch read` makes one (or name another with --store)")
    return open_store(path)
