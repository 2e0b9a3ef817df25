"""The fake upstreams refuse what the real ones would refuse: else nothing is shown by what they take."""

import unittest
from typing import Any

import httpx

import fake_gemini
import fake_openai
from fake_gemini import BYPASS, FakeGemini, call
from fake_openai import FakeOpenAI
from serving import serving
from upstream import KEY, Body, Upstream

ASK = {"role": "user", "parts": [{"text": "?"}]}
SIGNED = {"role": "model", "parts": [call("f", {}, signature="c2lnMQ==")]}
UNSIGNED = {"role": "model", "parts": [call("f", {})]}
RESULT = {"role": "user", "parts": [{"functionResponse": {"name": "f", "response": {}}}]}
MADE = {"role": "assistant", "tool_calls": [fake_openai.call("c1", "f", {})]}
FOUND = {"role": "tool", "tool_call_id": "c1", "content": "1"}


class Upstreams(unittest.TestCase):
    def start(self, upstream: Upstream) -> None:
        self.upstream = upstream
        address = self.enterContext(serving(upstream.app))
        self.client = self.enterContext(httpx.Client(base_url=address, trust_env=False))

    def post(self, target: str, body: Body, headers: dict[str, str] | None = None) -> str:
        """What is wrong with it, or nothing."""
        answer = self.client.post(target, json=body, headers=headers)
        self.assertEqual(bool(self.upstream.refused), answer.status_code == 400)
        self.upstream.refused.clear()
        return answer.json().get("error", {}).get("message", "")

    def test_gemini(self) -> None:
        self.start(FakeGemini())

        def found(*contents: Any, model: str = "gemini-3-flash", key: str = KEY, **more: Any) -> str:
            self.upstream.reset()
            first = fake_gemini.saying([call("f", {}, signature="c2lnMQ==")])
            self.upstream.note(first)
            self.upstream.script.append(first)
            target = f"/v1beta/models/{model}:generateContent"
            return self.post(target, {"contents": list(contents)} | more, {"x-goog-api-key": key})

        self.assertEqual("", found(ASK))
        self.assertEqual("", found(ASK, SIGNED, RESULT))
        self.assertEqual("", found(ASK, UNSIGNED, RESULT, ASK), "only the current turn has to be signed")
        self.assertEqual("", found(ASK, UNSIGNED, RESULT, model="gemini-2.5-flash"))
        moved = {"role": "model", "parts": [call("f", {"a": 1}, signature="c2lnMQ==")]}
        bypassed = {"role": "model", "parts": [call("f", {}, signature=BYPASS)]}
        mixed = {"role": "user", "parts": [*RESULT["parts"], {"text": "!"}]}
        for expected, message in [
            ("missing a thought_signature", found(ASK, UNSIGNED, RESULT)),
            ("Corrupted thought signature", found(ASK, moved, RESULT)),
            ("Corrupted thought signature", found(ASK, bypassed, RESULT)),
            ("number of function response parts", found(ASK, SIGNED, ASK)),
            ("number of function response parts", found(ASK, RESULT)),
            ("immediately after a function call turn", found(ASK, SIGNED)),
            ("holds nothing else", found(ASK, SIGNED, mixed)),
            ("API key not valid", found(ASK, key="another")),
            ("'colour' was unexpected", found(ASK, colour=1)),
            ("/contents/0/parts/0", found({"role": "user", "parts": [{}]})),
            ("expected /v1beta", self.post("/v1/chat/completions", {"contents": [ASK]})),
        ]:
            self.assertIn(expected, message)

    def test_openai(self) -> None:
        self.start(FakeOpenAI("openAI"))

        def found(*messages: Any, key: str = KEY, **more: Any) -> str:
            self.upstream.script.append(fake_openai.saying("Hello"))
            body = {"model": "m", "messages": list(messages)} | more
            return self.post("/v1/chat/completions", body, {"authorization": f"Bearer {key}"})

        ask = {"role": "user", "content": "?"}
        self.assertEqual("", found(ask))
        self.assertEqual("", found(ask, MADE, FOUND))
        for expected, message in [
            ("must be followed by tool messages", found(ask, MADE)),
            ("must be followed by tool messages", found(ask, MADE, ask)),
            ("must be a response to", found(ask, FOUND)),
            ("must be a response to", found(ask, MADE, FOUND, FOUND)),
            ("Incorrect API key", found(ask, key="another")),
            ("'top_k' was unexpected", found(ask, top_k=1)),
            ("Invalid URL", self.post("/v1/models", {"messages": [ask], "model": "m"})),
        ]:
            self.assertIn(expected, message)
