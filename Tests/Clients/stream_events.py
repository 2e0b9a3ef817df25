"""How streams are cut into events, by the letter: this is about what is written, and no reader is so strict."""

import json
import re
from collections.abc import Iterator
from typing import Any

from fixtures import Output

FRAME = re.compile(rb"data: ([^\r\n]+)\n\n")
DONE = b"[DONE]"


def events(output: Output) -> list[Any]:
    """The values of a stream; `DONE` stands for what ends a chat."""
    if output.path.suffix == ".json":
        array = json.loads(output.body)
        if not isinstance(array, list):
            raise ValueError(f"{output.path}: expected an array")
        return array
    data = FRAME.findall(output.body)
    if not data or FRAME.sub(b"", output.body):
        raise ValueError(f"{output.path}: expected nothing but `data: …` and empty lines, by turns")
    return [DONE if payload == DONE else json.loads(payload) for payload in data]


def is_error(event: Any) -> bool:
    return isinstance(event, dict) and "error" in event


def values_once(values: list[Any], pointer: str) -> Iterator[str]:
    """A violation, if what is said again is said differently."""
    said = {json.dumps(value) for value in values}
    if len(said) > 1:
        yield f"{pointer}: expected one value throughout, found {', '.join(sorted(said))}"
