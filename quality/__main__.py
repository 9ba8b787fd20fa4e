"""``python -m quality [MEASURE ...]``: measures how well Ceasewatch reads; ``--help`` lists the measures and the options."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from ceasewatch.errors import CeasewatchError
from quality import case2021, claims, fakes, geoparse, gva, gvc, muc4, polnear, seed, speed, swap, timeml
from quality.figures import Figures, render_figures, to_plain
from quality.floors import find_falls, read_floors
from quality.gold import command as gold
from quality.measure import DATA_VARIABLE, Measure
from quality.page import PAGE, fill_page, find_stale
from quality.summary import list_rows, render_plain

_MODULES = (muc4, polnear, timeml, geoparse, fakes, gva, gvc, case2021, claims, seed, swap, speed)
MEASURES: dict[str, Measure] = {module.MEASURE.name: module.MEASURE for module in _MODULES}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measures that were asked for, all of them where none was named; "gold" is a command of its own.

    Data that is not there is said, and is no failure.
    """
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["gold"]:
        return gold.main(given[1:])
    options = _read_options(given)
    results: list[Figures] = []
    for name, split in options.measures or [(name, options.split) for name in MEASURES]:
        measure = MEASURES[name]
        folder = measure.locate(options.data)
        if folder is None:
            print(f"{name}: skipped, its texts are not here. {measure.found_at}", file=sys.stderr)
            continue
        try:
            results.append(measure.run(folder, split or options.split))
        except CeasewatchError as failure:
            print(f"{name}: {failure}", file=sys.stderr)
            return 1
    _show(results, options)
    if options.write:
        PAGE.write_text(fill_page(PAGE.read_text(encoding="utf-8"), results, read_floors()), encoding="utf-8")
    return _check(results) if options.floors else 0


def _check(results: Sequence[Figures]) -> int:
    floors = read_floors()
    falls = list(find_falls(results, floors))
    for fall in falls:
        print(f"fallen: {fall}", file=sys.stderr)
    stale = list(find_stale(results, PAGE.read_text(encoding="utf-8"), floors))
    if stale:
        print(f"not current: docs/quality.md on {', '.join(stale)}; `make figures` writes it anew", file=sys.stderr)
    return 1 if falls or stale else 0


def _show(results: Sequence[Figures], options: argparse.Namespace) -> None:
    if options.json:
        print(json.dumps([to_plain(figures) for figures in results], ensure_ascii=False, indent=1))
        return
    if not options.measures and not options.errors:
        print("\n".join(render_plain(list(list_rows(results, read_floors())))))
        return
    print("\n\n".join("\n".join(render_figures(figures, options.errors)) for figures in results))


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    listed = "\n".join(f"  {measure.name:<10} {measure.summary}" for measure in MEASURES.values())
    parser = argparse.ArgumentParser(
        prog="python -m quality",
        description="Measures how well Ceasewatch reads.",
        epilog=f"measures:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "measures",
        nargs="*",
        metavar="MEASURE[:SPLIT]",
        type=_read_measure,
        help="which measures to run, in full (default: all of them, as a table of the figures that count)",
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help=f"the folder with the texts (default: ${DATA_VARIABLE}, if it is set)")
    parser.add_argument("--split", help="which part of a set to run, for sets that have parts")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N of the errors behind the figures")
    parser.add_argument("--write", action="store_true", help="write the figures into docs/quality.md")
    parser.add_argument(
        "--floors",
        action="store_true",
        help="end with 1 where a figure is under its floor (quality/floors.json) or docs/quality.md is not current",
    )
    return parser.parse_args(arguments)


def _read_measure(argument: str) -> tuple[str, str | None]:
    name, _, split = argument.partition(":")
    if name not in MEASURES:
        raise argparse.ArgumentTypeError(f"there is no measure {name}; there are {', '.join(MEASURES)}")
    return name, split or None


if __name__ == "__main__":
    raise SystemExit(main())
