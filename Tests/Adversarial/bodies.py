"""Bodies and streams of any size."""


def chat(messages: str, rest: str = "") -> str:
    return '{"model":"gemini-2.5-flash","messages":[' + messages + "]" + rest + "}"


def user(content: str) -> str:
    return '{"role":"user","content":' + content + "}"


def gemini(contents: str, rest: str = "") -> str:
    return '{"contents":[' + contents + "]" + rest + "}"


def many(count: int, text, separator: str = ",") -> str:
    return separator.join(text(place) for place in range(count))


def digits(number: int) -> str:
    """Three letters for a number below 36³."""
    letters = "0123456789abcdefghijklmnopqrstuvwxyz"
    return letters[number // 1296 % 36] + letters[number // 36 % 36] + letters[number % 36]


def calls(count: int, name, identifier) -> str:
    """An assistant's calls and their results."""
    made = many(count, lambda n: '{"id":"%s","type":"function","function":{"name":"%s","arguments":"{}"}}'
                % (identifier(n), name(n)))
    given = many(count, lambda n: '{"role":"tool","tool_call_id":"%s","content":"{}"}' % identifier(n))
    return user('"a"') + ',{"role":"assistant","content":null,"tool_calls":[' + made + "]}," + given


def turns(count: int, name, identifier) -> str:
    """As calls, each in a turn of its own."""
    return user('"a"') + "," + many(count, lambda n: calls(1, name, lambda _: identifier(n)).split("},", 1)[1])


def native_calls(count: int, identifier) -> str:
    made = many(count, lambda n: '{"functionCall":{"name":"f"%s}}' % identifier(n))
    given = many(count, lambda n: '{"functionResponse":{"name":"f","response":{}%s}}' % identifier(n))
    return ('{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[' + made
            + ']},{"role":"user","parts":[' + given + "]}")


def tools(count: int, tool) -> str:
    return ',"tools":[' + many(count, lambda n: '{"type":"function","function":%s}' % tool(n)) + "]"


def event(text: str) -> str:
    return "data: " + text + "\n\n"


def candidate(members: str) -> str:
    return '{"candidates":[{' + members + "}]}"


def parts(text: str) -> str:
    return candidate('"content":{"role":"model","parts":[' + text + "]}")


STOP = event(candidate('"content":{"role":"model","parts":[{"text":"."}]},"finishReason":"STOP"'))
DONE = event('{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}') + event("[DONE]")


def delta(text: str) -> str:
    return event('{"choices":[{"index":0,"delta":' + text + "}]}")


def piece(path: str, value: str = '"stringValue":"x"') -> str:
    return '{"jsonPath":"%s",%s}' % (path, value)


def bomb(count: int, path, per_event: int = 100) -> str:
    """Arguments of one call in pieces."""
    begun = event(parts('{"functionCall":{"name":"f","willContinue":true}}'))
    for start in range(0, count, per_event):
        pieces = many(min(per_event, count - start), lambda n: piece(path(start + n)))
        begun += event(parts('{"functionCall":{"partialArgs":[' + pieces + '],"willContinue":true}}'))
    return begun + event(parts('{"functionCall":{}}')) + STOP


def answer(message: str, rest: str = "") -> str:
    return '{"choices":[{"index":0,"message":{"role":"assistant",' + message + '},"finish_reason":"stop"' + rest + "}]}"


def schema(properties: str, rest: str = "") -> str:
    return '{"type":"object","properties":{' + properties + "}" + rest + "}"


def hash_names(count: int, name) -> str:
    return many(count, lambda n: '"%s":%d' % (name(n), n))


def lines(count: int, text) -> str:
    return "".join(text(place) + "\n" for place in range(count))


def accents(count: int) -> str:
    """One letter with many accents, in the order that no normal form has them in."""
    return "e" + "\u0301\u0316" * (count // 2)


def twins(count: int, words: str) -> str:
    """Members with the fingerprints of known ones (JSONFingerprint): the first two letters and the last."""
    known = words.split()

    def name(place: int) -> str:
        word = known[place % len(known)]
        return word[:2] + str(place) + word[-1]

    return hash_names(count, name)


def digest(text: str) -> int:
    """FNV-1a, which names the calls of an answer."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


OPENAI = ["request", "--from", "openai"]
GEMINI = ["request", "--from", "gemini", "--model", "m"]
LENIENT = OPENAI + ["--lenient"]
TO_GEMINI = ["stream", "--from", "openai"]
TO_OPENAI = ["stream", "--from", "gemini"]
FROM_GEMINI = ["response", "--from", "gemini"]
FROM_OPENAI = ["response", "--from", "openai"]
SCHEMA = ["schema"]
TO_JSON_SCHEMA = ["schema", "--to", "openai"]
CHAT_CHECK = ["validate", "--as", "openai"]
GEMINI_CHECK = ["validate", "--as", "gemini"]
BY_SCHEMA = ["validate", "--schema", "INPUT", "INPUT"]
CHAT_LINES = ["request", "--from", "openai", "--lines", "--jobs", "1"]
ANSWER_LINES = ["response", "--from", "gemini", "--lines", "--jobs", "1"]
ERROR = ["error", "--from", "gemini", "--status", "502"]
ERROR_TO_GEMINI = ["error", "--from", "openai", "--status", "502"]
LONG = "x" * 61  # and three letters: as long as names may be
EVERYTHING = ["--max-diagnostics", "9999999"]
