"""How much two fills of a MUC-4 slot agree, as far as the guidelines leave it to a program."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache

from quality.muc4_slots import Fill

_HALF = 0.5
_CLOSE = timedelta(days=2)
_PARENTS = {
    "MACHINE GUN": "GUN",
    "MORTAR": "GUN",
    "HANDGUN": "GUN",
    "RIFLE": "GUN",
    "BOMB": "EXPLOSIVE",
    "GRENADE": "EXPLOSIVE",
    "MOLOTOV COCKTAIL": "EXPLOSIVE",
    "VEHICLE BOMB": "BOMB",
    "DYNAMITE": "BOMB",
    "MINE": "BOMB",
    "AERIAL BOMB": "BOMB",
    "MISSILE": "PROJECTILE",
    "ROCKET": "PROJECTILE",
}
INSTRUMENTS = tuple(
    sorted({*_PARENTS, *_PARENTS.values(), "CUTTING DEVICE", "FIRE", "STONE", "TORTURE"}, key=lambda kind: (-len(kind), kind))
)
"""The types of instrument, longest words first: a car bomb is a bomb."""
_NEARLY = {
    "perp-org-conf": {("SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES")},
    "phys-tgt-type": {("POLITICAL FIGURE OFFICE OR RESIDENCE", "GOVERNMENT OFFICE OR RESIDENCE")},
    "phys-tgt-effect": {("DESTROYED", "SOME DAMAGE")},
    "hum-tgt-type": {
        ("GOVERNMENT OFFICIAL", "FORMER GOVERNMENT OFFICIAL"),
        ("ACTIVE MILITARY", "FORMER ACTIVE MILITARY"),
        ("POLITICAL FIGURE", "GOVERNMENT OFFICIAL"),
    },
    "hum-tgt-effect": {("NO INJURY", "NO INJURY OR DEATH"), ("NO DEATH", "NO INJURY OR DEATH")},
}
"""What a response gave and the key has, where that is worth half."""
STRINGS = frozenset({"inc-instr-id", "perp-ind-id", "perp-org-id", "phys-tgt-id", "hum-tgt-name", "hum-tgt-desc"})
_BEFORE = re.compile(
    r"^(?:(?:THE|AN?|SOME|SEVERAL|MANY|THIS|THAT|THESE|THOSE|HIS|HER|THEIR|ITS"
    r"|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|\d{1,2}) )+"
)
_DAY = re.compile(r"\d{1,2} [A-Z]{3} \d{2,4}")


def compare_values(slot: str, given: Fill, key: Fill) -> float:
    """Compare the values alone, whatever they are about: 1, a half or 0; the key's best choice counts."""
    return max(_compare(slot, given.first.value, choice.value) for choice in key.choices)


def is_same_string(given: str, key: str) -> bool:
    """Whether two strings differ at most in articles and small numbers ahead of them."""
    return _strip(given) == _strip(key)


def _compare(slot: str, given: str, key: str) -> float:
    if given == key or (slot in STRINGS and is_same_string(given, key)):
        return 1.0
    if slot == "inc-date":
        return _compare_dates(given, key)
    return _HALF if _is_half_right(slot, given, key) else 0.0


def _is_half_right(slot: str, given: str, key: str) -> bool:
    if slot == "inc-loc":
        return given.partition(":")[0] == key.partition(":")[0]
    if slot == "inc-type":
        return given == "ATTACK"
    if slot == "inc-instr-type":
        return given in _list_parents(key)
    return (given, key) in _NEARLY.get(slot, ())


def _list_parents(kind: str) -> list[str]:
    parents = []
    while kind in _PARENTS:
        kind = _PARENTS[kind]
        parents.append(kind)
    return parents


def _strip(words: str) -> str:
    return _BEFORE.sub("", words)


def _compare_dates(given: str, key: str) -> float:
    """A day within the key's stretch of time is half right; so is a time that ends, like the key's, on the day of the report."""
    ours, theirs = _read_stretch(given), _read_stretch(key)
    if ours is None or theirs is None:
        return 0.0
    if _is_close(ours[0], theirs[0]) and _is_close(ours[1], theirs[1]):
        return 1.0
    is_within = ours[0] == ours[1] and (theirs[0] is None or theirs[0] <= ours[1]) and ours[1] <= theirs[1]
    return _HALF if is_within or (ours[0] is None and ours[1] == theirs[1]) else 0.0


def _is_close(given: date | None, key: date | None) -> bool:
    """Whether two days are at most two apart, which the program of 1992 let pass."""
    if given is None or key is None:
        return given is key
    return abs(given - key) <= _CLOSE


@cache
def _read_stretch(words: str) -> tuple[date | None, date] | None:
    days = [_read_day(day) for day in _DAY.findall(words)]
    if not days or None in days:
        return None
    first = None if words.startswith("-") else days[0]
    last = days[-1]
    return (first, last) if last is not None else None


def _read_day(words: str) -> date | None:
    day, month, year = words.split()
    try:
        return datetime.strptime(f"{day} {month} {year[-2:]}", "%d %b %y").replace(tzinfo=UTC).date()
    except ValueError:
        return None
