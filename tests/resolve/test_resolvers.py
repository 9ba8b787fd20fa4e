from pathlib import Path
from types import SimpleNamespace

import pytest

from ceasewatch.model.ceasefire import Ceasefire
from ceasewatch.model.claim import Slot
from ceasewatch.model.values import Who
from ceasewatch.resolve import gazetteer as module
from ceasewatch.resolve.resolvers import resolvers


@pytest.fixture(autouse=True)
def no_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index without a place, since these tests need none."""
    monkeypatch.setenv("CEASEWATCH_CACHE", str(tmp_path))
    monkeypatch.setattr(module, "read_entries", lambda: iter(()))
    resolvers.cache_clear()


@pytest.fixture(params=["none", "karabakh"])
def ceasefire(request: pytest.FixtureRequest, karabakh: Ceasefire) -> Ceasefire | None:
    return karabakh if request.param == "karabakh" else None


def test_every_built_in_resolver_answers_with_and_without_a_ceasefire(cases: SimpleNamespace, ceasefire: Ceasefire | None) -> None:
    report = cases.make_report("Cypriot police met Korean sailors.")
    claims = [cases.make_where("Xyzzyville"), cases.make_claim(Who(name="Cypriot police"), Slot.ACTOR)]
    for resolver in resolvers(ceasefire):
        found = resolver.resolve(report, claims)
        assert {link.record_id for link in found.links} == {record.id for record in found.records}
        assert {link.by for link in found.links} <= {resolver.name}
        assert found.links or found.gaps


def test_a_report_without_claims_resolves_to_nothing(cases: SimpleNamespace, ceasefire: Ceasefire | None) -> None:
    for resolver in resolvers(ceasefire):
        found = resolver.resolve(cases.make_report("Nothing happened."), [])
        assert (found.links, found.records, found.gaps) == ((), (), ())


def test_the_resolvers_have_names_of_their_own(ceasefire: Ceasefire | None) -> None:
    names = [resolver.name for resolver in resolvers(ceasefire)]
    assert len(names) == len(set(names))
