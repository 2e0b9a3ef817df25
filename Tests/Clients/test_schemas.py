"""The schemas refuse what they must: a judge that accepts everything judges nothing."""

import unittest
from typing import Any

from openai.types.chat.completion_create_params import CompletionCreateParamsNonStreaming

import chat_fields
import gemini_fields
from schema import violations

TEXT = {"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}
CHAT = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}

FUNCTION = "/tools/0/functionDeclarations/0"
TWO_SCHEMAS = {"parameters": {"type": "STRING"}, "parametersJsonSchema": {}}


def saying(*parts: Any) -> dict[str, Any]:
    return {"contents": [{"role": "user", "parts": list(parts)}]}


def declaring(function: dict[str, Any]) -> dict[str, Any]:
    return TEXT | {"tools": [{"functionDeclarations": [{"name": "f"} | function]}]}


def taking(parameters: dict[str, Any]) -> dict[str, Any]:
    return declaring({"parameters": parameters})


class GeminiSchemas(unittest.TestCase):
    def test_legal(self) -> None:
        for surface, body in [
            ("developer", TEXT),
            ("developer", saying({"text": "hi", "thoughtSignature": "AA=="})),
            ("developer", taking({"type": "object", "properties": {"a": {"type": "STRING"}}})),
            ("developer", TEXT | {"generationConfig": {"topK": 40, "imageConfig": {"imageSize": "4K"}}}),
            ("vertex", TEXT | {"labels": {"a": "b"}, "generationConfig": {"topK": 0.5}}),
        ]:
            self.assertEqual([], list(violations(gemini_fields.request(surface), body)))

    def test_illegal(self) -> None:
        for surface, body, expected in [
            ("developer", {}, ": 'contents' is a required"),
            ("developer", {"contents": []}, "/contents: [] should be non-empty"),
            ("developer", saying(), "/contents/0/parts: [] should be non-empty"),
            ("developer", saying({}), "/contents/0/parts/0: expected one of"),
            ("developer", saying({"thought": True}), "/contents/0/parts/0: expected one of"),
            ("developer", saying({"text": "", "inlineData": {}}), "/contents/0/parts/0: expected one of"),
            ("developer", saying({"text": 1}), "/contents/0/parts/0/text: 1 is not of type"),
            ("developer", saying({"text": "", "thoughtSignature": "?"}), "/contents/0/parts/0/thoughtSignature: "),
            ("developer", saying({"text": "", "partsMetadata": {}}), "/contents/0/parts/0: Additional properties"),
            ("vertex", saying({"text": "", "partMetadata": {}}), "/contents/0/parts/0: Additional properties"),
            ("developer", TEXT | {"model": "m"}, ": Additional properties"),
            ("developer", TEXT | {"labels": {}}, ": Additional properties"),
            ("developer", TEXT | {"serviceTier": "STANDARD"}, "/serviceTier: "),
            ("developer", TEXT | {"generationConfig": {"topK": 0.5}}, "/generationConfig/topK: 0.5 is not of type"),
            ("developer", TEXT | {"generationConfig": {"seed": 2**31}}, "/generationConfig/seed: "),
            ("developer", declaring(TWO_SCHEMAS), FUNCTION + ": expected one of"),
            ("developer", taking({"type": "OBJECT"}), FUNCTION + "/parameters: "),
            ("developer", taking({"type": "OBJECT", "properties": {}}), FUNCTION + "/parameters/prop"),
            ("developer", taking({"type": "STRING", "anyOf": []}), FUNCTION + "/parameters: "),
            ("developer", taking({"type": "STRING", "enum": [""]}), FUNCTION + "/parameters/enum/0"),
            ("developer", taking({"type": "INTEGER", "enum": ["1"]}), FUNCTION + "/parameters/type"),
            ("developer", taking({"$ref": "#"}), FUNCTION + "/parameters: "),
            ("developer", taking({"type": "ARRAY"}), FUNCTION + "/parameters: "),
            ("developer", taking({"type": ["STRING"]}), FUNCTION + "/parameters/type: "),
        ]:
            found = list(violations(gemini_fields.request(surface), body))
            self.assertTrue(any(line.startswith(expected) for line in found), f"{expected}\nfound {found}")


class ChatSchemas(unittest.TestCase):
    def test_legal(self) -> None:
        for dialect, body in [
            ("openAI", CHAT),
            ("relay", CHAT | {"top_k": 1, "extra_body": {"google": {"cached_content": "c"}}}),
            ("openRouter", CHAT | {"image_config": {"aspect_ratio": "1:1"}}),
            ("openRouter", CHAT | {"modalities": ["image", "text"]}),
            ("google", CHAT | {"max_tokens": 1}),
        ]:
            self.assertEqual([], list(violations(chat_fields.body("request", dialect), body)))

    def test_illegal(self) -> None:
        for dialect, body, expected in [
            ("relay", {"model": "m", "messages": []}, "/messages: [] should be non-empty"),
            ("relay", CHAT | {"messages": [{"role": "tool", "content": ""}]}, "/messages/0: 'tool_call_id'"),
            ("relay", CHAT | {"messages": [{"role": "user", "content": [{}]}]}, "/messages/0/content/0: "),
            ("relay", CHAT | {"temperature": 2.1}, "/temperature: 2.1 is greater"),
            ("relay", CHAT | {"image_config": {}}, ": Additional properties"),
            ("openAI", CHAT | {"top_k": 1}, ": Additional properties"),
            ("openAI", CHAT | {"modalities": ["image"]}, "/modalities/0: "),
            ("openAI", CHAT | {"tool_choice": "validated"}, "/tool_choice: "),
            ("google", CHAT | {"seed": 1}, ": Additional properties"),
        ]:
            found = list(violations(chat_fields.body("request", dialect), body))
            self.assertTrue(any(line.startswith(expected) for line in found), f"{expected}\nfound {found}")

    def test_requests_have_the_members_of_the_sdk(self) -> None:
        known = {"stream", *CompletionCreateParamsNonStreaming.__annotations__}
        for base in CompletionCreateParamsNonStreaming.__orig_bases__:
            known |= {*base.__annotations__}
        self.assertEqual(known, set(chat_fields.FIELDS["messages"]["ChatCompletionRequest"]))
