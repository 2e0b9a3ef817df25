"""What a `Schema` must obey beyond its member names, on either surface."""


def _if_type(name: str, then: dict) -> dict:
    return {
        "if": {"properties": {"type": {"enum": [name, name.lower()]}}, "required": ["type"]},
        "then": then,
    }


def _only_of(name: str) -> dict:
    return {"properties": {"type": {"enum": [name, name.lower()]}}, "required": ["type"]}


def _format(*words: str) -> dict:
    return {"properties": {"format": {"enum": list(words)}}}


RULES = {
    "anyOf": [
        {"required": ["type"], "not": {"required": ["anyOf"]}},
        {"required": ["anyOf"], "maxProperties": 1},
    ],
    "allOf": [
        _if_type("ARRAY", {"required": ["items"]}),
        _if_type("OBJECT", {"required": ["properties"], "properties": {"properties": {"minProperties": 1}}}),
        _if_type("STRING", _format("enum", "date-time")),
        _if_type("INTEGER", _format("int32", "int64")),
        _if_type("NUMBER", _format("float", "double")),
        {"if": {"required": ["enum"]}, "then": _only_of("STRING")},
        {"properties": {"enum": {"items": {"minLength": 1}}}},
    ],
}
