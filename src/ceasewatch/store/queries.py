"""What people type into a search box, turned into what can be searched for: plain words, never an operator."""


def split_terms(query: str) -> tuple[str, ...]:
    """Return the words of a query; a text must hold all of them to match."""
    return tuple(query.replace("\0", " ").split())


def quote_terms(query: str) -> str:
    """Write a query for SQLite's full-text index in which every word is a quoted phrase; empty where there is nothing to look for.

    A word that is all punctuation becomes a phrase without words, which the index passes over.
    """
    return " ".join('"' + term.replace('"', '""') + '"' for term in split_terms(query))
