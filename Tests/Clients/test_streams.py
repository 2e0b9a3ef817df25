"""The judges of streams refuse what they must."""

import json
import unittest
from pathlib import Path
from typing import Any

import chat_stream
import gemini_stream
import test_chat_streams
import test_gemini_streams
from fixtures import Output
from stream_events import DONE, events

FAILURE = {"error": {"message": "m", "type": "server_error", "param": None, "code": None}}
CALL = {"index": 0, "id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}}


def chunk(delta: dict[str, Any] | None, finish_reason: str | None = None, index: int = 0, **members: Any) -> dict:
    choice = {"index": index, "delta": delta, "finish_reason": finish_reason}
    return {"id": "i", "object": "chat.completion.chunk", "created": 0, "model": "m"} | {
        "choices": [choice] if delta is not None else [],
        **members,
    }


def saying(*parts: Any, **members: Any) -> dict[str, Any]:
    candidate = {"content": {"role": "model", "parts": list(parts)}} if parts else {}
    return {"candidates": [candidate | {"index": 0} | members], "modelVersion": "m", "responseId": "i"}


ROLE = chunk({"role": "assistant", "content": ""})
STOP = chunk({}, "stop")
USAGE = chunk(None, usage={"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2})
TEXT = saying({"text": "a"})
END = saying({"text": ""}, finishReason="STOP")


def recorded(*said: Any, dialect: str = "relay") -> Output:
    data = [b"[DONE]" if event == DONE else json.dumps(event).encode() for event in said]
    return Output(Path("out"), b"".join(b"data: " + it + b"\n\n" for it in data), dialect, "developer")


class Streams(unittest.TestCase):
    def assert_found(self, expected: str, found: list[str]) -> None:
        self.assertTrue(any(expected in line for line in found), f"expected {expected}\nfound {found}")

    def test_frames(self) -> None:
        event = b"data: {}\n\n"
        self.assertEqual([{}, DONE], events(Output(Path("out.sse"), event + b"data: [DONE]\n\n", "", "")))
        self.assertEqual([{}, {}], events(Output(Path("out.json"), b"[{}\n,\n{}]", "", "")))
        crlf = b"data: {}\r\n\r\n"
        for body in (b"", b"[{}]", b"data: {}\n", crlf, event + b"{}", b": c\n\n" + event, b"data: {\n\n"):
            with self.assertRaises(ValueError):
                events(Output(Path("out.sse"), body, "", ""))
        for body in (b"", b"{}", b"[{}", b"[{}]]", event):
            with self.assertRaises(ValueError):
                events(Output(Path("out.json"), body, "", ""))

    def test_legal_chats(self) -> None:
        for said in (
            [ROLE, chunk({"content": "a"}), STOP, USAGE, DONE],
            [chunk({"role": "assistant", "tool_calls": [CALL]}), chunk({}, "tool_calls"), DONE],
            [chunk({"role": "assistant", "content": "a"}), chunk({}, "length"), DONE],
            [ROLE, chunk({}, "content_filter"), DONE],
            [ROLE, FAILURE],
        ):
            self.assertEqual([], chat_stream.fold(said)[1])
            self.assertEqual([], list(test_chat_streams.unlisted(recorded(*said))))
            self.assertEqual([], list(test_chat_streams.misread(recorded(*said))))

    def test_illegal_chats(self) -> None:
        calls = chunk({"role": "assistant", "tool_calls": [CALL]})
        for expected, said in [
            ("`role` in the first", [ROLE, ROLE, STOP, DONE]),
            ("`role` in the first", [chunk({"content": "a"}), STOP, DONE]),
            ("choice 0 has no end", [ROLE, DONE]),
            ("goes on behind its end", [ROLE, STOP, STOP, DONE]),
            ("goes on behind its end", [ROLE, STOP, DONE, DONE]),
            ("goes on behind its end", [ROLE, FAILURE, DONE]),
            ("`[DONE]` or an error", [ROLE, STOP]),
            ("though the stream failed", [ROLE, STOP, FAILURE]),
            ("id: expected one value", [ROLE, STOP | {"id": "j"}, DONE]),
            ("`usage` in a last chunk", [ROLE, USAGE, STOP, DONE]),
            ("`usage` in a last chunk", [ROLE, STOP | {"usage": None}, DONE]),
            ("choice 1 begins behind 0", [chunk({"role": "assistant"}, index=1), DONE]),
            ("`id` in its first piece", [calls, chunk({"tool_calls": [CALL]}), chunk({}, "tool_calls"), DONE]),
            ("call 1 stands behind 0", [chunk({"tool_calls": [CALL | {"index": 1}]}), DONE]),
            ("share an id", [calls, chunk({"tool_calls": [CALL | {"index": 1}]}), chunk({}, "tool_calls"), DONE]),
            ("`stop` with 1 calls", [calls, STOP, DONE]),
            ("`tool_calls` with 0 calls", [ROLE, chunk({}, "tool_calls"), DONE]),
            ("nothing is said", [chunk({"role": "assistant"}), STOP, DONE]),
            ("said twice", [ROLE, *[chunk({"extra_content": {"google": {"thought": True}}})] * 2, STOP, DONE]),
        ]:
            self.assert_found(expected, chat_stream.fold(said)[1])

    def test_chats_that_the_sdk_reads_otherwise(self) -> None:
        untyped = chunk({"role": "assistant", "content": "", "reasoning": ""})
        for expected, found in [
            ("the SDK fails", test_chat_streams.misread(recorded(chunk({"role": "user"}, index=1), STOP, DONE))),
            ("the SDK has 'aa'", test_chat_streams.misread(recorded(ROLE, *[chunk({"id": "a"})] * 2, STOP, DONE))),
            ("takes it for a success", test_chat_streams.misread(recorded(ROLE, {"error": {}}))),
            ("reasoning: unknown to the SDK", test_chat_streams.unlisted(recorded(untyped, dialect="openAI"))),
            ("'reasoning' was unexpected", test_chat_streams.unlisted(recorded(untyped, dialect="openAI"))),
            ("'finish_reason' is a required", test_chat_streams.unlisted(recorded({"choices": [{"index": 0}]}))),
        ]:
            self.assert_found(expected, list(found))

    def test_gemini(self) -> None:
        failure = {"error": {"code": 503, "message": "m", "status": "UNAVAILABLE"}}
        call = saying({"functionCall": {"name": "f", "args": {}}})
        for said in ([TEXT, END], [call, END], [TEXT, saying(finishReason="SAFETY")], [failure]):
            self.assertEqual([], gemini_stream.fold(said)[1])
            self.assertEqual([], list(test_gemini_streams.unlisted(recorded(*said))))
            self.assertEqual([], list(test_gemini_streams.misread(recorded(*said))))
        for expected, said in [
            ("candidate 0 has no end", [TEXT]),
            ("goes on behind its end", [END, TEXT]),
            ("goes on behind an error", [failure, END]),
            ("though the stream failed", [TEXT, END, failure]),
            ("`[DONE]` ends no stream", [END, DONE]),
            ("event 1: no responseId", [TEXT, {"candidates": END["candidates"], "modelVersion": "m"}]),
            ("modelVersion: expected one value", [TEXT, END | {"modelVersion": "n"}]),
            ("before the last event", [TEXT | {"usageMetadata": {}}, END]),
            ("says nothing", [TEXT, {"modelVersion": "m", "responseId": "i"}]),
            ("expected a call with name", [saying({"functionCall": {"name": "f"}}), END]),
            ("a piece of a call", [saying({"functionCall": {"name": "f", "args": {}, "willContinue": True}}), END]),
            ("no parts", [saying(content={"role": "model"}), END]),
            ("no parts", [TEXT, saying(finishReason="STOP")]),
        ]:
            self.assert_found(expected, gemini_stream.fold(said)[1])
        bad = recorded(saying({"text": "a", "thoughtSignature": "?"}))
        self.assert_found("/0/candidates/0/content/parts/0/thoughtSignature", list(test_gemini_streams.unlisted(bad)))
        self.assert_found("the SDK fails at event 0", list(test_gemini_streams.misread(bad)))


if __name__ == "__main__":
    unittest.main()
