"""``python -m ceasewatch`` is the command ``ceasewatch``."""

from ceasewatch.cli.main import main

main(prog_name="ceasewatch")
