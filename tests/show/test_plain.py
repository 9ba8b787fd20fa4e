import json

from ceasewatch.model.claim import Claim
from ceasewatch.model.codec import from_plain
from ceasewatch.show.case_file import claims_of
from ceasewatch.show.listing import list_lines
from ceasewatch.show.material import Material
from ceasewatch.show.plain import plain_claim, plain_gap, plain_incident, plain_line


def test_a_claim_has_its_evidence_its_sentence_and_what_its_words_mean(incident, store, made):
    claims = claims_of(incident)
    material = Material.gather(store, claims)
    claim = next(one for one in claims if one.slot == "killed" and one.value.whose == "Indian soldiers")
    data = plain_claim(claim, material)
    assert data["evidence"] == "Two Indian soldiers"
    assert data["sentence"] == "Two Indian soldiers were killed on Tuesday morning in shelling near Kali Pahari."
    assert data["chain"] == "Jammu Ledger, by R. Kaul, in its own voice"
    assert data["words"] == "2"
    assert [(link["role"], link["label"], link["record"]) for link in data["links"]] == [("whose", "India", "party")]


def test_a_claim_can_be_made_again_from_its_json(incident, store):
    claims = claims_of(incident)
    material = Material.gather(store, claims)
    for claim in claims:
        data = json.loads(json.dumps(plain_claim(claim, material)))
        assert from_plain(data, Claim) == claim


def test_a_case_file_in_json_has_every_claim_once(incident, store):
    data = json.loads(json.dumps(plain_incident(incident, store)))
    shown = [claim["id"] for slot in data["slots"] for version in slot["versions"] for claim in version["claims"]]
    assert sorted(shown) == sorted(claim.id for claim in claims_of(incident))
    assert {claim["report_number"] for slot in data["slots"] for v in slot["versions"] for claim in v["claims"]} <= {1, 2, 3, 4}
    assert [mention["anchor_text"] for mention in data["mentions"]]
    assert data["when"]["earliest"].startswith("2021-01-05T00:00")


def test_the_list_in_json_has_the_flags_apart(incident, store):
    (line,) = list_lines([incident], store)
    data = plain_line(line, incident)
    assert data["versions_differ"] == ["where", "fired first", "killed", "what it is called"]
    assert data["reports"] == 4
    assert json.dumps(data)


def test_a_gap_says_its_reason_in_words(tellings):
    gap = tellings[3].gaps[0]
    assert plain_gap(gap)["reason_words"] == "it does not say when it was published"
