"""What a search finds, in every store."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SHARED_STORE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("guards", True),
        ("GUARDS", True),
        ("fire bridge", True),
        ("fire harbour", False),
        ("cafe", True),
        ("Café", True),
        ("мост", True),
        ("PMN-E", True),
        ("E-PMN", False),
        ("Clash", True),
        ("guar", False),
        ("NOT", False),
        ("guards OR harbour", False),
        ("title:guards", False),
        ("guards*", True),
        ('"exchanged fire"', True),
        ("", False),
        ("   ", False),
        ("***", False),
        ("guards *** -", True),
    ],
)
def test_a_search_finds_reports_that_hold_every_word(store, cases, query, is_found):
    case = cases.make_case(7, words="near the bridge (мост) by the CAFÉ, over a PMN-E mine")
    case.keep(store)
    assert store.search(query) == ((case.original.id,) if is_found else ())


@pytest.mark.parametrize("comes_first_by_id", [True, False])
def test_a_report_that_says_it_more_often_comes_first(store, cases, comes_first_by_id):
    often = cases.make_case(1, words="near a quarry, quarry, quarry, quarry")
    candidates = (cases.make_case(number, words="near a quarry") for number in range(100, 200))
    once = next(case for case in candidates if (often.original.id < case.original.id) is comes_first_by_id)
    for case in (once, often, *(cases.make_case(number) for number in range(10, 20))):
        case.keep(store)
    assert store.search("quarry") == (often.original.id, once.original.id)


@SHARED_STORE
@given(query=st.text(max_size=30) | st.text(alphabet="\"*():^-+{}\0'; ANDORNOTNEAR", max_size=30))
def test_no_query_is_an_error(store, cases, query):
    cases.make_case(1).keep(store)
    assert set(store.search(query)) <= {cases.make_case(1).original.id}
