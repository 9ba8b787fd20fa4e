"""Reads what the judges of 1992 decided where a fill was not the key's word for word, as their scoring program kept it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quality.muc4_fills import STRINGS, is_same_string
from quality.muc4_slots import Choice, Fill, canonical

_TOKEN = re.compile(r'[()]|"(?:\\.|[^"\\])*"|[^\s()"]+')
_CREDIT = {"match": 1.0, "partial": 0.5, "fail": 0.0}
_TWO = 2

Expression = str | list["Expression"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the judges gave a response's fill: how much credit, and against which of the key's fills (none where it is simply wrong).

    ``is_for_each`` marks one fill that earns its credit once for each of several of the key's: "vehicles" for a bus and a truck.
    """

    given: Choice
    credit: float
    against: frozenset[Choice]
    is_for_each: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """The verdicts by report, number of the key's template, and slot."""

    verdicts: Mapping[tuple[str, str, str], tuple[Verdict, ...]] = field(default_factory=dict)

    def credit(self, place: tuple[str, str, str], given: Choice, key: Fill) -> float | None:
        """How much credit a fill was given against one fill of the key; ``None`` where nobody judged it."""
        heard = self._hear(place, given)
        if not heard:
            return None
        return max((verdict.credit for verdict in heard if _names(verdict, key)), default=0.0)

    def credit_for_each(self, place: tuple[str, str, str], given: Choice, key: Fill) -> float:
        """How much credit a fill earns for this one of the key's besides others; mostly none."""
        return max((one.credit for one in self._hear(place, given) if one.is_for_each and _names(one, key)), default=0.0)

    def _hear(self, place: tuple[str, str, str], given: Choice) -> list[Verdict]:
        return [verdict for verdict in self.verdicts.get(place, ()) if _is_same(place[2], verdict.given, given)]


def read_history(text: str) -> History:
    """Read the judges' decisions from the scoring program's file."""
    expression = next(_read_expressions(iter(_TOKEN.findall(text))))
    verdicts: dict[tuple[str, str, str], tuple[Verdict, ...]] = {}
    for report, number, slot, rows in _list_slots(expression):
        verdicts[report, number, slot] = tuple(_read_verdict(row) for row in rows)
    return History(verdicts)


def _is_same(slot: str, heard: Choice, given: Choice) -> bool:
    if heard.value != given.value and not (slot in STRINGS and is_same_string(heard.value, given.value)):
        return False
    return heard.tags == given.tags


def _names(verdict: Verdict, key: Fill) -> bool:
    return any(
        choice.value == one.value and (not one.tags or not choice.tags or one.tags & choice.tags)
        for one in verdict.against
        for choice in key.choices
    )


def _list_slots(expression: Expression) -> Iterator[tuple[str, str, str, Sequence[Expression]]]:
    for report, templates in map(_split_head, expression):
        for number, slots in map(_split_head, templates):
            for slot, rows in map(_split_head, slots):
                yield report.strip('"'), number.strip('"'), slot, rows


def _split_head(expression: Expression) -> tuple[str, Sequence[Expression]]:
    return str(expression[0]), expression[1:]


def _read_verdict(row: Expression) -> Verdict:
    given, verdict, against = row[0], str(row[1]), row[2:]
    choices = [choice for one in against for choice in _read_choices(one)]
    return Verdict(
        given=_read_choices(given)[0],
        credit=_CREDIT[verdict],
        against=frozenset(choices),
        is_for_each=any(one[0] == "all-of" for one in against),
    )


def _read_choices(expression: Expression) -> list[Choice]:
    if isinstance(expression, list) and expression[0] == "xref":
        tags = frozenset(one.value or "-" for part in expression[_TWO:] for one in _read_choices(part))
        return [Choice(value=one.value, tags=tags) for one in _read_choices(expression[1])]
    if isinstance(expression, list) and expression[0] in ("or", "all-of", "optional", "and"):
        return [choice for part in expression[1:] for choice in _read_choices(part)]
    return [Choice(value=canonical(_spell(expression)), tags=frozenset())]


def _spell(expression: Expression) -> str:
    """Write a place or a stretch of time as the templates do."""
    if isinstance(expression, str):
        return "" if expression == "nil" else expression.replace("\\", "").strip('"')
    if expression[0] == "range":
        return " - ".join(_spell(part) for part in expression[1:])
    return " ".join(_spell(part) for part in expression[1:])


def _read_expressions(words: Iterator[str]) -> Iterator[Expression]:
    for word in words:
        if word == ")":
            return
        yield list(_read_expressions(words)) if word == "(" else word
