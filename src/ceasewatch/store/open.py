"""Opening a store: the built-in kinds, by name."""

from collections.abc import Callable
from pathlib import Path

from ceasewatch.store.memory import MemoryStore
from ceasewatch.store.sqlite import SqliteStore
from ceasewatch.store.store import Store

STORES: dict[str, Callable[[Path], Store]] = {
    "memory": lambda _: MemoryStore(),
    "sqlite": SqliteStore,
}


def open_store(path: Path | None) -> Store:
    """Open the store at a path, made where there is none; without a path, one that lives as long as the process.

    Raises:
        StoreUnusable: the file cannot be opened or written, is damaged, is no store, or was written by another version.
    """
    return MemoryStore() if path is None else STORES["sqlite"](path)
