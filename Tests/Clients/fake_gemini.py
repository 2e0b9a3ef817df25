"""A Gemini upstream: closed schemas, the rules of calls and their results, and those of thought signatures."""

import re
from collections.abc import Iterator
from typing import Any

from starlette.requests import Request

import gemini_fields
from schema import violations
from upstream import KEY, Body, Upstream, compact, halves

PATH = re.compile(r"/v1beta/models/([^/:]+):(generateContent|streamGenerateContent)")
# A history from elsewhere may say so instead of a signature.
BYPASS = "c2tpcF90aG91Z2h0X3NpZ25hdHVyZV92YWxpZGF0b3I="
STATUSES = {
    400: "INVALID_ARGUMENT",
    402: "RESOURCE_EXHAUSTED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
}
NAMES = {"modelVersion": "gemini-3-flash", "responseId": "response-1"}


class FakeGemini(Upstream):
    def __init__(self) -> None:
        super().__init__()
        self.takes_bypass = False
        # The part that each signature was given out with.
        self.signed: dict[str, Body] = {}

    def reset(self) -> None:
        super().reset()
        self.takes_bypass = False
        self.signed.clear()

    def streams(self, request: Request, body: Body) -> bool:
        return request.url.path.endswith(":streamGenerateContent")

    def error(self, status: int, message: str) -> Body:
        return {"error": {"code": status, "message": message, "status": STATUSES[status]}}

    # Requests

    def faults(self, request: Request, body: Body) -> Iterator[str]:
        path = PATH.fullmatch(request.url.path)
        if path is None:
            yield f"expected {PATH.pattern}, found {request.url.path}"
            return
        if request.headers.get("x-goog-api-key") != KEY or "authorization" in request.headers:
            yield "API key not valid. Please pass a valid API key."
        if (request.query_params.get("alt") == "sse") != (path[2] == "streamGenerateContent"):
            yield f"expected alt=sse for streams and for nothing else, found {request.url.query!r}"
        yield from violations(gemini_fields.request("developer"), body)
        yield from _unpaired(body["contents"])
        yield from self._misplaced(body["contents"])
        if path[1].startswith("gemini-3"):
            yield from self._unsigned(body["contents"])

    def _misplaced(self, contents: list[Body]) -> Iterator[str]:
        """A signature goes back on the part that it came with."""
        for part in (part for content in contents for part in content["parts"]):
            signature = part.get("thoughtSignature")
            if signature is None or (self.takes_bypass and signature == BYPASS):
                continue
            if signature not in self.signed or _essence(part) != _essence(self.signed[signature]):
                yield f"Corrupted thought signature. {compact(part)}"

    def _unsigned(self, contents: list[Body]) -> Iterator[str]:
        """In the current turn the first call of every content has its signature."""
        turn = max((place for place, content in enumerate(contents) if _begins_turn(content)), default=0)
        for position, content in list(enumerate(contents))[turn:]:
            calls = [part for part in content["parts"] if "functionCall" in part]
            if calls and "thoughtSignature" not in calls[0]:
                name = calls[0]["functionCall"]["name"]
                yield (
                    "Function call is missing a thought_signature in functionCall parts. This is required for tools "
                    "to work correctly, and missing thought_signature may lead to degraded model performance. "
                    f"Additional data, function call `default_api:{name}`, position {position + 1}."
                )

    # Answers

    def note(self, answer: Body) -> None:
        for candidate in answer.get("candidates", []):
            for part in candidate["content"]["parts"]:
                if "thoughtSignature" in part:
                    self.signed[part["thoughtSignature"]] = part

    def events(self, body: Body, answer: Body) -> Iterator[bytes]:
        if "candidates" not in answer:
            yield _event(answer)
            return
        for candidate in answer["candidates"]:
            for part in candidate["content"]["parts"]:
                for piece in _pieces(part):
                    content = {"role": "model", "parts": [piece]}
                    yield _event({"candidates": [{"content": content, "index": candidate["index"]}]} | NAMES)
        last = [{"content": {"role": "model", "parts": [{"text": ""}]}} | it for it in map(_end, answer["candidates"])]
        yield _event({"candidates": last, "usageMetadata": answer["usageMetadata"]} | NAMES)


def saying(*candidates: list[Body], reason: str = "STOP", **more: Any) -> Body:
    """An answer of these parts, candidate by candidate."""
    usage = {"promptTokenCount": 11, "candidatesTokenCount": 5, "thoughtsTokenCount": 3, "totalTokenCount": 19}
    return {
        "candidates": [
            {"content": {"role": "model", "parts": parts}, "finishReason": reason, "index": index} | more
            for index, parts in enumerate(candidates)
        ],
        "usageMetadata": usage,
    } | NAMES


def blocking(reason: str) -> Body:
    """A prompt that is not answered."""
    return {"promptFeedback": {"blockReason": reason}, "usageMetadata": {"promptTokenCount": 11}} | NAMES


def call(name: str, args: Body, identifier: str | None = None, signature: str | None = None) -> Body:
    body = {"name": name, "args": args} | ({"id": identifier} if identifier else {})
    return {"functionCall": body} | ({"thoughtSignature": signature} if signature else {})


def _event(body: Body) -> bytes:
    return f"data: {compact(body)}\r\n\r\n".encode()


def _end(candidate: Body) -> Body:
    return {name: value for name, value in candidate.items() if name != "content"}


def _pieces(part: Body) -> Iterator[Body]:
    """Text comes in pieces, the signature behind them; all else comes whole."""
    if not part.get("text"):
        yield part
        return
    rest = {name: value for name, value in part.items() if name not in ("text", "thoughtSignature")}
    for piece in halves(part["text"]):
        yield {"text": piece} | rest
    if "thoughtSignature" in part:
        yield {"text": "", "thoughtSignature": part["thoughtSignature"]} | rest


def _essence(part: Body) -> Any:
    """What a signature is bound to; the text of an answer may be put together from pieces."""
    if "functionCall" in part:
        return "call", part["functionCall"]["name"], part["functionCall"].get("args", {})
    return next(name for name in ("text", "inlineData", "fileData") if name in part)


def _begins_turn(content: Body) -> bool:
    return content.get("role") == "user" and any("functionResponse" not in part for part in content["parts"])


def _unpaired(contents: list[Body]) -> Iterator[str]:
    """Every call is answered in the next content, and nothing else is."""
    before: list[str] = []
    for content in contents:
        answered = [part["functionResponse"]["name"] for part in content["parts"] if "functionResponse" in part]
        if sorted(answered) != sorted(before):
            yield (
                "Please ensure that the number of function response parts is equal to the number of function call "
                f"parts of the function call turn. {before}, {answered}"
            )
        if answered and len(answered) < len(content["parts"]):
            yield "a content with results holds nothing else"
        before = [part["functionCall"]["name"] for part in content["parts"] if "functionCall" in part]
        if before and content["role"] != "model":
            yield "Please ensure that function call turn comes immediately after a user turn."
    if before:
        yield "Please ensure that function response turn comes immediately after a function call turn."
