"""Requests obey the closed schemas of their wire, surface and dialect."""

import chat_fields
import gemini_fields
from fixtures import outputs
from judging import Judging
from schema import violations


class Requests(Judging):
    def test_gemini(self) -> None:
        for surface in ("developer", "vertex"):
            spoken = [output for output in outputs("request", "gemini") if output.surface == surface]
            with self.subTest(surface):
                self.judge(spoken, lambda output: violations(gemini_fields.request(output.surface), output.body))

    def test_chat(self) -> None:
        for dialect in ("relay", "openAI", "google", "openRouter"):
            spoken = [output for output in outputs("request", "openai") if output.dialect == dialect]
            with self.subTest(dialect):
                self.judge(spoken, lambda output: violations(chat_fields.body("request", output.dialect), output.body))
