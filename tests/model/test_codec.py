import json

import pytest
from cattrs import BaseValidationError
from hypothesis import given
from hypothesis import strategies as st

from ceasewatch.model.claim import Claim, Speaker
from ceasewatch.model.codec import from_plain, to_plain
from ceasewatch.model.gap import Gap
from ceasewatch.model.incident import Judgement, Position
from ceasewatch.model.mention import Mention
from ceasewatch.model.reading import Reading
from ceasewatch.model.record import Link, Party, Place
from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import Category, Count, Thing, Value, When, Where, Who, Words

VALUES = [When, Where, Count, Who, Thing, Category, Words]
NOUNS = [Report, Span, Mention, Claim, Speaker, Link, Place, Party, Gap, Judgement, Reading, Position]


def test_every_value_type_is_tried():
    assert set(VALUES) == set(Value.__args__)


@pytest.mark.parametrize("noun", NOUNS)
@given(data=st.data())
def test_every_noun_survives_json(noun: type, data: st.DataObject):
    made = data.draw(st.from_type(noun))
    assert from_plain(json.loads(json.dumps(to_plain(made))), noun) == made


@pytest.mark.parametrize("kind", VALUES)
@given(data=st.data())
def test_every_value_survives_json_and_says_what_it_is(kind: type, data: st.DataObject):
    made = data.draw(st.from_type(kind))
    plain = json.loads(json.dumps(to_plain(made)))
    back = from_plain(plain, Value)
    assert plain["type"] == kind.__name__
    assert type(back) is kind
    assert back == made


@given(claim=st.from_type(Claim))
def test_the_value_inside_a_claim_says_what_it_is(claim: Claim):
    assert to_plain(claim)["value"]["type"] == type(claim.value).__name__


def test_what_is_not_stated_stays_so():
    plain = to_plain(Count(low=None, high=None, words="casualties"))
    assert plain["low"] is None
    assert plain["high"] is None


@pytest.mark.parametrize(
    ("data", "noun"),
    [
        ({"report_id": "r", "start": 4, "end": 4}, Span),
        ({"report_id": "r", "start": 4}, Span),
        ({"type": "Count", "low": 3, "high": 2, "words": "three"}, Value),
        ({"type": "When", "earliest": "2020-01-01T00:00:00", "before": None}, Value),
    ],
)
def test_data_that_is_no_valid_noun_is_refused(data: dict[str, object], noun: type):
    with pytest.raises((BaseValidationError, ValueError)):
        from_plain(data, noun)
