"""What a command prints: JSON, and lines as wide as the screen."""

import json
import shutil
import sys
from typing import Any

import click


def print_json(data: Any) -> None:
    """Print data as JSON for people and programs, indented."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def print_json_line(data: Any) -> None:
    """Print data as JSON on one line."""
    click.echo(json.dumps(data, ensure_ascii=False))


def screen_width() -> int | None:
    """Return how many columns the terminal has; ``None`` where the output goes to a file or another program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
