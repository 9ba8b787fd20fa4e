"""The chain of who says it, in words: the publisher, whom it quotes, and whom they have it from."""

from ceasewatch.model.claim import Chain, Claim, Speaker, SpeakerRole

_UNNAMED = {
    SpeakerRole.PUBLISHER: "a publisher that is not named",
    SpeakerRole.BYLINE: "an author who is not named",
    SpeakerRole.SPEAKER: "a speaker who is not named",
    SpeakerRole.SOURCE: "a source that is not named",
}
_LEADS = {SpeakerRole.BYLINE: "by ", SpeakerRole.SPEAKER: "quoting ", SpeakerRole.SOURCE: "citing "}


def describe_chain(chain: Chain) -> str:
    """Say who says it, nearest first: "The Herald, by A. Writer, quoting the ministry, citing local residents"."""
    parts = [_describe_link(link, is_first=place == 0) for place, link in enumerate(chain)]
    is_own_voice = all(link.role in (SpeakerRole.PUBLISHER, SpeakerRole.BYLINE) for link in chain)
    return ", ".join([*parts, "in its own voice"] if is_own_voice else parts)


def name_speaker(claim: Claim) -> str:
    """Name who is answerable for a claim, as the report names them."""
    return _name(claim.speaker)


def fold(words: str) -> str:
    """Return words without their case and a leading "the", to sort by and to compare: "The Army" is "the army" is "army"."""
    return " ".join(words.casefold().removeprefix("the ").split())


def _describe_link(link: Speaker, *, is_first: bool) -> str:
    return _name(link) if is_first else _LEADS.get(link.role, "") + _name(link)


def _name(link: Speaker) -> str:
    return link.name or _UNNAMED[link.role]
