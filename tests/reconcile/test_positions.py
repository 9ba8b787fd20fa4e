from ceasewatch.model.claim import Claim, Slot, Speaker, SpeakerRole, Stance
from ceasewatch.model.report import Span
from ceasewatch.model.values import Count
from ceasewatch.reconcile.positions import find_positions


def killed(
    low: int | None, *, report: str = "a", speaker: str | None = None, stance: Stance = Stance.ASSERTS, whose: str | None = None
) -> Claim:
    said_by = [Speaker(role=SpeakerRole.PUBLISHER, name=f"publisher of {report}")]
    if speaker:
        said_by.append(Speaker(role=SpeakerRole.SPEAKER, name=speaker))
    return Claim.record(
        mention_id="m",
        slot=Slot.KILLED,
        value=Count(low=low, high=low, words=f"{low} dead", whose=whose),
        span=Span(report_id=report, start=0, end=4),
        said_by=tuple(said_by),
        stance=stance,
        origin="test",
    )


def test_two_figures_are_two_positions_and_neither_is_lost():
    positions = find_positions([killed(1), killed(3)])
    assert [(position.value.low, len(position.claims)) for position in positions] == [(1, 1), (3, 1)]


def test_two_outlets_quoting_one_ministry_are_one_origin():
    [position] = find_positions([killed(3, report="a", speaker="The Ministry"), killed(3, report="b", speaker="the ministry")])
    assert len(position.claims) == 2
    assert len(position.origins) == 1


def test_two_speakers_with_one_figure_are_two_origins():
    [position] = find_positions([killed(3, report="a", speaker="Ministry of A"), killed(3, report="b", speaker="Ministry of B")])
    assert len(position.origins) == 2


def test_a_denial_is_a_position_of_its_own():
    assert len(find_positions([killed(3), killed(3, report="b", stance=Stance.DENIES)])) == 2


def test_the_same_number_of_other_people_is_another_position():
    assert len(find_positions([killed(3, whose="guards"), killed(3, whose="smugglers")])) == 2


def test_a_number_not_stated_is_a_position_beside_the_stated_ones():
    assert {position.value.low for position in find_positions([killed(None), killed(2)])} == {None, 2}
