"""``python -m quality gold take|check|show``: makes annotations of drafts, proves them against the texts, and draws them."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ceasewatch.errors import DataMissing
from quality.gold.check import check_annotation, check_annotations
from quality.gold.drafts import take_draft
from quality.gold.page import render_annotation
from quality.gold.records import Annotation, read_annotations, write_line
from quality.gold.splits import read_splits
from quality.gold.texts import find_text, read_texts
from quality.measure import DATA_VARIABLE, data_folder

GOLD = Path(__file__).parent


def main(arguments: Sequence[str]) -> int:
    """Run one of the three; 1 where something is at fault."""
    options = _read_options(arguments)
    data = data_folder(options.data)
    if data is None:
        print(f"gold: name the folder with the texts by --data or ${DATA_VARIABLE}", file=sys.stderr)
        return 2
    status: int = options.run(options, data)
    return status


def _take(options: argparse.Namespace, data: Path) -> int:
    faulty = 0
    for path in options.drafts:
        for number, draft in _read_drafts(path):
            annotation, faults = _take_one(draft, data, options.annotator)
            faulty += bool(faults)
            for fault in faults:
                print(f"{path}, {number}: {fault}", file=sys.stderr)
            if annotation and not faults:
                print(write_line(annotation))
    return 1 if faulty else 0


def _take_one(draft: Any, data: Path, annotator: str) -> tuple[Annotation | None, list[str]]:
    if not isinstance(draft, dict) or "doc" not in draft:
        return None, ["no draft: it has no “doc”"]
    try:
        text = find_text(data, draft["doc"])
    except DataMissing as problem:
        return None, [str(problem)]
    annotation, faults = take_draft(draft, text, annotator)
    if annotation is not None:
        faults = list(check_annotation(annotation, text.text))
    return annotation, [f"{draft['doc']}: {fault}" for fault in faults]


def _check(options: argparse.Namespace, data: Path) -> int:  # noqa: ARG001 -- it has no options
    """Prove what is in ``claims`` and in ``agreement``, each folder's file by itself."""
    faults = 0
    for path in sorted([*GOLD.glob("claims/*.jsonl"), *GOLD.glob("agreement/*.jsonl")]):
        annotations = list(read_annotations(path))
        sets = {one.document.partition("/")[0] for one in annotations}
        texts = {text.document: text for name in sorted(sets) for text in read_texts(data, name)}
        for fault in check_annotations(annotations, texts, read_splits()):
            faults += 1
            print(f"{path.name}: {fault}", file=sys.stderr)
        events, claims = (sum(len(getattr(one, noun)) for one in annotations) for noun in ("mentions", "claims"))
        print(f"{path.parent.name}/{path.name}: {len(annotations)} reports, {events} events, {claims} claims")
    return 1 if faults else 0


def _show(options: argparse.Namespace, data: Path) -> int:
    found = [one for path in sorted(GOLD.glob("claims/*.jsonl")) for one in read_annotations(path) if one.document == options.document]
    if not found:
        print(f"gold: {options.document} is not annotated", file=sys.stderr)
        return 1
    page = render_annotation(found[0], find_text(data, options.document))
    options.html.write_text(page, encoding="utf-8")
    print(f"{options.document}: {options.html}")
    return 0


def _read_drafts(path: Path) -> Iterator[tuple[str, Any]]:
    """One JSON object in the file, or one on each line."""
    content = path.read_text(encoding="utf-8")
    try:
        yield "draft", json.loads(content)
    except json.JSONDecodeError:
        for number, line in enumerate(content.splitlines(), 1):
            if line.strip():
                try:
                    yield f"line {number}", json.loads(line)
                except json.JSONDecodeError as problem:
                    yield f"line {number}: {problem}", None


def _read_file(argument: str) -> Path:
    path = Path(argument)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"there is no file {argument}")
    return path


def _read_options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m quality gold", description="Our own annotations of who claims what.")
    commands = parser.add_subparsers(required=True)
    take = commands.add_parser("take", help="turn drafts (docs/codebook.md) into annotations; every fault is told")
    take.add_argument("drafts", nargs="+", type=_read_file, metavar="DRAFT")
    take.add_argument("--annotator", required=True, help="a tag, no name of a person")
    take.set_defaults(run=_take)
    check = commands.add_parser("check", help="prove every annotation against its text")
    check.set_defaults(run=_check)
    show = commands.add_parser("show", help="draw a page with one text and its claims")
    show.add_argument("document", metavar="DOC", help="set/name, such as fakes/nna-001")
    show.add_argument("--html", type=Path, default=Path("gold.html"), metavar="FILE", help="where to (default: gold.html)")
    show.set_defaults(run=_show)
    for command in (take, check, show):
        command.add_argument("--data", type=Path, metavar="DIR", help=f"the folder with the texts (default: ${DATA_VARIABLE})")
    return parser.parse_args(arguments)
