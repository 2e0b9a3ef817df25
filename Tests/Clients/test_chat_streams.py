"""Chat streams pass OpenAI's accumulator, which gives the message that the chunks say."""

import unittest
from collections.abc import Iterator
from typing import Any

import openai
from openai.lib.streaming.chat import ChatCompletionStream
from openai.types.chat import ChatCompletionChunk
from pydantic import ValidationError

import chat_fields
from chat_stream import Choice, fold
from fixtures import FIXTURES, Output, streams
from judging import Judging
from schema import violations
from server import answering
from stream_events import DONE, events, is_error
from test_chat_responses import extras

# Members of strict chunks that the SDK has no type for.
UNTYPED = {
    "audio": "OpenAI sends it; neither the specification nor the SDK has it",
    "annotations": "the same; OpenAI's items have no index, without which the SDK takes them once only",
}
CUSTOM = {
    "call-restored-names": "OpenAI streams calls of custom tools, but its specification and accumulator know none",
}
REPEATED = {"calls-ids-repeated": "the upstream gives two calls one id, and given ids pass as they came"}
# What the accumulator adds to the message.
PARSED = ("parsed", "parsed_arguments")


@unittest.skipUnless((FIXTURES / "streams").exists(), "no streams folder")
class ChatStreams(Judging):
    def test_published_members(self) -> None:
        self.judge(streams("openai"), unlisted, CUSTOM)

    def test_order(self) -> None:
        self.judge(streams("openai"), lambda output: fold(events(output))[1], REPEATED)

    def test_sdk_accumulates_them(self) -> None:
        self.judge(streams("openai"), misread, CUSTOM)


def unlisted(output: Output) -> Iterator[str]:
    for number, event in enumerate(events(output)):
        if event == DONE:
            continue
        if is_error(event):
            yield from (f"/{number}{it}" for it in violations(chat_fields.body("error", "openAI"), event))
            continue
        yield from (f"/{number}{it}" for it in violations(chat_fields.body("chunk", output.dialect), event))
        try:
            ChatCompletionChunk.model_validate(event, strict=True)
        except ValidationError as error:
            for fault in error.errors():
                yield f"/{number}/{'/'.join(map(str, fault['loc']))}: {fault['msg']}"
        if output.dialect == "openAI":
            for line in extras(ChatCompletionChunk.model_validate(event), f"/{number}"):
                if line.split(":")[0].split("/")[-1] not in UNTYPED:
                    yield line


def misread(output: Output) -> Iterator[str]:
    said = events(output)
    choices, _ = fold(said)
    with answering(output.body) as address:
        client = openai.OpenAI(api_key="none", base_url=address, max_retries=0)
        with client.chat.completions.stream(model="any", messages=[]) as stream:
            try:
                stream.until_done()
            except openai.APIError as error:
                yield from unlike_error(error, said[-1])
            except Exception as error:  # whatever the accumulator stumbles over
                yield f"the SDK fails: {error!r}"
                return
            else:
                if is_error(said[-1]):
                    yield "the SDK takes it for a success"
            if choices:
                yield from unlike(stream.current_completion_snapshot.to_dict(), choices, said)
            if said[-1] == DONE:
                yield from misjudged(stream, choices)


def unlike_error(error: openai.APIError, event: Any) -> Iterator[str]:
    if not is_error(event):
        yield f"the SDK raises {error!r}"
        return
    for name in ("message", "type", "param", "code"):
        if getattr(error, name) != event["error"][name]:
            yield f"/error/{name}: the SDK reads {getattr(error, name)!r}"


def unlike(snapshot: dict[str, Any], choices: dict[int, Choice], said: list[Any]) -> Iterator[str]:
    if len(snapshot["choices"]) != len(choices):
        yield f"the SDK has {len(snapshot['choices'])} choices of {len(choices)}"
    for read, (index, choice) in zip(snapshot["choices"], choices.items(), strict=False):
        message = without(PARSED, read.get("message", {}))
        for name in choice.message.keys() | message.keys():
            seen, expected = message.get(name), choice.message.get(name)
            if seen != expected:
                yield f"choice {index}, {name}: expected {expected!r}, the SDK has {seen!r}"
        if read.get("finish_reason") != choice.finish_reason:
            yield f"choice {index}: expected {choice.finish_reason!r}, the SDK has {read.get('finish_reason')!r}"
        for name, tokens in choice.logprobs.items():
            if (read.get("logprobs") or {}).get(name) != (tokens or None):
                yield f"choice {index}, logprobs.{name}: expected {len(tokens)} tokens"
    chunks = [event for event in said if event != DONE and not is_error(event)]
    if snapshot.get("usage") != chunks[-1].get("usage"):
        yield f"usage: the SDK has {snapshot.get('usage')}"


def misjudged(stream: ChatCompletionStream[None], choices: dict[int, Choice]) -> Iterator[str]:
    """An answer that was cut off or filtered is raised, with what there is of it."""
    reasons = [choice.finish_reason for choice in choices.values()]
    first = next((reason for reason in reasons if reason in RAISED), None)
    raised = None
    try:
        stream.get_final_completion()
    except Exception as error:
        raised = error
        partial = getattr(error, "completion", None)
        if partial and partial.choices[0].message.content != choices[0].message.get("content"):
            yield f"the partial message is {partial.choices[0].message.content!r}"
    if type(raised) is not RAISED.get(first, type(None)):
        yield f"{reasons}: the SDK raises {raised!r}"


RAISED = {"length": openai.LengthFinishReasonError, "content_filter": openai.ContentFilterFinishReasonError}


def without(names: tuple[str, ...], value: Any) -> Any:
    if isinstance(value, list):
        return [without(names, item) for item in value]
    if isinstance(value, dict):
        return {name: without(names, item) for name, item in value.items() if name not in names}
    return value
