"""Error bodies are what the SDKs raise their errors from."""

import json
import unittest
from collections.abc import Iterator

import openai
from google import genai
from google.genai.errors import APIError

import chat_fields
import gemini_fields
from fixtures import FIXTURES, Output, outputs
from judging import Judging
from schema import violations
from server import answering


@unittest.skipUnless((FIXTURES / "errors").exists(), "no errors folder")
class Errors(Judging):
    def test_chat_members(self) -> None:
        self.judge(outputs("error", "openai"), lambda it: violations(chat_fields.body("error", "openAI"), it.body))

    def test_gemini_members(self) -> None:
        self.judge(outputs("error", "gemini"), lambda it: violations(gemini_fields.answer("error", True), it.body))

    def test_chat_sdk(self) -> None:
        self.judge(outputs("error", "openai"), raised_by_openai)

    def test_gemini_sdk(self) -> None:
        self.judge(outputs("error", "gemini"), raised_by_google)


def raised_by_openai(output: Output) -> Iterator[str]:
    with answering(json.dumps(output.body).encode(), "application/json", 400) as address:
        client = openai.OpenAI(api_key="none", base_url=address, max_retries=0)
        try:
            client.chat.completions.create(model="any", messages=[])
        except openai.APIStatusError as error:
            yield from differences(output, error, "code", "type", "param")


def raised_by_google(output: Output) -> Iterator[str]:
    status = output.body["error"]["code"]
    with answering(json.dumps(output.body).encode(), "application/json", status) as address:
        client = genai.Client(api_key="none", http_options={"base_url": address})
        try:
            client.models.generate_content(model="any", contents="any")
        except APIError as error:
            yield from differences(output, error, "code", "message", "status")
        else:
            yield "/error/code: the SDK takes it for a success"


def differences(output: Output, error: Exception, *names: str) -> Iterator[str]:
    for name in names:
        if getattr(error, name) != output.body["error"][name]:
            yield f"/error/{name}: the SDK reads {getattr(error, name)!r}"
