"""Reads MUC-4 templates in full, all 24 slots, as the keys and the responses of 1992 are written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

SLOTS = (
    "inc-date inc-loc inc-type inc-stage inc-instr-id inc-instr-type perp-inc-cat perp-ind-id perp-org-id perp-org-conf phys-tgt-id"
    " phys-tgt-type phys-tgt-num phys-tgt-nation phys-tgt-effect phys-tgt-total-num hum-tgt-name hum-tgt-desc hum-tgt-type hum-tgt-num"
    " hum-tgt-nation hum-tgt-effect hum-tgt-total-num"
).split()
"""The slots that are scored, in the order of their numbers, which begin with 2."""
TAGGED = frozenset(
    "inc-instr-type perp-org-conf phys-tgt-type phys-tgt-num phys-tgt-nation phys-tgt-effect hum-tgt-desc hum-tgt-type hum-tgt-num"
    " hum-tgt-nation hum-tgt-effect".split()
)
"""Slots whose fills can name the fill of another slot that they are about: ``DEATH: "PEASANTS"``."""

_FIRST_SLOT = 2
_LINE = re.compile(r"^\s*(\d{1,2})\.\s+[A-Z]+(?: TGT)?:\s+(.*)$")
_LABEL = re.compile(
    r"(?:ID|TEMPLATE|DATE|LOCATION|TYPE|STAGE OF EXECUTION|INSTRUMENT ID|INSTRUMENT TYPE|INCIDENT CATEGORY|INDIVIDUAL ID|ORGANIZATION ID"
    r"|ORGANIZATION CONFIDENCE|NUMBER|FOREIGN NATION|EFFECT OF INCIDENT|TOTAL NUMBER|NAME|DESCRIPTION)(?=\s)\s*"
)
_TOKEN = re.compile(r'"(?:\\.|""|[^"\\])*"|[^"]')
_NOT_WORDS = re.compile(r"[^A-Z0-9~]+")
_EMPTY = frozenset({"-", "*", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to write a fill: its value, and the wordings of what it is about (none where the fill names nothing)."""

    value: str
    tags: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """One fill of a slot; any of the choices is right. A fill of the key can be optional."""

    choices: tuple[Choice, ...]
    is_optional: bool = False

    @property
    def first(self) -> Choice:
        """The only choice that a response has."""
        return self.choices[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class FullTemplate:
    """One template of a key or a response, with the number that it bears there."""

    number: str
    is_optional: bool
    slots: Mapping[str, tuple[Fill, ...]]

    def of(self, slot: str) -> tuple[Fill, ...]:
        """The fills of one slot."""
        return self.slots.get(slot, ())


def read_templates(text: str) -> dict[str, tuple[FullTemplate, ...]]:
    """Read a file of templates, by report. A report that has none is there too."""
    found: dict[str, tuple[FullTemplate, ...]] = {}
    for rows in _split_templates(text):
        report = rows[0][0].split()[0]
        template = _read_template(rows)
        found[report] = found.get(report, ()) + ((template,) if template else ())
    return found


def canonical(words: str) -> str:
    """Words in capitals with nothing between them but single blanks; ``-`` stays where it stands for a range."""
    parts = re.split(r"(?<![A-Z0-9])-(?![A-Z0-9])|(?<=\d)\s+-\s*|-$", words.upper().replace('"', " ").replace("\\", " ").strip())
    return " - ".join(_NOT_WORDS.sub(" ", part).strip() for part in parts).strip()


def canonical_place(parts: Sequence[str]) -> str:
    """A country, and behind a colon what is in it: ``PERU: LIMA CITY``."""
    country, *rest = (canonical(part) for part in parts)
    return f"{country}: {' '.join(rest)}" if rest else country


def _split_templates(text: str) -> Iterator[dict[int, list[str]]]:
    rows: dict[int, list[str]] = {}
    number = 0
    for line in text.splitlines():
        match = _LINE.match(line)
        if match is None:
            if line.strip() and not line.lstrip().startswith(";") and rows:
                rows[number].append(line.strip())
            continue
        number = int(match.group(1))
        if number == 0 and rows:
            yield rows
            rows = {}
        rows[number] = [_LABEL.sub("", match.group(2) + " ", count=1).strip()]
    if rows:
        yield rows


def _read_template(rows: Mapping[int, Sequence[str]]) -> FullTemplate | None:
    number = rows.get(1, ("*",))[0]
    if number in _EMPTY:
        return None
    slots = {slot: tuple(_read_fills(slot, rows.get(at, ()))) for at, slot in enumerate(SLOTS, start=_FIRST_SLOT)}
    return FullTemplate(number=number.split()[0], is_optional="OPTIONAL" in number, slots=slots)


def _read_fills(slot: str, lines: Sequence[str]) -> Iterator[Fill]:
    for line in _join_lines(lines):
        is_optional = line.startswith("?")
        words = line.lstrip("? ").strip()
        if words in _EMPTY:
            continue
        choices = tuple(choice for part in _split_outside(words, "/", slot) for choice in _read_choices(slot, part))
        if choices:
            yield Fill(choices=choices, is_optional=is_optional)


def _join_lines(lines: Sequence[str]) -> list[str]:
    """Put a fill that runs over several lines on one."""
    joined: list[str] = []
    for line in lines:
        if joined and (joined[-1].endswith("/") or line.startswith("/") or joined[-1].endswith(":") or joined[-1].count('"') % 2):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return joined


def _split_outside(words: str, mark: str, slot: str) -> list[str]:
    """Part ``(A) / (B)``; where the fill has a tag and no brackets, ``A / B: "C" / "D"`` stays whole."""
    if slot in TAGGED and not words.startswith("("):
        return [words]
    parts = _split_at(words, mark)
    return [part[1:-1] if part.startswith("(") and part.endswith(")") else part for part in parts]


def _read_choices(slot: str, words: str) -> Iterator[Choice]:
    values, tags = words, ""
    if slot in TAGGED:
        values, *rest = _split_at(words, ":")
        tags = ": ".join(rest)
    about = frozenset(canonical(tag) or "-" for tag in _split_at(tags, "/")) if tags else frozenset()
    for value in _split_at(values, "/"):
        if canonical(value):
            yield Choice(value=canonical_place(value.split(":")) if slot == "inc-loc" else canonical(value), tags=about)


def _split_at(words: str, mark: str) -> list[str]:
    """Part words at a mark that stands outside of quotation marks and brackets."""
    parts, depth = [""], 0
    for match in _TOKEN.finditer(words):
        sign = match.group()
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == mark and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]
