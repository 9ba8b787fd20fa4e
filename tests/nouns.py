"""Tells Hypothesis how to make nouns that are valid; everything that is not here it works out from the type hints.

The conftest of a folder loads this file by its path, since tests cannot import each other: see ``tests/model/conftest.py``.
"""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from ceasewatch.model.claim import Certainty, Claim, Slot, Speaker, Stance
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.report import Span
from ceasewatch.model.values import Count, Standing, Value, When

words = st.text(max_size=12)
ids = st.text(alphabet="0123456789abcdef", min_size=8, max_size=8)
zones = st.sampled_from([UTC, timezone(timedelta(hours=4)), timezone(timedelta(hours=-3, minutes=-30))])
moments = st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2100, 1, 1), timezones=zones)
bounds = st.none() | st.integers(min_value=0, max_value=10**6)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(min_value=0, max_value=500))
    return Span(report_id=draw(ids), start=start, end=start + draw(st.integers(min_value=1, max_value=50)))


@st.composite
def whens(draw: st.DrawFn) -> When:
    earliest = draw(moments)
    before = earliest + draw(st.timedeltas(min_value=timedelta(microseconds=1), max_value=timedelta(days=800)))
    ends = [(earliest, before), (earliest, None), (None, before)]
    chosen = draw(st.sampled_from(ends))
    return When(earliest=chosen[0], before=chosen[1])


@st.composite
def counts(draw: st.DrawFn) -> Count:
    low, high = draw(bounds), draw(bounds)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return Count(low=low, high=high, words=draw(words), whose=draw(st.none() | words), standing=draw(st.none() | st.sampled_from(Standing)))


def register_nouns() -> None:
    st.register_type_strategy(str, words)
    st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
    st.register_type_strategy(datetime, moments)
    st.register_type_strategy(Span, spans())
    st.register_type_strategy(When, whens())
    st.register_type_strategy(Count, counts())
    st.register_type_strategy(
        Claim,
        st.builds(
            Claim.record,
            mention_id=ids,
            slot=st.sampled_from(Slot),
            value=st.from_type(Value),
            span=spans(),
            said_by=st.lists(st.from_type(Speaker), min_size=1, max_size=4).map(tuple),
            stance=st.sampled_from(Stance),
            certainty=st.sampled_from(Certainty),
            origin=words,
        ),
    )
    st.register_type_strategy(
        Gap,
        st.builds(
            Gap.record,
            report_id=st.none() | ids,
            reason=st.sampled_from(GapReason),
            slot=st.none() | st.sampled_from(Slot),
            span=st.none() | spans(),
            detail=st.none() | words,
        ),
    )
    st.register_type_strategy(Mention, st.builds(Mention.record, kind=words, anchor=spans(), status=st.sampled_from(Status)))


register_nouns()
