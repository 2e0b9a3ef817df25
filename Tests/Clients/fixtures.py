"""The recorded outputs of the fixtures, with the options they were made with."""

import json
import pathlib
from collections.abc import Iterator
from typing import Any, NamedTuple

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "Fixtures"


class Output(NamedTuple):
    path: pathlib.Path
    body: Any
    dialect: str
    surface: str

    @property
    def name(self) -> str:
        return str(self.path.relative_to(FIXTURES))

    @property
    def is_way_back(self) -> bool:
        return self.path.name.startswith("back.")


def outputs(kind: str, wire: str) -> Iterator[Output]:
    """What was recorded in one wire format: `kind` is `request`, `response` or `error`."""
    folders = [*FIXTURES.glob(f"{kind}s/*"), *FIXTURES.glob(f"relays/*/{kind}")]
    for folder in sorted(folders):
        options_file = folder / "options.json"
        options = json.loads(options_file.read_bytes()) if options_file.exists() else {}
        paths = [path for leg in ("out", "back") if (path := folder / f"{leg}.{wire}.json").exists()]
        if not paths and kind != "error":
            raise FileNotFoundError(f"nothing was recorded in {folder}")
        for path in paths:
            body = json.loads(path.read_bytes())
            yield Output(path, body, options.get("dialect", "relay"), options.get("surface", "developer"))


def streams(wire: str) -> Iterator[Output]:
    """What was recorded of streams in one wire format, `gemini` framed either way; a body is the bytes."""
    for folder in sorted(FIXTURES.glob("streams/*")):
        options_file = folder / "options.json"
        options = json.loads(options_file.read_bytes()) if options_file.exists() else {}
        paths = [*folder.glob("out.*"), *folder.glob("back.*")]
        if not paths:
            raise FileNotFoundError(f"nothing was recorded in {folder}")
        for path in sorted(paths):
            _, spoken, framing = path.name.split(".")
            if f"{spoken}.{framing}" not in ("openai.sse", "gemini.sse", "gemini.json"):
                raise ValueError(f"no judge knows {path}")
            if spoken == wire:
                body = path.read_bytes()
                yield Output(path, body, options.get("dialect", "relay"), options.get("surface", "developer"))
