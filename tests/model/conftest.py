"""Makes ``hypothesis.strategies.from_type`` know the nouns."""

import runpy
from pathlib import Path

runpy.run_path(str(Path(__file__).parents[1] / "nouns.py"))
