"""A gateway that embeds the library: it serves one protocol, and asks an upstream that speaks the other one."""

import time
from collections.abc import AsyncIterator
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from twinspeak import DONE, Result, Stream, Translator


class Gateway:
    def __init__(self, client: str, upstream: str, address: str, **options: Any) -> None:
        self.translator = Translator(client, upstream, **options)
        self.http = httpx.AsyncClient(base_url=address, trust_env=False, timeout=30)
        # What is known of each answer, in the order of their ends: for bills and logs.
        self.answered: list[dict[str, Any]] = []
        self.app = Starlette(routes=[Route("/{path:path}", self.handle, methods=["POST"])])

    async def handle(self, request: Request) -> Response:
        target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        asked = self.translator.request(await request.body(), target)
        if asked.status != DONE:
            return _response(asked)
        headers = asked.headers | _credentials(request, asked.envelope["authorization"])
        call = self.http.build_request("POST", asked.target, content=asked.body, headers=headers)
        now = int(time.time())
        try:
            answer = await self.http.send(call, stream=True)
            if answer.is_success and asked.exchange.streams:
                stream = self.translator.stream(asked.exchange, created=now)
                return StreamingResponse(self._forward(answer, stream), headers=stream.headers)
            body = await answer.aread()
        except httpx.HTTPError as error:
            return _response(self.translator.response(str(error).encode(), 502))
        result = self.translator.response(body, answer.status_code, dict(answer.headers), asked.exchange, created=now)
        self.answered.append(result.envelope)
        return _response(result)

    async def _forward(self, answer: httpx.Response, stream: Stream) -> AsyncIterator[bytes]:
        """Event by event; where the client goes away, this is cancelled, and the upstream hears of it."""
        try:
            async for chunk in answer.aiter_bytes():
                if output := stream.push(chunk).body:
                    yield output
                if stream.state != "open":
                    break  # whatever else the upstream says, nobody will hear of it
        except httpx.HTTPError:
            pass  # the upstream broke off, which `finish` tells the client
        finally:
            last = stream.finish()
            self.answered.append(last.envelope)
            await answer.aclose()
        yield last.body


def _credentials(request: Request, scheme: str) -> dict[str, str]:
    """The client's key, shown as the upstream wants it."""
    bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
    key = request.headers.get("x-goog-api-key") or request.query_params.get("key") or bearer
    return {"authorization": f"Bearer {key}"} if scheme == "bearer" else {"x-goog-api-key": key}


def _response(result: Result) -> Response:
    return Response(result.body, result.http_status, result.headers)
