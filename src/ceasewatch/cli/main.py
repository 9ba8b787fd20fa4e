"""The command line: ``ceasewatch read``, ``incidents``, ``show``, ``claims``, ``gaps``, ``search``, ``ceasefires``.

Every command is a module of this room and is imported only when it is called, so that help and mistakes answer at once.
"""

import errno
import importlib
import io
import sys
from typing import Any

import click

from ceasewatch import __version__
from ceasewatch.errors import CeasewatchError

COMMANDS = {
    "read": "Read reports into the store.",
    "incidents": "List the incidents, newest first.",
    "show": "Show the case file of one incident.",
    "claims": "Print the claims, one JSON object a line.",
    "gaps": "Say what was not recorded, and why.",
    "search": "Find reports by their words.",
    "ceasefires": "List the ceasefires that come with the program.",
}
"""Each command with the first sentence of its help, so that the list of commands needs none of their imports."""


class Failure(click.ClickException):
    """An error of ours, told in one line; the command ends with exit code 1."""

    def show(self, file: Any = None) -> None:
        """Print the line."""
        click.echo(f"ceasewatch: {' '.join(self.format_message().split())}", file=file, err=file is None)


class CommandTable(click.Group):
    """Finds a command by importing its module, and tells our errors in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click asks for it)
        """Return the names of the commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click asks for it)
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"ceasewatch.cli.{cmd_name}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (click asks for it)
        """Write the list of commands from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error of ours becomes one line, anything else keeps its traceback."""
        try:
            return super().invoke(ctx)
        except CeasewatchError as error:
            raise Failure(str(error)) from error
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise Failure("there is no room left where the output goes") from error
            raise


@click.group(cls=CommandTable, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ceasewatch", message="%(prog)s %(version)s")
def main() -> None:
    """The incident record of a ceasefire: who says what about which incident, in which words, where in the text."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a letter shows its code instead of failing.
            stream.reconfigure(errors="backslashreplace")
