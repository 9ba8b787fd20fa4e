"""The options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT_STORE = Path("ceasewatch.db")


def store_option(command: F) -> F:
    """Add ``--store FILE``."""
    return click.option(
        "--store",
        "store_path",
        metavar="FILE",
        type=click.Path(dir_okay=False, path_type=Path),
        default=DEFAULT_STORE,
        show_default=f"./{DEFAULT_STORE}",
        help="The file that keeps reports and claims.",
    )(command)


def json_option(command: F) -> F:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON; its shape is in docs/commands.md.")(command)


def report_option(command: F) -> F:
    """Add ``--report ID``."""
    return click.option("--report", "report_id", metavar="ID", help="Only this report; the beginning of its id is enough.")(command)
