"""What all tests share: one index of the world's places, built once and kept beside the checkout, never in the user's own cache."""

import os
from pathlib import Path

os.environ.setdefault("CEASEWATCH_CACHE", str(Path(__file__).parent.parent / ".cache"))
