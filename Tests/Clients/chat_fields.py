"""Closed schemas of chat completion bodies, from `Fixtures/fields/openai.json`."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from fixtures import FIXTURES
from schema import of_message, of_type, validator

FIELDS = json.loads((FIXTURES / "fields/openai.json").read_bytes())
EXTENSIONS = FIELDS["extensions"]


@cache
def body(root: str, dialect: str) -> Draft202012Validator:
    """A `request`, `response`, `chunk` or `error` with the published members and those that the dialect adds."""
    messages = {name: dict(fields) for name, fields in FIELDS["messages"].items()}
    for name, fields in EXTENSIONS["messages"].items():
        extended = messages.setdefault(name, {})
        for member, field in fields.items():
            if _is_spoken(field, dialect):
                extended[member] = _widened(extended[member], field) if member in extended else field
    if dialect == "google":
        for name, members in FIELDS["googleTakes"].items():
            messages[name] = {member: messages[name][member] for member in members}
    unions = dict(FIELDS["unions"])
    for name, extension in EXTENSIONS["unions"].items():
        if _is_spoken(extension, dialect):
            unions[name] += f" | {extension['type']}"
    definitions = {
        name: of_message(fields, [member for member, field in fields.items() if field.get("required")])
        for name, fields in messages.items()
    }
    return validator(FIELDS[root], definitions | {name: of_type(union) for name, union in unions.items()})


def _is_spoken(extension: dict[str, Any], dialect: str) -> bool:
    # Members of messages that only extensions hold are as spoken as what leads to them.
    return dialect in extension.get("dialects", [dialect])


def _widened(field: dict[str, Any], extension: dict[str, Any]) -> dict[str, Any]:
    return field | {"type": f"{field['type']} | {extension['type']}"}
