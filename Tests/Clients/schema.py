"""JSON Schemas made from a list of fields, and what a body violates of them."""

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

Schema = dict[str, Any]

PRIMITIVES: dict[str, Schema] = {
    "any": {},
    "object": {"type": "object"},
    "string": {"type": "string"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "null": {"type": "null"},
    "integer": {"type": "integer"},
    "int32": {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1},
    "int64": {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?\d+$"}]},
    "bytes": {"type": "string", "pattern": "^([A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},
    "duration": {"type": "string", "pattern": r"^-?\d+(\.\d{1,9})?s$"},
    "timestamp": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$"},
}

LIMITS = ("minimum", "maximum", "minItems", "maxItems", "maxLength", "pattern", "propertyNames")


def of_type(expression: str) -> Schema:
    """The schema of `string`, `Part[]`, `map<string>`, `'auto'`, or of several of those between bars."""
    names = expression.split(" | ")
    if len(names) > 1:
        return {"anyOf": [of_type(name) for name in names]}
    if expression.endswith("[]"):
        return {"type": "array", "items": of_type(expression[:-2])}
    if expression.startswith("map<"):
        return {"type": "object", "additionalProperties": of_type(expression[4:-1])}
    if expression.startswith("'"):
        return {"const": expression.strip("'")}
    return PRIMITIVES.get(expression, {"$ref": f"#/$defs/{expression}"})


def of_message(fields: dict[str, dict[str, Any]], required: list[str]) -> Schema:
    """A closed object: members that are not listed are refused."""
    members = {
        name: {**of_type(field["type"]), **{limit: field[limit] for limit in LIMITS if limit in field}}
        for name, field in fields.items()
    }
    return {"type": "object", "properties": members, "required": required, "additionalProperties": False}


def validator(root: str, definitions: dict[str, Schema]) -> Draft202012Validator:
    schema = {"$ref": f"#/$defs/{root}", "$defs": definitions}
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def violations(judge: Draft202012Validator, body: Any) -> Iterator[str]:
    """One line, with the pointer, for each thing that is wrong with the body."""
    for error in judge.iter_errors(body):
        yield describe(error)


def describe(error: ValidationError) -> str:
    fault = closest(error)
    pointer = "".join(f"/{step}" for step in fault.absolute_path)
    message = fault.message
    if fault.validator == "oneOf":
        members = [choice["required"][0] for choice in fault.validator_value if "required" in choice]
        message = f"expected one of {', '.join(members)}"
    return f"{pointer}: {message if len(message) <= 200 else message[:100] + ' … ' + message[-100:]}"


def closest(error: ValidationError) -> ValidationError:
    """Of a union, what is wrong with the alternative that was meant says more than that none fits."""
    while error.validator == "anyOf":
        alternatives: dict[int, list[ValidationError]] = {}
        for fault in error.context:
            alternatives.setdefault(fault.schema_path[0], []).append(fault)
        error = min(alternatives.values(), key=_distance)[0]
    return error


def _distance(faults: list[ValidationError]) -> tuple[bool, int]:
    return any(fault.validator in ("const", "type") for fault in faults), len(faults)
