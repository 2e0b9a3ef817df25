"""Chat completions are what OpenAI's SDK and the published specification say they are."""

from collections.abc import Iterator

from openai import BaseModel
from openai.types.chat import ChatCompletion
from pydantic import ValidationError

import chat_fields
from fixtures import Output, outputs
from judging import Judging
from schema import violations


class ChatResponses(Judging):
    def test_sdk_reads_them(self) -> None:
        self.judge(outputs("response", "openai"), refused)

    def test_published_members(self) -> None:
        self.judge(
            outputs("response", "openai"),
            lambda output: violations(chat_fields.body("response", output.dialect), output.body),
        )

    def test_sdk_knows_every_member_of_the_strict_dialect(self) -> None:
        strict = [output for output in outputs("response", "openai") if output.dialect == "openAI"]
        self.judge(strict, lambda output: extras(ChatCompletion.model_validate(output.body), ""))

    def test_unknown_members_are_seen(self) -> None:
        message = {"role": "assistant", "content": "", "reasoning": ""}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        body = {"id": "", "object": "chat.completion", "created": 0, "model": "", "choices": [choice]}
        found = list(extras(ChatCompletion.model_validate(body), ""))
        self.assertEqual(["/choices/0/message/reasoning: unknown to the SDK"], found)


def refused(output: Output) -> Iterator[str]:
    # The client itself constructs without validating.
    try:
        ChatCompletion.model_validate(output.body, strict=True)
    except ValidationError as error:
        for fault in error.errors():
            yield f"/{'/'.join(map(str, fault['loc']))}: {fault['msg']}"


def extras(value: object, pointer: str) -> Iterator[str]:
    """The members that the SDK has no type for."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from extras(item, f"{pointer}/{index}")
    elif isinstance(value, BaseModel):
        for name in value.model_extra or {}:
            yield f"{pointer}/{name}: unknown to the SDK"
        for name in value.model_fields_set:
            yield from extras(getattr(value, name), f"{pointer}/{name}")
