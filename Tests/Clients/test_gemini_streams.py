"""Gemini streams are what Google's SDK decodes into the answer that the events say."""

import unittest
from collections.abc import Iterator
from typing import Any

from google import genai
from google.genai.errors import APIError
from google.genai.types import GenerateContentConfig, GenerateContentResponse

import gemini_fields
from fixtures import FIXTURES, Output, streams
from gemini_stream import fold
from judging import Judging
from schema import violations
from server import answering
from stream_events import events, is_error
from test_gemini_responses import refused

# The SDK would ask for the rest of an answer that says it goes on.
ONCE = GenerateContentConfig(automatic_continuation=False)
NAMELESS = {
    "openai-identity": "neither upstream nor request names a model, so no event has its version",
    "openai-thought-tags": "the same",
}


@unittest.skipUnless((FIXTURES / "streams").exists(), "no streams folder")
class GeminiStreams(Judging):
    def test_listed_members(self) -> None:
        self.judge(streams("gemini"), unlisted)

    def test_order(self) -> None:
        self.judge(streams("gemini"), lambda output: fold(events(output))[1], NAMELESS)

    def test_sdk_decodes_them(self) -> None:
        # It asks for events, never for an array.
        self.judge((it for it in streams("gemini") if it.path.suffix == ".sse"), misread)


def unlisted(output: Output) -> Iterator[str]:
    for number, event in enumerate(events(output)):
        root = "error" if is_error(event) else "response"
        judge = gemini_fields.answer(root, not output.is_way_back)
        yield from (f"/{number}{it}" for it in violations(judge, event))
        if root == "response":
            yield from (f"/{number}{it}" for it in refused(output._replace(body=event), set()))


def misread(output: Output) -> Iterator[str]:
    said = events(output)
    read: list[GenerateContentResponse] = []
    with answering(output.body) as address:
        client = genai.Client(api_key="none", http_options={"base_url": address})
        try:
            read += client.models.generate_content_stream(model="any", contents="any", config=ONCE)
        except APIError as error:
            yield from unlike_error(error, said[-1])
        except Exception as error:  # whatever the decoder stumbles over
            yield f"the SDK fails at event {len(read)}: {error!r}"
            return
        else:
            if is_error(said[-1]):
                yield "the SDK takes it for a success"
    yield from unlike(read, said)


def unlike_error(error: APIError, event: Any) -> Iterator[str]:
    if not is_error(event):
        yield f"the SDK raises {error!r}"
        return
    for name in ("code", "message", "status"):
        if getattr(error, name) != event["error"][name]:
            yield f"/error/{name}: the SDK reads {getattr(error, name)!r}"


def unlike(read: list[GenerateContentResponse], said: list[Any]) -> Iterator[str]:
    """What of the answer the SDK has otherwise."""
    if len(read) != len(said) - is_error(said[-1]):
        yield f"the SDK reads {len(read)} events of {len(said)}"
    for index, candidate in fold(said)[0].items():
        mine = [it for answer in read for it in answer.candidates or [] if it.index == index]
        parts = [part for it in mine if it.content for part in it.content.parts or []]
        text = "".join(part.text or "" for part in parts if not part.thought)
        if text != candidate.text:
            yield f"candidate {index}: expected {candidate.text!r}, the SDK has {text!r}"
        calls = [(part.function_call.name, part.function_call.args) for part in parts if part.function_call]
        if calls != [(call["name"], call["args"]) for call in candidate.calls]:
            yield f"candidate {index}: the SDK has the calls {calls}"
        reason = next((it.finish_reason.value for it in mine if it.finish_reason), None)
        if reason != candidate.finish_reason:
            yield f"candidate {index}: expected {candidate.finish_reason!r}, the SDK has {reason!r}"
    usage = said[-1].get("usageMetadata", {}).get("totalTokenCount")
    if read and usage is not None and read[-1].usage_metadata.total_token_count != usage:
        yield f"usage: expected {usage}, the SDK has {read[-1].usage_metadata}"
