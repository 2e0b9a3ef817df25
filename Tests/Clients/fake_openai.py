"""An OpenAI upstream: closed schemas, and the rule of calls and their results."""

from collections.abc import Iterator
from typing import Any

from starlette.requests import Request

import chat_fields
from schema import violations
from upstream import KEY, Body, Upstream, compact, halves

NAMES = {"id": "chatcmpl-1", "created": 1700000000, "model": "gpt-4o-2024-08-06"}
USAGE = {"prompt_tokens": 11, "completion_tokens": 5, "total_tokens": 16}


class FakeOpenAI(Upstream):
    def __init__(self, dialect: str) -> None:
        super().__init__()
        self.dialect = dialect

    def streams(self, request: Request, body: Body) -> bool:
        return body.get("stream", False)

    def error(self, status: int, message: str) -> Body:
        kinds = {429: ("rate_limit_error", "rate_limit_exceeded"), 500: ("server_error", None)}
        kind, code = kinds.get(status, ("invalid_request_error", None))
        return {"error": {"message": message, "type": kind, "param": None, "code": code}}

    # Requests

    def faults(self, request: Request, body: Body) -> Iterator[str]:
        if request.url.path != "/v1/chat/completions" or request.url.query:
            yield f"Invalid URL ({request.url.path}?{request.url.query})"
        if request.headers.get("authorization") != f"Bearer {KEY}" or "x-goog-api-key" in request.headers:
            yield "Incorrect API key provided."
        yield from violations(chat_fields.body("request", self.dialect), body)
        yield from _unanswered(body["messages"])

    # Answers

    def events(self, body: Body, answer: Body) -> Iterator[bytes]:
        for choice in answer["choices"]:
            for delta in _deltas(choice["message"]):
                yield _event([{"index": choice["index"], "delta": delta, "finish_reason": None}])
            last = {"index": choice["index"], "delta": {}, "finish_reason": choice["finish_reason"]}
            yield _event([last | {name: choice[name] for name in ("logprobs",) if name in choice}])
        if body.get("stream_options", {}).get("include_usage"):
            yield _event([], usage=USAGE)
        yield b"data: [DONE]\n\n"


def saying(*messages: Body | str, reason: str | None = None, **more: Any) -> Body:
    """A completion of these messages, choice by choice."""
    choices = []
    for index, message in enumerate(messages):
        message = {"content": message} if isinstance(message, str) else message
        ended = reason or ("tool_calls" if "tool_calls" in message else "stop")
        whole = {"role": "assistant", "content": None, "refusal": None} | message
        choices.append({"index": index, "message": whole, "finish_reason": ended, "logprobs": None} | more)
    return NAMES | {"object": "chat.completion", "choices": choices, "usage": USAGE}


def call(identifier: str, name: str, args: Body, **more: Any) -> Body:
    return {"id": identifier, "type": "function", "function": {"name": name, "arguments": compact(args)}} | more


def _event(choices: list[Body], **more: Any) -> bytes:
    chunk = NAMES | {"object": "chat.completion.chunk", "choices": choices} | more
    return f"data: {compact(chunk)}\n\n".encode()


def _deltas(message: Body) -> Iterator[Body]:
    yield {"role": "assistant", "content": ""}
    for name in ("reasoning_content", "content"):
        for piece in halves(message.get(name) or ""):
            yield {name: piece}
    for index, whole in enumerate(message.get("tool_calls", [])):
        function = whole["function"]
        yield {"tool_calls": [{"index": index} | whole | {"function": function | {"arguments": ""}}]}
        for piece in halves(function["arguments"]):
            yield {"tool_calls": [{"index": index, "function": {"arguments": piece}}]}


def _unanswered(messages: list[Body]) -> Iterator[str]:
    """The results of all calls stand right behind them."""
    open_calls: set[str] = set()
    for message in messages:
        if message["role"] == "tool":
            if message["tool_call_id"] not in open_calls:
                yield "messages with role 'tool' must be a response to a preceding message with 'tool_calls'."
            open_calls.discard(message["tool_call_id"])
            continue
        if open_calls:
            yield "An assistant message with 'tool_calls' must be followed by tool messages."
        open_calls = {call["id"] for call in message.get("tool_calls", [])}
    if open_calls:
        yield "An assistant message with 'tool_calls' must be followed by tool messages."
