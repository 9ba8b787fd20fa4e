"""A made-up incident on a line of control, told by four reports, as a store would hold it once it was read.

Loaded by its path, since tests cannot import each other: see ``conftest.py`` here and in ``tests/cli``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from ceasewatch.model.claim import Certainty, Chain, Claim, Slot, Speaker, SpeakerRole, Stance
from ceasewatch.model.gap import Gap, GapReason
from ceasewatch.model.incident import Incident, Judgement, Verdict
from ceasewatch.model.mention import Mention, Status
from ceasewatch.model.reading import Original, Outcome, Reading, Resolution
from ceasewatch.model.reading import Status as OutcomeStatus
from ceasewatch.model.record import Link, Party, Place, PlaceName, Record
from ceasewatch.model.report import Report, Span
from ceasewatch.model.values import Category, Count, Standing, Thing, Value, When, Where, Who, Words
from ceasewatch.reconcile.positions import find_positions
from ceasewatch.store.store import Store

NOON = datetime(2021, 1, 7, 12, tzinfo=UTC)
FIFTH = When.of_days(date(2021, 1, 5))
MORNING = When(earliest=datetime(2021, 1, 5, 6, tzinfo=UTC), before=datetime(2021, 1, 5, 12, tzinfo=UTC))

INDIA = Party(id="india", name="India", side="india")
PAKISTAN = Party(id="pakistan", name="Pakistan", side="pakistan")
RIDGE = Place(
    id="ridge",
    names=(PlaceName(name="Kala Pahar", used_by="pakistan"), PlaceName(name="Kali Pahari", used_by="india")),
    kind="height",
    latitude=33.77,
    longitude=74.09,
    uncertainty_m=4000,
)
SECTOR = Place(id="sector", names=(PlaceName(name="Rakh Sector"),), kind="area")
RECORDS = {record.id: record for record in (INDIA, PAKISTAN, RIDGE, SECTOR)}

FIRED = Words(text="opened unprovoked fire on a forward post")


def publisher(name: str | None) -> Speaker:
    return Speaker(role=SpeakerRole.PUBLISHER, name=name)


def byline(name: str) -> Speaker:
    return Speaker(role=SpeakerRole.BYLINE, name=name)


def speaker(name: str | None) -> Speaker:
    return Speaker(role=SpeakerRole.SPEAKER, name=name)


def source(name: str | None) -> Speaker:
    return Speaker(role=SpeakerRole.SOURCE, name=name)


@dataclass(kw_only=True)
class Telling:
    """One report being put together: every claim's span is found by its words."""

    text: str
    kind: str = "shelling"
    status: Status = Status.REPORTED
    anchor: str
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = "en"
    published: When | None = None
    claims: list[Claim] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    @property
    def original(self) -> Original:
        return Original(content=self.text.encode(), name=f"{self.title}.txt", retrieved_at=NOON, url=self.url)

    @property
    def report(self) -> Report:
        return Report(
            id=self.original.id,
            text=self.text,
            retrieved_at=NOON,
            media_type="text/plain",
            url=self.url,
            publisher=self.publisher,
            byline=self.byline,
            title=self.title,
            language=self.language,
            published=self.published,
        )

    @property
    def mention(self) -> Mention:
        return Mention.record(kind=self.kind, anchor=self.span(self.anchor), status=self.status)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(report_id=self.original.id, start=start, end=start + len(words))

    def say(
        self,
        slot: Slot,
        value: Value,
        words: str,
        *by: Speaker,
        stance: Stance = Stance.ASSERTS,
        certainty: Certainty = Certainty.STATED,
        meant: Iterable[Record] = (),
        whose: Iterable[Record] = (),
    ) -> "Telling":
        chain: Chain = (publisher(self.publisher), *((byline(self.byline),) if self.byline else ()), *by)
        claim = Claim.record(
            mention_id=self.mention.id,
            slot=slot,
            value=value,
            span=self.span(words),
            said_by=chain,
            stance=stance,
            certainty=certainty,
            origin="hand",
        )
        self.claims.append(claim)
        for role, records in (("value", meant), ("whose", whose)):
            self.links += [Link(claim_id=claim.id, record_id=record.id, role=role, by="hand", score=1.0) for record in records]
        return self

    def miss(self, reason: GapReason, slot: Slot | None = None, detail: str | None = None) -> "Telling":
        self.gaps.append(Gap.record(report_id=self.original.id, reason=reason, slot=slot, detail=detail))
        return self

    def keep(self, store: Store) -> "Telling":
        store.add_original(self.original)
        records = tuple(RECORDS[record_id] for record_id in sorted({link.record_id for link in self.links}))
        store.add_outcome(
            self.original.id,
            Outcome(status=OutcomeStatus.READ, report=self.report),
            Reading(mentions=(self.mention,), claims=tuple(self.claims), gaps=tuple(self.gaps)),
            Resolution(links=tuple(self.links), records=records),
        )
        return self


def exact(number: int, words: str, whose: str | None = None, standing: Standing | None = None) -> Count:
    return Count(low=number, high=number, words=words, whose=whose, standing=standing)


def make_indian() -> Telling:
    army = speaker("the Indian army")
    telling = Telling(
        publisher="Jammu Ledger",
        byline="R. Kaul",
        title="Two soldiers killed on the Line of Control",
        url="https://ledger.example.org/2021/01/05/loc",
        published=FIFTH,
        anchor="shelling",
        text=(
            "Two Indian soldiers were killed on Tuesday morning in shelling near Kali Pahari. “The other side opened unprovoked fire on a "
            "forward post,” the Indian army said in a statement. “Our troops gave a fitting reply, and three Pakistani soldiers were "
            "killed,” it said. Residents were reported to be hurt in the villages below. The army said that no post was abandoned. "
            "It said that the “major” in command, Tariq Nadeem, was among the dead."
        ),
    )
    return (
        telling.say(Slot.KIND, Category(code="shelling", words="shelling"), "shelling")
        .say(Slot.WHEN, MORNING, "on Tuesday morning")
        .say(Slot.WHERE, Where(name="Kali Pahari", relation="near"), "near Kali Pahari", meant=[RIDGE])
        .say(Slot.KILLED, exact(2, "Two", "Indian soldiers", Standing.COMBATANT), "Two Indian soldiers", whose=[INDIA])
        .say(
            Slot.KILLED,
            exact(3, "three", "Pakistani soldiers", Standing.COMBATANT),
            "three Pakistani soldiers",
            army,
            whose=[PAKISTAN],
        )
        .say(Slot.FIRED_FIRST, Who(name="the other side"), "The other side opened unprovoked fire", army, meant=[PAKISTAN])
        .say(
            Slot.WOUNDED,
            Count(low=None, high=None, words="Residents", whose="residents", standing=Standing.CIVILIAN),
            "Residents were reported to be hurt",
            certainty=Certainty.REPORTED,
        )
        .say(
            Slot.NAMED,
            Who(name="Tariq Nadeem", rank="major", rank_is_quoted=True, whose="Pakistani"),
            "“major” in command, Tariq Nadeem",
            army,
        )
        .miss(GapReason.COUNT_NOT_STATED, Slot.WOUNDED)
        .miss(GapReason.PLACE_UNKNOWN, Slot.WHERE, "the villages below")
    )


def make_pakistani() -> Telling:
    ispr = speaker("Pakistan's military")
    telling = Telling(
        publisher="Mirpur Evening Post",
        title="Civilian killed by Indian fire, army says",
        url="https://post.example.org/a?id=7&x=1",
        published=When.of_days(date(2021, 1, 6)),
        anchor="fired on Kala Pahar",
        text=(
            "Indian forces fired on Kala Pahar at about 10 a.m. on January 5, Pakistan's military said, and killed one soldier and one "
            "civilian. Pakistan's military denied having opened fire first. According to local residents quoted by the military, at least "
            "four houses were hit by 120 mm mortar shells. It demanded that India respect the understanding of 2003."
        ),
    )
    ten = When(earliest=datetime(2021, 1, 5, 9, 30, tzinfo=UTC), before=datetime(2021, 1, 5, 10, 30, tzinfo=UTC))
    return (
        telling.say(Slot.WHEN, ten, "at about 10 a.m. on January 5", ispr)
        .say(Slot.WHERE, Where(name="Kala Pahar"), "Kala Pahar", ispr, meant=[RIDGE])
        .say(Slot.KIND, Category(code="shooting", words="fired on"), "fired on", ispr)
        .say(Slot.FIRED_FIRST, Who(name="Indian forces"), "Indian forces fired on Kala Pahar", ispr, stance=Stance.ACCUSES, meant=[INDIA])
        .say(Slot.FIRED_FIRST, Who(name="Pakistan"), "denied having opened fire first", ispr, stance=Stance.DENIES, meant=[PAKISTAN])
        .say(Slot.KILLED, exact(1, "one", "soldier", Standing.COMBATANT), "one soldier", ispr, whose=[PAKISTAN])
        .say(Slot.KILLED, exact(1, "one", "civilian", Standing.CIVILIAN), "one civilian", ispr)
        .say(
            Slot.MEANS,
            Thing(name="120 mm mortar shells", count=Count(low=None, high=None, words="shells")),
            "120 mm mortar shells",
            ispr,
            source("local residents"),
            certainty=Certainty.REPORTED,
        )
        .say(
            Slot.ASKED,
            Words(text="that India respect the understanding of 2003"),
            "respect the understanding of 2003",
            ispr,
            stance=Stance.DEMANDS,
        )
    )


def make_wire() -> Telling:
    army = speaker("The Indian Army")
    telling = Telling(
        publisher="Lakeside Wire",
        byline="M. Odhiambo",
        title="India and Pakistan trade fire and blame",
        published=FIFTH,
        anchor="exchanged fire",
        text=(
            "Indian and Pakistani troops exchanged fire on Tuesday in the Rakh Sector, and both armies spoke of losses. The Indian Army "
            "said it had killed three Pakistani soldiers. Neither figure could be checked."
        ),
    )
    return (
        telling.say(Slot.KIND, Category(code="clash", words="exchanged fire"), "exchanged fire")
        .say(Slot.WHEN, FIFTH, "on Tuesday")
        .say(Slot.WHERE, Where(name="Rakh Sector", relation="in"), "Rakh Sector", meant=[SECTOR])
        .say(
            Slot.KILLED,
            Count(low=None, high=None, words="losses", whose="both armies"),
            "both armies spoke of losses",
            whose=[INDIA, PAKISTAN],
        )
        .say(Slot.KILLED, exact(3, "three", "Pakistani soldiers", Standing.COMBATANT), "three Pakistani soldiers", army, whose=[PAKISTAN])
    )


def make_urdu() -> Telling:
    telling = Telling(
        publisher="روزنامہ وادی",
        title="لائن آف کنٹرول پر فائرنگ",
        language="ur",
        anchor="فائرنگ",
        text="کالا پہاڑ کے قریب منگل کو فائرنگ ہوئی۔ ایک سپاہی ہلاک ہوا۔",
        status=Status.BACKGROUND,
    )
    return (
        telling.say(Slot.KILLED, exact(1, "ایک", "سپاہی"), "ایک سپاہی ہلاک ہوا", whose=[PAKISTAN])
        .say(Slot.WHERE, Where(name="کالا پہاڑ", relation="کے قریب"), "کالا پہاڑ", meant=[RIDGE])
        .say(Slot.WHEN, FIFTH, "منگل کو")
        .miss(GapReason.NO_PUBLICATION_DATE)
    )


def make_tellings() -> list[Telling]:
    return [make_indian(), make_pakistani(), make_wire(), make_urdu()]


def make_incident(tellings: Iterable[Telling], *, kind: str = "shelling", when: When | None = FIFTH) -> Incident:
    mentions = sorted((telling.mention for telling in tellings), key=lambda one: one.id)
    claims = [claim for telling in tellings for claim in telling.claims]
    return Incident(id=mentions[0].id, kind=kind, mentions=tuple(mentions), positions=find_positions(claims), when=when)


def keep_all(store: Store, tellings: Iterable[Telling]) -> None:
    """Keep every telling, and a person's judgement that they tell of one incident."""
    kept = [telling.keep(store) for telling in tellings]
    for other in kept[1:]:
        store.add_judgement(
            Judgement(
                left=kept[0].mention.id, right=other.mention.id, verdict=Verdict.SAME, by="Noor", at=NOON, reason="same ridge and day"
            )
        )


def poison(telling: Telling, payload: str) -> Telling:
    """Put words that would be live markup into every field of a report that its sender controls."""
    poisoned = replace(
        telling,
        text=f"{payload} {telling.text}",
        title=payload,
        publisher=payload,
        byline=payload,
        url=f"https://example.org/{payload}",
        language=payload,
        claims=[],
        links=[],
        gaps=[],
    )
    values: list[tuple[Slot, Value]] = [
        (Slot.KIND, Category(code=payload, words=payload)),
        (Slot.WHERE, Where(name=payload, relation=payload)),
        (Slot.KILLED, exact(1, payload, payload)),
        (Slot.NAMED, Who(name=payload, rank=payload, rank_is_quoted=True, whose=payload)),
        (Slot.MEANS, Thing(name=payload, moved_from=payload, moved_to=payload, by_road=payload, load=payload, made_where=payload)),
        (Slot.PURPOSE, Words(text=payload)),
    ]
    for slot, value in values:
        poisoned.say(slot, value, payload, speaker(payload), source(payload))
    return poisoned.miss(GapReason.PLACE_UNKNOWN, Slot.WHERE, payload)
