"""What people type into a search box, turned into what can be searched for: plain words, never an operator."""


def split_terms(query: str) -> tuple[str, ...]:
    """Return the words of a query that hold a letter or a digit; a text must have all of them to match."""
    words = query.replace("\0", " ").split()
    return tuple(word for word in words if any(character.isalnum() for character in word))


def quote_terms(query: str) -> str:
    """Write a query for SQLite's full-text index in which every word is a quoted phrase; empty where there is nothing to look for."""
    return " ".join('"' + term.replace('"', '""') + '"' for term in split_terms(query))
