"""Schemas that are meant to hurt."""

from bodies import *

SCHEMAS = {
    # Nesting
    "deep-schema": (SCHEMA, 4_000, lambda n: schema(many(n, lambda k:
        '"a%d":' % k + '{"type":"array","items":' * 60 + '{"type":"string"}' + "}" * 60)), 0),
    # Members
    "members-of-properties": (SCHEMA, 50_000, lambda n: schema(many(n, lambda k: '"p%d":{"type":"string"}' % k)), 0),
    "properties-duplicate": (SCHEMA, 50_000, lambda n: schema(many(n, lambda k: '"p":{"type":"string"}')), 0),
    # References and unions
    "references-chained": (SCHEMA, 10_000, lambda n: schema('"a":{"$ref":"#/$defs/A0"}', ',"$defs":{' + many(n, lambda k:
        '"A%d":{"type":"object","properties":{"a":{"$ref":"#/$defs/A%d"}}}' % (k, k + 1)) + ',"A%d":{"type":"string"}}' % n), 4),
    "references-to-one": (SCHEMA, 20_000, lambda n: schema(many(n, lambda k: '"p%d":{"$ref":"#/$defs/A"}' % k),
        ',"$defs":{"A":{"type":"string"}}'), 0),
    "references-to-all": (SCHEMA, 20_000, lambda n: schema(many(n, lambda k: '"p%d":{"$ref":"#/$defs/A%d"}' % (k, k)),
        ',"$defs":{' + many(n, lambda k: '"A%d":{"type":"string"}' % k) + "}"), 0),
    "references-missing": (SCHEMA, 20_000, lambda n: schema(many(n, lambda k: '"p%d":{"$ref":"#/$defs/B%d"}' % (k, k)),
        ',"$defs":{' + many(n, lambda k: '"A%d":{"type":"string"}' % k) + "}"), 0),
    "references-to-a-long-one": (SCHEMA, 64_000, lambda n: schema(many(n, lambda k: '"p%d":{"$ref":"#/$defs/A"}' % k),
        ',"$defs":{"A":' + schema(many(n, lambda k: '"q%d":{"type":"string"}' % k)) + "}"), 4),
    "references-of-tools": (OPENAI + ["--schemas", "openapi"], 2_000, lambda n: chat(user('"a"'), tools(n, lambda k:
        '{"name":"f%d","parameters":%s}' % (k, schema('"a":{"$ref":"#/$defs/A"}', ',"$defs":{"A":{"type":"string"}}')))), 0),
    "unions": (SCHEMA, 20_000, lambda n: schema('"a":{"anyOf":[' + many(n, lambda k: '{"const":"c%d"}' % k) + "]}"), 0),
    "all-of": (SCHEMA, 20_000, lambda n: '{"allOf":[' + many(n, lambda k: schema('"p%d":{"type":"string"}' % k)) + "]}", 0),
    "all-of-one-property": (SCHEMA, 20_000, lambda n: '{"allOf":[' + many(n, lambda k: schema('"p":{"minLength":%d}' % k)) + "]}", 0),
    "enum": (SCHEMA, 100_000, lambda n: schema('"a":{"enum":[' + many(n, lambda k: '"e%d"' % k) + "]}"), 0),
    "types": (SCHEMA, 100_000, lambda n: schema('"a":{"type":[' + many(n, lambda k: '"string"') + "]}"), 0),
    "brackets-of-schema": (SCHEMA, 1_000_000, lambda n: '{"items":' * n, 3),
    "references-doubling": (SCHEMA, 10_000, lambda n: schema('"a":{"$ref":"#/$defs/A0"}', ',"$defs":{' + many(n, lambda k:
        '"A%d":{"type":"object","properties":{"a":{"$ref":"#/$defs/A%d"},"b":{"$ref":"#/$defs/A%d"}}}' % (k, k + 1, k + 1))
        + ',"A%d":{"type":"string"}}' % n), 4),
    "references-doubling-in-unions": (SCHEMA, 10_000, lambda n: '{"$ref":"#/$defs/A0","$defs":{' + many(n, lambda k:
        '"A%d":{"anyOf":[{"$ref":"#/$defs/A%d"},{"$ref":"#/$defs/A%d"}]}' % (k, k + 1, k + 1)) + ',"A%d":{"type":"string"}}}' % n, 4),
    "references-in-a-circle": (SCHEMA, 20_000, lambda n: schema(many(n, lambda k: '"p%d":{"$ref":"#"}' % k)), 0),
    "properties-with-accents": (SCHEMA, 500_000, lambda n: schema('"%s":{"type":"string"}' % accents(n), ',"required":["%s"]' % accents(n)), 0),
    "enum-with-accents": (SCHEMA, 500_000, lambda n: schema('"a":{"enum":["%s"]}' % accents(n)), 0),
    "findings-below-a-long-name": (SCHEMA + EVERYTHING, 100_000, lambda n: schema('"%s":%s' % ("x" * 16 * n, schema(many(n, lambda k:
        '"p%d":{"type":"string","x":1}' % k)))), 0),
    "properties-to-json-schema": (TO_JSON_SCHEMA, 50_000, lambda n: schema(many(n, lambda k: '"p%d":{"type":"STRING"}' % k),
        ',"propertyOrdering":[' + many(n, lambda k: '"p%d"' % (n - 1 - k)) + "]"), 0),
    "properties-duplicate-to-json-schema": (TO_JSON_SCHEMA, 50_000, lambda n: schema(many(n, lambda k: '"p":{"type":"STRING"}')), 0),
    "properties-with-accents-to-json-schema": (TO_JSON_SCHEMA, 500_000, lambda n: schema('"%s":{"type":"STRING"},"b":{"type":"STRING"}' % accents(n),
        ',"propertyOrdering":["b","%s"]' % accents(n)), 0),
    "enum-to-json-schema": (TO_JSON_SCHEMA, 100_000, lambda n: schema('"a":{"type":"STRING","enum":[' + many(n, lambda k: '"e%d"' % k) + "]}"), 0),
}
