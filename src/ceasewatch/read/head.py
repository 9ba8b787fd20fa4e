"""What the first lines of a text say of its title, its author, its publisher and its dates.

    Two soldiers killed at checkpoint            title
    By Jane Doe | Example Wire                   byline, publisher
    5 March 2023 14:20                           published
    Last update: June 21, 2024 23:23             updated, never published

Lines are read until the first paragraph of prose; of that, only a wire dateline ("SOMETOWN, Nov 3, 2022 (Example Wire) -") is read. A date
without a year is not a publication date. What the lines do not say stays missing.
"""

import re
from dataclasses import dataclass

from ceasewatch.model.countries import countries, country_names
from ceasewatch.read.dateline import read_dateline
from ceasewatch.read.dates import MONTHS, WEEKDAYS, find_date, read_when
from ceasewatch.read.drafts import Details, clean_field

_HEAD = 4_000
_MOST_LINES = 25
_LONGEST_LINE = 200
_PROSE_WORDS = 12
_HEADLINE_WORDS = 4
_MOST_NAME_WORDS = 12

_PUBLISHED = (
    r"(?:(?:first\s+)?published(?:\s+on)?|publication\s+date|publish\s+date|posted(?:\s+on)?"
    r"|date(?:\s+of\s+publication)?|released|issued|release\s+date)"
)
_UPDATED = r"(?:(?:last\s+)?(?:updated?|modified|edited|revised)(?:\s+on)?)"
_LABEL = re.compile(rf"(?:(?P<published>{_PUBLISHED})|(?P<updated>{_UPDATED}))\s*(?:\bat\b)?\s*[:\-–]?\s+(?P<rest>\S.*)", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:(?P<publisher>source|publisher|published by|agency)|(?P<title>title|headline|subject))\s*:\s*(?P<rest>\S.*)", re.IGNORECASE
)
_BY = re.compile(r"(?:(?:written|reported|reporting)\s+)?(?:by(?:\s*:\s*|\s+)|(?:byline|authors?)\s*:\s*)(?P<rest>\S.*)", re.IGNORECASE)
# A line may hold several of these: "By Jane Doe | Published: 5 March 2023  Updated: 6 March 2023".
_PARTING = re.compile(r"(?:\s*[|•·]\s*|\s+[–—-]\s+)(?!\d{1,2}:\d\d)|\s+(?=(?:Published|Posted|Updated|Last [Uu]pdate)\b)")
_NAME_WORD = re.compile(r"[^\W\d_][\w’'.-]*,?|&")
_PARTICLES = frozenset("al and bin da dal de del della den der di dos du el ibn la le of ould st the ten ter und van von y &".split())
_OUTLET_WORDS = frozenset(
    "agency army broadcaster bulletin chronicle command commission council courier daily department dispatch embassy foundation gazette"
    " government headquarters herald institute journal ledger magazine mail media ministry mirror mission monitor network news newspaper"
    " observer office organisation organization parliament police post press radio report reporter review secretariat service standard star"
    " telegraph television times today tribune tv weekly wire".split()
)
_NO_NAMES = frozenset((*MONTHS, *WEEKDAYS, "today", "yesterday"))
_MARKUP = "*_#>~` \t"
_HEADING = re.compile(r"#{1,2}[ \t]+(?P<title>\S.*?)[ \t#]*")
_UNDERLINE = re.compile(r"={3,}|-{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One line of the head that is not blank: stripped of Markdown's signs, with what stands around it."""

    words: str
    raw: str
    following: str
    is_heading: bool


def read_head(text: str) -> Details:
    """Read what the first lines of a text say about it."""
    details, candidates = Details(), list[str]()
    for line in _split_lines(text[:_HEAD]):
        found = _read_line(line.words) if len(line.words) <= _LONGEST_LINE else None
        if line.is_heading:
            details = details.filled_from(Details(title=clean_field(line.words)))
        elif found is not None:
            details = details.filled_from(found)
        elif _is_prose(line):
            details = details.filled_from(read_dateline(line.words))
            break
        else:
            details = details.filled_from(read_dateline(line.words))
            candidates.append(line.words)
    return details.filled_from(Details(title=_choose_title(candidates, text)))


def _split_lines(head: str) -> list[_Line]:
    rows = [row.strip() for row in head.split("\n")]
    lines: list[_Line] = []
    for number, row in enumerate(rows):
        if not row or _UNDERLINE.fullmatch(row):
            continue
        following = rows[number + 1] if number + 1 < len(rows) else ""
        heading = _HEADING.fullmatch(row)
        is_heading = bool(heading) or bool(following and set(following) == {"="})
        lines.append(_Line(words=row.replace("*", "").strip(_MARKUP), raw=row, following=following, is_heading=is_heading))
    return lines[:_MOST_LINES]


def _is_prose(line: _Line) -> bool:
    """Whether a line is a paragraph, or the first line of one that was broken at a fixed width."""
    count = len(line.words.split())
    ends = line.words.rstrip("”\"’')").endswith((".", "!", "?", "…"))
    if len(line.words) > _LONGEST_LINE or (ends and count >= _PROSE_WORDS) or line.words.endswith("."):
        return True
    return bool(line.following) and line.following[:1].islower()


def _choose_title(candidates: list[str], text: str) -> str | None:
    """The first line that is long enough for a headline ("Newsroom logo" is not); a text of one line has no title."""
    if text.strip().count("\n") == 0:
        return None
    lines = [line for line in candidates if any(letter.isalpha() for letter in line)]
    headline = next((line for line in lines if len(line.split()) >= _HEADLINE_WORDS), lines[0] if lines else None)
    return clean_field(headline)


def _read_line(line: str) -> Details | None:
    """What one line says, or ``None`` where it says nothing about the report."""
    when = read_when(line)
    if when:
        return Details(published=when)
    found: Details | None = None
    for part in (piece.strip(" ,;*_") for piece in _PARTING.split(line)):
        details = _read_part(part) if part else None
        if details is None and found is not None and found.byline and _is_publisher(part):
            details = Details(publisher=clean_field(part))
        if details is not None:
            found = (found or Details()).filled_from(details)
    return found


def _read_part(part: str) -> Details | None:
    when = read_when(part)
    if when:
        return Details(published=when)
    if label := _LABEL.fullmatch(part):
        return _read_label(label)
    if named := _NAMED.fullmatch(part):
        words = clean_field(named["rest"])
        return Details(publisher=words) if named["publisher"] else Details(title=words)
    if by := _BY.fullmatch(part):
        return _read_byline(by["rest"])
    return _read_name_and_date(part)


def _read_label(label: re.Match[str]) -> Details | None:
    found = find_date(label["rest"])
    if found is None or found.start > 0:
        # "Updated 2 hours ago" says something about the report, "Released prisoners return" does not.
        return Details() if re.match(r"\d", label["rest"]) else None
    return Details(published=found.when) if label["published"] else Details(updated=found.when)


def _read_byline(words: str) -> Details | None:
    found = find_date(words)
    names = words[: found.start] if found else words
    names = re.sub(r"[\s,|(–—-]*(?:\bon\b|\bat\b)?[\s,|(–—-]*$", "", names)
    names, _, publisher = names.partition(" for ")
    names = names.partition(" in ")[0]
    if not _is_names(names):
        return None
    # "By Example Wire staff" stays a byline: it is what the report says of its author.
    return Details(byline=clean_field(names), publisher=clean_field(publisher), published=found.when if found else None)


def _read_name_and_date(part: str) -> Details | None:
    """Read "Jane Doe, 5 March 2023 14:20"; an outlet in its place is the publisher, of a place only the date is taken."""
    found = find_date(part)
    if found is None or part[found.end :].strip(" .)|") or found.start == 0:
        return None
    name = part[: found.start].strip(" ,|(–—-")
    if not _is_names(name):
        return None
    if _is_outlet(name):
        return Details(publisher=clean_field(name), published=found.when)
    is_person = 2 <= len(name.split()) <= _HEADLINE_WORDS and not _is_place(name) and not name.isupper()  # noqa: PLR2004 -- two names
    return Details(byline=clean_field(name) if is_person else None, published=found.when)


def _is_names(words: str) -> bool:
    """Whether words could be names: all begin with a capital but for particles, and none is a day or month."""
    parts = words.split()
    if not 1 <= len(parts) <= _MOST_NAME_WORDS or parts[0].lower().strip(".,") in _NO_NAMES:
        return False
    return all(part in _PARTICLES or (_NAME_WORD.fullmatch(part) and part[:1].isupper()) for part in parts)


def _is_publisher(part: str) -> bool:
    return len(part.split()) <= _HEADLINE_WORDS and part[:1].isupper() and not _is_place(part)


def _is_outlet(words: str) -> bool:
    """Whether a name is one of a paper, an agency or an office rather than of a person."""
    return any(word.lower().strip(".,") in _OUTLET_WORDS for word in words.split())


def _is_place(words: str) -> bool:
    names = [name.strip() for name in words.split(",")]
    capitals = {country.capital for country in countries()}
    return any(name in country_names() or name in capitals for name in names)
