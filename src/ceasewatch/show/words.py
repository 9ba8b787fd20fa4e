"""Plain words for what a claim can say. What the text leaves open is said to be open; nothing is rounded or filled in."""

from ceasewatch.model.record import Place, Record
from ceasewatch.model.values import Category, Count, Standing, Thing, Value, When, Where, Who, Words
from ceasewatch.show.labels import describe_kind
from ceasewatch.show.times import describe_when

NOT_STATED = "some, number not stated"

_STANDING_WORDS = {Standing.CIVILIAN: "civilians as described", Standing.COMBATANT: "combatants as described"}
_METRES_IN_KM = 1000


def describe_value(value: Value) -> str:
    """Say what a claim says, in a few words."""
    match value:
        case When():
            return describe_when(value)
        case Where():
            return f"{value.relation} {value.name}" if value.relation else value.name
        case Count():
            return describe_count(value)
        case Who():
            return value.name
        case Thing():
            return describe_thing(value)
        case Category():
            return describe_kind(value.code)
        case Words():
            return quote(value.text)


def describe_details(value: Value) -> tuple[str, ...]:
    """Say what else the report tells of it: whose the people are, a rank, a road, a load; each as written."""
    match value:
        case Count():
            return _describe_people(value)
        case Who():
            return _describe_person(value)
        case Thing():
            return _describe_journey(value)
        case Category():
            is_told = value.words.casefold() not in ("", describe_kind(value.code).casefold())
            return (f"in the words {quote(value.words)}",) if is_told else ()
        case _:
            return ()


def describe_count(count: Count) -> str:
    """Say how many: "3", "at least 3", "up to 5", "3 to 5", "none", or that no number is stated."""
    low, high = count.low, count.high
    if high is None:
        return NOT_STATED if low is None else f"at least {low:,}"
    if low is None:
        return f"up to {high:,}"
    if low == high:
        return f"{low:,}" if low else "none"
    return f"{low:,} to {high:,}"


def describe_thing(thing: Thing) -> str:
    """Say what and how many: "350 mines", "trucks, some, number not stated"."""
    if thing.count is None:
        return thing.name
    if not thing.count.is_stated:
        return f"{thing.name}, {NOT_STATED}"
    words = "no" if thing.count.high == 0 else describe_count(thing.count)
    return f"{words} {thing.name}"


def describe_record(record: Record) -> str:
    """Name a record: every side's names of a place in their fixed order, or a party's name."""
    return record.label if isinstance(record, Place) else record.name


def describe_uncertainty(place: Place) -> str:
    """Say how well a place's position is known."""
    if place.latitude is None or place.longitude is None:
        return "its position is in no source that we have"
    if place.uncertainty_m is None:
        return "how exact its position is, is not known"
    if place.uncertainty_m < _METRES_IN_KM:
        return f"known to within about {place.uncertainty_m:.0f} m"
    return f"known to within about {place.uncertainty_m / _METRES_IN_KM:.0f} km"


def quote(words: str) -> str:
    """Set a report's own words in quotation marks, unless they bring their own."""
    return words if words[:1] in '“"«„' else f"“{words}”"


def _describe_people(count: Count) -> tuple[str, ...]:
    parts = (quote(count.whose) if count.whose else "", _STANDING_WORDS[count.standing] if count.standing else "")
    words = ", ".join(part for part in parts if part)
    return (words,) if words else ()


def _describe_person(who: Who) -> tuple[str, ...]:
    rank = who.rank
    if rank and who.rank_is_quoted:
        rank = f"“{rank}” (the report sets the rank in quotation marks)"
    whose = who.whose and f"of {quote(who.whose)}"
    return tuple(part for part in (rank, whose) if part)


def _describe_journey(thing: Thing) -> tuple[str, ...]:
    parts = (
        ("from", thing.moved_from),
        ("to", thing.moved_to),
        ("by way of", thing.by_road),
        ("load as told:", thing.load),
        ("made in", thing.made_where),
        ("made", describe_when(thing.made_when) if thing.made_when else None),
        ("belonging to", thing.count.whose if thing.count else None),
    )
    return tuple(f"{lead} {what}" for lead, what in parts if what)
