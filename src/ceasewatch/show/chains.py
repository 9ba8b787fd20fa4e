"""The chain of who says it, in words: the publisher, whom it quotes, and whom they have it from."""

from dataclasses import dataclass

from ceasewatch.model.claim import Chain, Claim, Speaker, SpeakerRole

_UNNAMED = {
    SpeakerRole.PUBLISHER: "a publisher that is not named",
    SpeakerRole.BYLINE: "an author who is not named",
    SpeakerRole.SPEAKER: "a speaker who is not named",
    SpeakerRole.SOURCE: "a source that is not named",
}
_LEADS = {SpeakerRole.BYLINE: "by ", SpeakerRole.SPEAKER: "quoting ", SpeakerRole.SOURCE: "citing "}
_OWN_VOICE = "in its own voice"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainPart:
    """One link of a chain in words: what leads up to the name, and the name, so that a page can set each in its own direction."""

    lead: str
    name: str


def describe_chain(chain: Chain) -> str:
    """Say who says it, nearest first: "The Herald, by A. Writer, quoting the ministry, citing local residents"."""
    return "".join(part.lead + part.name for part in split_chain(chain))


def split_chain(chain: Chain) -> tuple[ChainPart, ...]:
    """Say who says it, link by link; a report's own voice is said to be that."""
    first, *others = chain
    parts = [ChainPart(lead="", name=_name(first)), *(ChainPart(lead=", " + _LEADS.get(one.role, ""), name=_name(one)) for one in others)]
    is_own_voice = all(link.role in (SpeakerRole.PUBLISHER, SpeakerRole.BYLINE) for link in chain)
    return (*parts, ChainPart(lead=", " + _OWN_VOICE, name="")) if is_own_voice else tuple(parts)


def name_speaker(claim: Claim) -> str:
    """Name who is answerable for a claim, as the report names them."""
    return _name(claim.speaker)


def fold(words: str) -> str:
    """Return words without their case and a leading "the", to sort by and to compare: "The Army" is "the army" is "army"."""
    return " ".join(words.casefold().removeprefix("the ").split())


def _name(link: Speaker) -> str:
    return link.name or _UNNAMED[link.role]
