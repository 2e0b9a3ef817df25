"""Error bodies are what the SDKs raise their errors from."""

import unittest
from collections.abc import Iterator

import openai
from google import genai
from google.genai.errors import APIError

import chat_fields
import gemini_fields
from error_server import answering
from fixtures import FIXTURES, Output, outputs
from judging import Judging
from schema import violations


@unittest.skipUnless((FIXTURES / "errors").exists(), "no errors folder")
class Errors(Judging):
    def test_chat(self) -> None:
        self.judge(outputs("error", "openai"), chat)

    def test_gemini(self) -> None:
        self.judge(outputs("error", "gemini"), gemini)


def chat(output: Output) -> Iterator[str]:
    yield from violations(chat_fields.body("error", "openAI"), output.body)
    with answering(400, output.body) as address:
        client = openai.OpenAI(api_key="none", base_url=address, max_retries=0)
        try:
            client.chat.completions.create(model="any", messages=[])
        except openai.APIStatusError as error:
            yield from differences(output.body["error"], error, ("code", "type", "param"))


def gemini(output: Output) -> Iterator[str]:
    yield from violations(gemini_fields.answer("error", True), output.body)
    with answering(output.body["error"]["code"], output.body) as address:
        client = genai.Client(api_key="none", http_options={"base_url": address})
        try:
            client.models.generate_content(model="any", contents="any")
        except APIError as error:
            yield from differences(output.body["error"], error, ("code", "message", "status"))


def differences(written: dict[str, object], read: Exception, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if written.get(name) != getattr(read, name):
            yield f"/error/{name}: the SDK reads {getattr(read, name)!r}"
