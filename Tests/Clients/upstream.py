"""What both fake upstreams share: they answer by a script, and refuse what the real ones would refuse."""

import asyncio
import json
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

Body = dict[str, Any]

KEY = "the-key"


class Upstream:
    """An answer of the script is a body, or a function that makes the response itself."""

    def __init__(self) -> None:
        self.script: deque[Body | Callable[[], Response]] = deque()
        self.asked: list[Body] = []
        self.refused: list[str] = []
        self.client_went_away = threading.Event()
        self.app = Starlette(routes=[Route("/{path:path}", self.handle, methods=["POST"])])

    def reset(self) -> None:
        self.script.clear()
        self.asked.clear()
        self.refused.clear()
        self.client_went_away.clear()

    async def handle(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append(body)
        fault = next(self.faults(request, body), None)
        if fault:
            self.refused.append(fault)
            return JSONResponse(self.error(400, fault), 400)
        if not self.script:
            return JSONResponse(self.error(500, "the script has ended"), 500)
        answer = self.script.popleft()
        if callable(answer):
            return answer()
        self.note(answer)
        if not self.streams(request, body):
            return JSONResponse(answer)
        return StreamingResponse(_in_pieces(self.events(body, answer)), media_type="text/event-stream")

    # What the protocols differ in.

    def faults(self, request: Request, body: Body) -> Iterator[str]:
        raise NotImplementedError

    def error(self, status: int, message: str) -> Body:
        raise NotImplementedError

    def streams(self, request: Request, body: Body) -> bool:
        raise NotImplementedError

    def events(self, body: Body, answer: Body) -> Iterator[bytes]:
        raise NotImplementedError

    def note(self, answer: Body) -> None:
        """The answer is on its way."""

    # Answers that go wrong.

    def failing(
        self, status: int, message: str, details: list[Body] | None = None, headers: dict[str, str] | None = None
    ) -> Callable[[], Response]:
        body = self.error(status, message)
        if details:
            body["error"]["details"] = details
        return lambda: JSONResponse(body, status, headers)

    def cut(self, answer: Body) -> Callable[[], Response]:
        """A body without its end."""
        return lambda: Response(compact(answer)[:-1], media_type="application/json")

    def breaking_off(self, answer: Body, *, drops: bool = False) -> Callable[[], Response]:
        """A stream without its end: it stops as a whole one does, or the connection drops."""

        async def pieces() -> AsyncIterator[bytes]:
            first, second, *_ = self.events({}, answer)
            async for piece in _in_pieces(iter([first, second])):
                yield piece
            if drops:
                raise ConnectionError("dropped by the script")

        return lambda: StreamingResponse(pieces(), media_type="text/event-stream")

    def endless(self, answer: Body, *, fails: bool = False) -> Callable[[], Response]:
        """A stream whose second event, or an error, comes again and again, until the client goes away."""

        async def events() -> AsyncIterator[bytes]:
            first, second, *_ = self.events({}, answer)
            if fails:
                second = f"data: {compact(self.error(503, 'Busy.'))}\n\n".encode()
            try:
                yield first
                while True:
                    yield second
                    await asyncio.sleep(0.01)
            finally:
                self.client_went_away.set()

        return lambda: StreamingResponse(events(), media_type="text/event-stream")


async def _in_pieces(events: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Cut where networks cut: anywhere."""
    for event in events:
        middle = len(event) // 2
        yield event[:middle]
        await asyncio.sleep(0)
        yield event[middle:]


def halves(text: str) -> list[str]:
    middle = len(text) // 2
    return [piece for piece in (text[:middle], text[middle:]) if piece]


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
