"""The texts that were annotated, read from the folders in which their publishers' files lie. None of them is in this repository."""

import csv
import hashlib
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from ceasewatch.errors import DataMissing
from ceasewatch.model.values import When
from quality.case2021 import read_snippets
from quality.muc4_texts import read_key, read_reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One report: its set, its name there, its words; the outlet, and the day under which it is filed, as written there."""

    set: str
    name: str
    text: str
    outlet: str | None = None
    filed: str | None = None

    @property
    def document(self) -> str:
        """The set and the name: "fakes/nna-001"."""
        return f"{self.set}/{self.name}"

    @property
    def sha256(self) -> str:
        """The SHA-256 of the words in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def filed_on(self) -> When | None:
        """The day under which it is filed, where it is written as one."""
        try:
            return When.of_days(date.fromisoformat(self.filed or ""))
        except ValueError:
            return None


def read_texts(data: Path, chosen: str) -> list[Text]:
    """Every text of one set, in a folder that holds all sets.

    Raises:
        DataMissing: there is no such set, or its files are not there.
    """
    if chosen not in SETS:
        raise DataMissing(f"there is no set “{chosen}” in the gold; there are {', '.join(SETS)}")
    try:
        return list(SETS[chosen](data))
    except FileNotFoundError as problem:
        raise DataMissing(f"{chosen}: {problem.filename} is not there") from problem


def find_text(data: Path, document: str) -> Text:
    """The text of one document, "set/name".

    Raises:
        DataMissing: there is no such document.
    """
    chosen, _, name = document.partition("/")
    for text in read_texts(data, chosen):
        if text.name == name:
            return text
    raise DataMissing(f"there is no document “{document}”")


def _read_fakes(data: Path) -> Iterator[Text]:
    """Every different text; the number is the row, from 1."""
    seen: set[str] = set()
    with (data / "fakes" / "articles.csv").open(encoding="utf-8", newline="") as table:
        for number, row in enumerate(csv.DictReader(table), 1):
            key = re.sub(r"\W+", " ", row["article_content"].lower())
            if key not in seen:
                seen.add(key)
                month, day, year = map(int, row["date"].split("/"))
                yield Text(
                    set="fakes",
                    name=f"{row['source']}-{number:03d}",
                    text=row["article_content"],
                    outlet=row["source"],
                    filed=date(year, month, day).isoformat(),
                )


def _read_case2021(data: Path) -> Iterator[Text]:
    path = data / "case2021" / "task2" / "test_dataset" / "test_set_final_release_with_labels.tsv"
    return (Text(set="case2021", name=snippet.number, text=snippet.text) for snippet in read_snippets(path))


def _read_geoparsing(chosen: str, file: str) -> Callable[[Path], Iterator[Text]]:
    def read(data: Path) -> Iterator[Text]:
        root = ET.fromstring((data / "geoparsing" / file).read_bytes())  # noqa: S314 -- a file of the user's own choice
        for article in root.iter("article"):
            filed = article.findtext("dltime")
            yield Text(
                set=chosen,
                name=article.get("docid") or article.get("file") or "",
                text=article.findtext("text") or "",
                outlet=_read_outlet(article),
                filed=filed.strip() if filed else None,
            )

    return read


def _read_outlet(article: ET.Element) -> str | None:
    address = (article.findtext("link") or article.findtext("url") or "").strip()
    return urlsplit(address).hostname


def _read_muc4(data: Path) -> Iterator[Text]:
    for name, text in read_reports(data / "muc4", read_key(data / "muc4", "dev")).items():
        yield Text(set="muc4", name=name, text=text)


def _read_seed(data: Path) -> Iterator[Text]:
    places = (data / "seed", data.parent / "seed")
    folder = next((place for place in places if (place / "report.txt").is_file()), places[0])
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    text = (folder / "report.txt").read_text(encoding="utf-8")
    yield Text(set="seed", name="report", text=text, outlet=gold["publisher"], filed=gold["published"])


SETS: dict[str, Callable[[Path], Iterator[Text]]] = {
    "fakes": _read_fakes,
    "case2021": _read_case2021,
    "trnews": _read_geoparsing("trnews", "TR-News.xml"),
    "geowebnews": _read_geoparsing("geowebnews", "GWN.xml"),
    "muc4": _read_muc4,
    "seed": _read_seed,
}
