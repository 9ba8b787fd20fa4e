"""What a measure gives: figures with their counts, the cases behind them, and published figures of others to stand beside ours."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

_LABEL_WIDTH = 46


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How much of what we gave is right, and how much of what there is we found.

    The two counts of right ones differ where one thing can be told several times: three claims may give the same place. They are no whole
    numbers where a thing can be partly right.
    """

    label: str
    right: float
    given: float
    found: float
    expected: float

    @property
    def precision(self) -> float | None:
        """The share of what we gave that is right; ``None`` where we gave nothing."""
        return self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """The share of what there is that we found; ``None`` where there is nothing to find."""
        return self.found / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; 0 where there was something to find and nothing was."""
        if self.recall is None:
            return None
        both = (self.precision or 0.0) + self.recall
        return 2 * (self.precision or 0.0) * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How many of so many. ``goal`` is what the count must be, where there is such a rule."""

    label: str
    count: int
    of: int
    goal: str | None = None

    @property
    def share(self) -> float | None:
        """The count as a share; ``None`` where there is nothing to have a share of."""
        return self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number that counts nothing: a mean, a speed, a size. ``unit`` is what it is in, "%" for a share from 0 to 100."""

    label: str
    amount: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing behind the figures: about what, what became of it ("found", "missed", "wrong", "extra", "differs"), and why."""

    field: str
    about: str
    verdict: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A figure that somebody else published, and where. ``beside`` is the label of the figure of ours that it stands beside."""

    label: str
    figure: str
    source: str
    beside: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one measure found. ``items`` are cases that are always shown, one line each; ``errors`` only on request.

    ``part`` is the part of a set that was read ("dev", "test"), where that is a choice.
    """

    name: str
    subject: str
    part: str = ""
    tallies: tuple[Tally, ...] = ()
    rates: tuple[Rate, ...] = ()
    amounts: tuple[Amount, ...] = ()
    items: tuple[Case, ...] = ()
    errors: tuple[Case, ...] = ()
    published: tuple[Published, ...] = ()

    @property
    def title(self) -> str:
        """The measure with the part of its set that was read: "muc4 test"."""
        return f"{self.name} {self.part}".strip()

    def tally(self, label: str) -> Tally:
        """The tally of that name."""
        return next(tally for tally in self.tallies if tally.label == label)

    def rate(self, label: str) -> Rate:
        """The rate of that name."""
        return next(rate for rate in self.rates if rate.label == label)

    def amount(self, label: str) -> Amount:
        """The amount of that name."""
        return next(amount for amount in self.amounts if amount.label == label)


def to_plain(figures: Figures) -> dict[str, Any]:
    """The figures as plain data, with precision, recall and F1 worked out."""
    plain = asdict(figures)
    for row, tally in zip(plain["tallies"], figures.tallies, strict=True):
        row.update(precision=tally.precision, recall=tally.recall, f1=tally.f1)
    return plain


def render_figures(figures: Figures, most_errors: int) -> Iterator[str]:
    """The figures as lines of text, with at most so many errors."""
    yield f"{figures.title}: {figures.subject}"
    yield from _render_tallies(figures.tallies)
    for rate in figures.rates:
        goal = f"   (must be {rate.goal})" if rate.goal else ""
        yield f"{rate.label:<{_LABEL_WIDTH}} {rate.count} of {rate.of}{goal}"
    for amount in figures.amounts:
        yield f"{amount.label:<{_LABEL_WIDTH}} {show_amount(amount)}"
    for row in figures.published:
        yield f"published{f', beside “{row.beside}”' if row.beside else ''}: {row.label} {row.figure} ({row.source})"
    yield from (f"  {_render_case(case)}" for case in figures.items)
    yield from _render_errors(figures.errors, most_errors)


def show_count(count: float) -> str:
    """A count as a whole number, or with one digit behind the point where it is none."""
    return f"{count:.0f}" if float(count).is_integer() else f"{count:.1f}"


def show_amount(amount: Amount) -> str:
    """A number with three digits or more, and what it is in."""
    digits = max(0, 2 - len(f"{abs(amount.amount):.0f}") + (amount.unit == "%"))
    return f"{amount.amount:,.{digits}f} {amount.unit}"


def _render_tallies(tallies: Sequence[Tally]) -> Iterator[str]:
    if tallies:
        yield f"{'':<{_LABEL_WIDTH}} {'P':>6} {'R':>6} {'F1':>6}  {'right/given':>12}  {'found/expected':>14}"
    for tally in tallies:
        shares = " ".join(f"{_percent(share):>6}" for share in (tally.precision, tally.recall, tally.f1))
        counts = (
            f"{show_count(tally.right)}/{show_count(tally.given)}",
            f"{show_count(tally.found)}/{show_count(tally.expected)}",
        )
        yield f"{tally.label:<{_LABEL_WIDTH}} {shares}  {counts[0]:>12}  {counts[1]:>14}"


def _render_errors(errors: Sequence[Case], most: int) -> Iterator[str]:
    if not errors:
        return
    kinds = Counter(f"{case.field} {case.verdict}" for case in errors)
    yield "errors: " + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    yield from (f"  {_render_case(case)}" for case in errors[:most])
    if len(errors) > most:
        yield f"  ... and {len(errors) - most} more (--errors N shows N)"


def _render_case(case: Case) -> str:
    return f"[{case.verdict}] {case.field}: {case.about} -- {case.why}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}"
