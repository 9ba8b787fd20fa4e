"""Reads MUC-4 as it is published: the wire reports of 1988-1990 in capitals, GTT's keys, and templates that others' systems gave.

The layout under the folder is that of the repository xinyadu/gtt, put into ``gtt``.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from ceasewatch.errors import DataMissing
from quality.muc4_gtt import ROLES, Template, make_template
from quality.muc4_slots import FullTemplate
from quality.muc4_slots import read_templates as read_full_templates

SPLITS = ("train", "dev", "test")
_KEYS = Path("gtt/data/muc/processed")
TASK = Path("gtt/data/muc/raw_files/muc34")
CORPORA = TASK / "TASK/CORPORA"
_HEADER = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})(?: *\([^)\n]*\))?[ \t]*$", re.MULTILINE)


def key_path(folder: Path, split: str) -> Path:
    """Where the key of one split is."""
    return folder / _KEYS / f"{split}.json"


def read_key(folder: Path, split: str) -> dict[str, tuple[Template, ...]]:
    """The key of one split, by report. Templates that say the same of the same report count once, as in GTT.

    Raises:
        DataMissing: there is no such split.
    """
    if split not in SPLITS:
        raise DataMissing(f"MUC-4 has no split {split}; there are {', '.join(SPLITS)}")
    rows = map(json.loads, key_path(folder, split).read_text(encoding="utf-8").splitlines())
    return {row["docid"]: _read_templates(_unique(map(_drop_offsets, row["templates"]))) for row in rows}


def read_reports(folder: Path, wanted: Collection[str]) -> dict[str, str]:
    """The texts of the reports named, as the wire sent them.

    Raises:
        DataMissing: one of them is not there.
    """
    texts: dict[str, str] = {}
    for path in sorted((folder / CORPORA).glob("*/*-muc[34]*")):
        if not path.name.startswith("key") and not path.name.endswith("mixed-case"):
            texts.update(split_reports(path.read_text(encoding="latin-1")))
    lost = [name for name in wanted if name not in texts]
    if lost:
        raise DataMissing(f"{folder / CORPORA} lacks the text of {', '.join(lost[:3])}{' and others' if len(lost) > 3 else ''}")
    return {name: texts[name] for name in wanted}


def read_full_key(folder: Path, wanted: Collection[str]) -> dict[str, tuple[FullTemplate, ...]]:
    """The full templates of the reports named, from the keys of 1992.

    Raises:
        DataMissing: one of the reports has no key.
    """
    keys: dict[str, tuple[FullTemplate, ...]] = {}
    for path in sorted((folder / CORPORA).glob("*/key-*")):
        keys.update(read_full_templates(path.read_text(encoding="latin-1")))
    lost = [name for name in wanted if name not in keys]
    if lost:
        raise DataMissing(f"{folder / CORPORA} lacks the key of {', '.join(lost[:3])}{' and others' if len(lost) > 3 else ''}")
    return {name: keys[name] for name in wanted}


def split_reports(text: str) -> dict[str, str]:
    """Part a file of the corpus into its reports, by name."""
    parts = _HEADER.split(text)
    return {name: body.strip() for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def read_gtt_output(path: Path, names: Iterable[str]) -> dict[str, tuple[Template, ...]]:
    """The templates that GTT gave, by report. GTT numbers the reports: 30007 is the seventh of TST3."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    numbers = {_number(name): name for name in names}
    return {numbers[number]: _read_templates(row["pred_templates"]) for number, row in rows.items()}


def read_iterx_output(path: Path) -> dict[str, tuple[Template, ...]]:
    """The templates that IterX gave, by report; it writes one line for each report and incident type."""
    given: dict[str, tuple[Template, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        for name, rows in json.loads(line).items():
            given[name] = given.get(name, ()) + _read_templates(rows)
    return given


def _number(name: str) -> str:
    series, *_, number = name.split("-")
    return str(int(series[-1]) * 10_000 + int(number))


def _drop_offsets(row: Mapping[str, Any]) -> dict[str, Any]:
    """Leave a wording's place in the text out of the key."""
    roles = {role: [entity for one in row[role] if (entity := [words for words, _ in one])] for role in ROLES}
    return {"incident_type": row["incident_type"], **roles}


def _unique(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = []
    for row in rows:
        if row not in kept:
            kept.append(row)
    return kept


def _read_templates(rows: Iterable[Mapping[str, Any]]) -> tuple[Template, ...]:
    return tuple(make_template(_read_type(row["incident_type"]), {role: row.get(role, ()) for role in ROLES}) for row in rows)


def _read_type(given: Any) -> str:
    """GTT counts what is no incident type at all as an attack, the commonest of them."""
    return given if isinstance(given, str) else "attack"
