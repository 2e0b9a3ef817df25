"""What events of a Gemini stream obey beyond their members, and the answer that they make."""

from collections.abc import Iterator
from typing import Any

from stream_events import DONE, is_error, values_once

# What names the answer in every event.
NAMES = ("modelVersion", "responseId")
# Google's SDK keeps an answer in its chat only if every event has a part; Gemini's own end without one at a filter.
FILTERS = {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII"}


class Candidate:
    """A candidate as far as it has been said."""

    def __init__(self) -> None:
        self.text = ""
        self.calls: list[dict[str, Any]] = []
        self.finish_reason: str | None = None

    def add(self, candidate: dict[str, Any]) -> Iterator[str]:
        if self.finish_reason:
            yield "goes on behind its end"
        content = candidate.get("content", {"role": "model"})
        if content.get("role") != "model":
            yield f"role: {content.get('role')!r}"
        if not content.get("parts") and ("content" in candidate or candidate.get("finishReason") not in FILTERS):
            yield "no parts"
        for part in candidate.get("content", {}).get("parts", []):
            self.text += "" if part.get("thought") else part.get("text", "")
            if call := part.get("functionCall"):
                self.calls.append(call)
                yield from _unfinished(call)
        self.finish_reason = candidate.get("finishReason")


def _unfinished(call: dict[str, Any]) -> Iterator[str]:
    """Clients that know of no pieces need whole calls."""
    if not call.get("name") or not isinstance(call.get("args"), dict):
        yield f"expected a call with name and arguments, found {call}"
    for name in ("partialArgs", "willContinue"):
        if name in call:
            yield f"{name}: a piece of a call"


def fold(events: list[Any]) -> tuple[dict[int, Candidate], list[str]]:
    """The candidates by index, and what is wrong with the order of the events."""
    answers = [event for event in events if not is_error(event)]
    if DONE in answers:
        return {}, ["`[DONE]` ends no stream of Gemini's"]
    candidates: dict[int, Candidate] = {}
    found = [line for name in NAMES for line in values_once([answer.get(name) for answer in answers], name)]
    found += [f"event {number}: no {name}" for number, it in enumerate(answers) for name in NAMES if name not in it]
    for number, answer in enumerate(answers):
        for candidate in answer.get("candidates", []):
            known = candidates.setdefault(candidate.get("index", -1), Candidate())
            found += [f"event {number}, candidate {candidate.get('index')}: {it}" for it in known.add(candidate)]
        if not answer.get("candidates") and "promptFeedback" not in answer:
            found.append(f"event {number}: says nothing")
        if "usageMetadata" in answer and answer is not events[-1]:
            found.append(f"event {number}: usageMetadata before the last event")
    return candidates, found + list(_ends(events, candidates))


def _ends(events: list[Any], candidates: dict[int, Candidate]) -> Iterator[str]:
    if not events:
        yield "there are no events"
        return
    if any(is_error(event) for event in events[:-1]):
        yield "goes on behind an error"
    if not is_error(events[-1]):
        yield from (f"candidate {index} has no end" for index, it in candidates.items() if not it.finish_reason)
        if not candidates and "promptFeedback" not in events[-1]:
            yield "expected a candidate or a block"
    elif any(it.finish_reason for it in candidates.values()):
        yield "a candidate has an end, though the stream failed"
    if -1 in candidates:
        yield "a candidate has no index"
