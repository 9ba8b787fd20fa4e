"""What kind of phrase names an actor: a known party, one side seen from the other, an organisation as named, or nobody in particular."""

from collections.abc import Sequence
from itertools import pairwise

from ceasewatch.model.record import Party
from ceasewatch.resolve.names import make_slug
from ceasewatch.resolve.party_tokens import Token, party_words


def cut_at_preposition(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Leave off where the actor is or goes: "soldiers in Zenda" are soldiers."""
    stop = next((number for number, token in enumerate(tokens) if number and token.has_role("cut")), len(tokens))
    return tuple(tokens[:stop])


def split_at_joints(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """Part "Ruritanian and Freedonian soldiers" into "Ruritanian soldiers" and "Freedonian soldiers"; a hyphen parts owners too."""
    parts: list[list[Token]] = [[]]
    for number, token in enumerate(tokens):
        between_owners = token.joined and token.owners and number > 0 and tokens[number - 1].owners
        if token.has_role("join") or between_owners:
            parts.append([])
        if not token.has_role("join"):
            parts[-1].append(token)
    filled = [tuple(part) for part in parts if part]
    shared = tuple(token for token in filled[-1] if not token.owners) if filled else ()
    return [(*part, *shared) if all(token.owners for token in part) and part is not filled[-1] else part for part in filled]


def read_relation(tokens: Sequence[Token]) -> str | None:
    """Return "opposing", "own" or "all" for a phrase that names sides by where the speaker stands, else ``None``."""
    words = [token for token in tokens if not token.has_role("stop") or token.has_role("own")]
    if not words or any(token.owners or token.is_name for token in words):
        return None
    first = words[0]
    if first.has_role("own"):
        return "own"
    if first.has_role("all") and any(token.has_role("parties") for token in words[1:]):
        return "all"
    if len(words) == 1 and first.has_role("alone"):
        return "all"
    if not first.has_role("opposing"):
        return None
    is_theirs = any(token.has_role("parties") or token.has_role("state") for token in words[1:2])
    return "opposing" if is_theirs or first.has_role("enemy") else None


def has_own_name(tokens: Sequence[Token]) -> bool:
    """Whether a phrase with an owner names a body by more than its owner and its kind: "the Free Ruritanian Army", "Ruritanian media"."""
    if any(token.has_role("titles") for token in tokens):
        return False
    return any(token.is_name or token.has_role("media") for token in tokens) or _has_compound(tokens)


def _has_compound(tokens: Sequence[Token]) -> bool:
    """Whether two owners stand side by side, which makes one people of them: "Ruritanian Islander"."""
    pairs = pairwise(tokens)
    return any(left.owners and right.owners and left.owners != right.owners and not right.joined for left, right in pairs)


def name_party(tokens: Sequence[Token]) -> Party | None:
    """Return an organisation or person as named; ``None`` for words that name nobody, such as "media reports"."""
    telling = [number for number, token in enumerate(tokens) if token.is_name or token.owners]
    if not any(tokens[number].is_name for number in telling) and not has_own_name(tokens):
        return None
    if not telling:
        return None
    kept = tokens[telling[0] :] if _keeps_its_kind(tokens, telling) else tokens[telling[0] : telling[-1] + 1]
    name = " ".join(token.text for token in kept)
    slug = make_slug(name)
    return Party(id=f"named/{slug}", name=name) if slug else None


def _keeps_its_kind(tokens: Sequence[Token], telling: Sequence[int]) -> bool:
    """Whether the words after the name belong to it: "Ruritanian media", "the Saudi-led coalition", "Human Rights Council"."""
    following = tokens[telling[-1] + 1 :]
    is_owned = all(tokens[number].owners or "-" in tokens[number].text for number in telling)
    return (
        bool(following)
        and (is_owned or any(token.text[:1].isupper() for token in following))
        and not party_words("titles") & {token.stem for token in following}
    )
