"""A process that writes reports into a store and says which ones it was told are kept: writer.py STORE FIRST COUNT."""

import runpy
import sys
from pathlib import Path

from ceasewatch.store.sqlite import SqliteStore

cases = runpy.run_path(str(Path(__file__).with_name("cases.py")))


def write_reports(path: Path, first: int, count: int) -> None:
    with SqliteStore(path) as store:
        for number in range(first, first + count):
            case = cases["make_case"](number, claims=4)
            case.keep(store)
            sys.stdout.write(case.original.id + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    write_reports(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
