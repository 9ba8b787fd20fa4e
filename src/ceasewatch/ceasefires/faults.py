"""The faults of a ceasefire folder, gathered so that one message names them all."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

Document = TypeVar("Document", bound=BaseModel)


class Faults:
    """Collects one sentence for each fault, with the file and, where known, the line or the field."""

    def __init__(self) -> None:
        """Start with none."""
        self.sentences: list[str] = []

    def add(self, where: str, what: str) -> None:
        """Note one fault."""
        self.sentences.append(f"{where}: {what}.")

    def add_doubles(self, where: str, what: str, values: Iterable[str]) -> None:
        """Note every value that stands twice where it may stand once."""
        seen: set[str] = set()
        for value in values:
            if value in seen:
                self.add(where, f"the {what} {value!r} stands twice")
            seen.add(value)

    def read_text(self, path: Path) -> str | None:
        """Return a file's text; a file that is missing or is not UTF-8 is a fault."""
        try:
            return path.read_text(encoding="utf-8")
        except OSError as error:
            self.add(path.name, f"the file cannot be read ({error.strerror or error})")
        except UnicodeDecodeError as error:
            self.add(path.name, f"the file is not UTF-8 text (byte {error.start})")
        return None

    def read_yaml(self, path: Path, shape: type[Document]) -> Document | None:
        """Read a YAML file into a document of the given shape."""
        text = self.read_text(path)
        if text is None:
            return None
        try:
            content = yaml.safe_load(text)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = f" line {mark.line + 1}" if mark else ""
            self.add(f"{path.name}{line}", f"the YAML cannot be read ({getattr(error, 'problem', None) or error})")
            return None
        return self.check(path.name, content, shape)

    def read_json(self, path: Path, shape: type[Document]) -> Document | None:
        """Read a JSON file into a document of the given shape."""
        text = self.read_text(path)
        if text is None:
            return None
        try:
            content = json.loads(text)
        except json.JSONDecodeError as error:
            self.add(f"{path.name} line {error.lineno}", f"the JSON cannot be read ({error.msg})")
            return None
        return self.check(path.name, content, shape)

    def check(self, where: str, content: Any, shape: type[Document]) -> Document | None:
        """Check content against a shape; each thing that does not fit is one fault."""
        try:
            return shape.model_validate(content)
        except ValidationError as error:
            for fault in error.errors(include_url=False, include_context=False):
                field = ".".join(str(part) for part in fault["loc"]) or "the whole file"
                self.add(where, f"{field}: {fault['msg'][:1].lower()}{fault['msg'][1:]}")
            return None
