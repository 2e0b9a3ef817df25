"""Gemini answers are what Google's SDK and the list of fields say they are."""

import warnings
from collections.abc import Iterator

from google.genai.types import GenerateContentResponse
from pydantic import ValidationError

import gemini_fields
from fixtures import Output, outputs
from judging import Judging
from schema import violations

# Members that servers send and the SDK's types, which forbid unknown ones, do not have.
UNTYPED = {
    "usageMetadata/serviceTier": "recorded from the Developer API; the SDK types it on requests only",
    "usageMetadata/billablePromptUsage": "recorded from Vertex AI; in no document",
    "candidates/0/groundingAttributions": "of older answers; only the published list of fields still has it",
}


class GeminiResponses(Judging):
    def test_sdk_reads_them(self) -> None:
        untyped: set[str] = set()
        self.judge(outputs("response", "gemini"), lambda output: refused(output, untyped))
        self.assertEqual(untyped, set(UNTYPED), "every exception must be met")

    def test_listed_members(self) -> None:
        # What came from Gemini goes back in its own words, new ones too.
        self.judge(
            outputs("response", "gemini"),
            lambda output: violations(gemini_fields.answer("response", not output.is_way_back), output.body),
        )


def refused(output: Output, untyped: set[str]) -> Iterator[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # words of enums are the schema's matter
            GenerateContentResponse.model_validate(output.body)
    except ValidationError as error:
        for fault in error.errors():
            pointer = "/".join(map(str, fault["loc"]))
            if pointer in UNTYPED and fault["type"] == "extra_forbidden":
                untyped.add(pointer)
            else:
                yield f"/{pointer}: {fault['msg']}"
