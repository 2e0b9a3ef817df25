"""What chunks of a chat completion obey beyond their members, and the message that they make."""

from collections.abc import Iterator
from typing import Any

from stream_events import DONE, is_error, values_once

# Strings that come in pieces. All else comes once and whole.
PIECES = {"content", "refusal", "reasoning", "reasoning_content", "arguments", "input", "text", "data", "transcript"}


class Choice:
    """A choice as far as it has been said."""

    def __init__(self) -> None:
        self.message: dict[str, Any] = {}
        self.finish_reason: str | None = None
        self.logprobs: dict[str, list[Any]] = {}

    def add(self, choice: dict[str, Any]) -> Iterator[str]:
        delta = choice["delta"]
        if self.finish_reason:
            yield "goes on behind its end"
        if ("role" in delta) == bool(self.message):
            yield "expected `role` in the first delta and in no other"
        for call in delta.get("tool_calls", []):
            yield from self._misplaced(call)
            yield from _add({"tool_calls": [call]}, self.message, "delta")
        yield from _add({name: it for name, it in delta.items() if name != "tool_calls"}, self.message, "delta")
        for name, tokens in (choice.get("logprobs") or {}).items():
            self.logprobs[name] = self.logprobs.get(name, []) + (tokens or [])
        self.finish_reason = choice["finish_reason"] or self.finish_reason

    def _misplaced(self, call: dict[str, Any]) -> Iterator[str]:
        """The SDK ends a call when another one begins, and takes an index for a place in its list."""
        said = len(self.message.get("tool_calls", []))
        is_new = call["index"] >= said
        if call["index"] not in (said - 1, said):
            yield f"a piece of call {call['index']} stands behind {said} calls"
        for name, value in [("id", call.get("id")), ("type", call.get("type"))]:
            if bool(value) != is_new:
                yield f"call {call['index']}: expected `{name}` in its first piece and in no other"
        if bool((call.get("function") or call.get("custom", {})).get("name")) != is_new:
            yield f"call {call['index']}: expected `name` in its first piece and in no other"

    def faults(self) -> Iterator[str]:
        """What is wrong with the whole."""
        calls = self.message.get("tool_calls", [])
        ids = [call.get("id") for call in calls]
        if len(set(ids)) < len(ids):
            yield f"calls share an id: {ids}"
        if self.finish_reason in ("stop", "tool_calls") and (self.finish_reason == "tool_calls") != bool(calls):
            yield f"`{self.finish_reason}` with {len(calls)} calls"
        if self.message.get("content") is None and not any(
            self.message.get(name) for name in ("tool_calls", "refusal", "audio")
        ):
            yield "nothing is said: expected content, calls, a refusal or sound"


def _add(piece: dict[str, Any], whole: dict[str, Any], pointer: str) -> Iterator[str]:
    for name, value in piece.items():
        at = f"{pointer}.{name}"
        if value is None or name == "index":
            whole.setdefault(name, value)
        elif name == "type" and "index" in piece:
            # Of an item, which the accumulator does not put together; calls are judged apart.
            if whole.setdefault(name, value) != value:
                yield f"{at}: expected {whole[name]!r} again, found {value!r}"
        elif isinstance(value, dict):
            # What servers nest within `google` is carried as it is, so it has no pieces.
            if pointer.endswith(".google") and name in whole:
                yield f"{at}: said twice"
            yield from _add(value, whole.setdefault(name, {}), at)
        elif isinstance(value, list) and value and all(isinstance(item, dict) and "index" in item for item in value):
            yield from _add_items(value, whole.setdefault(name, []), at)
        elif isinstance(value, str) and name in PIECES and whole.get(name) is not None:
            whole[name] += value
        elif whole.get(name) is not None:
            yield f"{at}: said twice"
        else:
            whole[name] = value


def _add_items(items: list[dict[str, Any]], whole: list[Any], pointer: str) -> Iterator[str]:
    for item in items:
        if item["index"] > len(whole):
            yield f"{pointer}: item {item['index']} stands behind {len(whole)}"
        if item["index"] >= len(whole):
            whole.append({})
        if 0 <= item["index"] < len(whole):
            yield from _add({"index": item["index"]} | item, whole[item["index"]], f"{pointer}.{item['index']}")


def fold(events: list[Any]) -> tuple[dict[int, Choice], list[str]]:
    """The choices that the chunks make, and what is wrong with the chunks' order."""
    chunks = [event for event in events if event != DONE and not is_error(event)]
    choices: dict[int, Choice] = {}
    found = [line for name in ("id", "created", "model") for line in values_once([it[name] for it in chunks], name)]
    for number, chunk in enumerate(chunks):
        for choice in chunk["choices"]:
            index = choice["index"]
            if index not in choices and index != len(choices):
                found.append(f"chunk {number}: choice {index} begins behind {len(choices)}")
            found += [f"chunk {number}, choice {index}: {it}" for it in choices.setdefault(index, Choice()).add(choice)]
        if not chunk["choices"] and "usage" not in chunk:
            found.append(f"chunk {number}: says nothing")
        if "usage" in chunk and (chunk["choices"] or chunk is not chunks[-1] or is_error(events[-1])):
            found.append(f"chunk {number}: expected `usage` in a last chunk of its own")
    return choices, found + list(_ends(events, choices))


def _ends(events: list[Any], choices: dict[int, Choice]) -> Iterator[str]:
    if any(event == DONE or is_error(event) for event in events[:-1]):
        yield "goes on behind its end"
    if events[-1] == DONE:
        for index, choice in choices.items():
            if not choice.finish_reason:
                yield f"choice {index} has no end"
            yield from (f"choice {index}: {it}" for it in choice.faults())
        if not choices:
            yield "expected a choice"
    elif not is_error(events[-1]):
        yield "expected `[DONE]` or an error at the end"
    elif events[-1]["error"].get("code") != "stream_truncated" and any(it.finish_reason for it in choices.values()):
        yield "a choice has an end, though the stream failed"
