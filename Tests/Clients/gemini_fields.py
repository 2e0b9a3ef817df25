"""Closed schemas of Gemini bodies, from `Fixtures/fields/gemini.json`."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from fixtures import FIXTURES
from proto_schema import RULES
from schema import Schema, of_message, validator

FIELDS = json.loads((FIXTURES / "fields/gemini.json").read_bytes())

# Documented as required, and yet not needed in a body.
OPTIONAL = {
    "GenerateContentRequest": {"model"},  # the path names it
    "FunctionDeclaration": {"description"},  # recorded requests without it are answered
    "Schema": {"type"},  # a union has none; the rules of the subset say the rest
}
# The server answers 400 to these when they are empty or absent, whatever the documents say.
NEVER_EMPTY = {"GenerateContentRequest": "contents", "Content": "parts"}
NEEDED = {("Part", "data"), ("FunctionResponsePart", "data"), ("PartialArg", "delta")}
# What every error holds, though no document says so.
ERROR = {"ErrorEnvelope": ["error"], "Status": ["code", "message", "status"]}


@cache
def request(surface: str) -> Draft202012Validator:
    definitions = {name: _message(name, fields, surface) for name, fields in FIELDS["messages"].items()}
    for name, member in NEVER_EMPTY.items():
        definitions[name]["required"] = sorted({*definitions[name]["required"], member})
        definitions[name]["properties"][member]["minItems"] = 1
    definitions[FIELDS["request"]]["properties"].pop("model", None)
    definitions["Schema"].update(RULES)
    words = {name: {"enum": _words(lists, surface)} for name, lists in FIELDS["enums"].items()}
    words["Type"]["enum"] += [word.lower() for word in words["Type"]["enum"]]  # both cases are documented
    return validator(FIELDS["request"], definitions | words)


@cache
def answer(root: str, knows_all_words: bool) -> Draft202012Validator:
    """A response or an error; nothing in it tells which surface it came from."""
    definitions = {name: _message(name, fields, None) for name, fields in FIELDS["messages"].items()}
    for name, members in ERROR.items():
        definitions[name]["required"] = members
    words = {
        name: {"enum": _words(lists, None)} if knows_all_words else {"type": "string"}
        for name, lists in FIELDS["enums"].items()
    }
    return validator(FIELDS[root], definitions | words)


def _message(name: str, fields: dict[str, dict[str, Any]], surface: str | None) -> Schema:
    taken = {
        member: field | {"type": _type(field["type"], surface)}
        for member, field in fields.items()
        if surface is None or field["surface"] in (surface, "both")
    }
    needed = {member for member, field in taken.items() if field.get("required", "nowhere") in (surface, "both")}
    schema = of_message(taken, sorted(needed - OPTIONAL.get(name, set())))
    groups: dict[str, list[str]] = {}
    for member, field in taken.items():
        if "oneof" in field:
            groups.setdefault(field["oneof"], []).append(member)
    rules = [_one_of(members, (name, group) in NEEDED) for group, members in groups.items()]
    return schema | ({"allOf": rules} if rules else {})


def _one_of(members: list[str], needed: bool) -> Schema:
    each = [{"required": [member]} for member in members]
    return {"oneOf": each if needed else [*each, {"not": {"anyOf": each}}]}


def _type(types: str | dict[str, str], surface: str | None) -> str:
    """A few fields are typed differently on the two surfaces."""
    if isinstance(types, str):
        return types
    return types[surface] if surface else " | ".join(types.values())


def _words(lists: dict[str, list[str]], surface: str | None) -> list[str]:
    """The words of an enum that a surface takes; all of them, where only the other surface's are on record."""
    taken = [word for place in ("both", surface) for word in lists.get(place, [])] if surface else []
    return taken or [word for words in lists.values() for word in words]
