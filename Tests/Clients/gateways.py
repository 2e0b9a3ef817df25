"""What the tests of both gateways share: an upstream, a gateway in front of it, and media small enough to be read."""

import base64
import time
import unittest
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, ClassVar

import httpx

from gateway import Gateway
from serving import serving
from upstream import Upstream

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n and so on").decode()
WAV = base64.b64encode(b"RIFF....WAVEfmt ").decode()
PDF = base64.b64encode(b"%PDF-1.7 and so on").decode()


class GatewayTest(unittest.TestCase):
    """One gateway and its upstream for all tests of a class; each begins with an empty script."""

    client_format: ClassVar[str]
    upstream_format: ClassVar[str]
    options: ClassVar[dict[str, Any]] = {}
    upstream: ClassVar[Upstream]
    gateway: ClassVar[Gateway]
    address: ClassVar[str]
    answers: ClassVar[list[httpx.Response]]

    @classmethod
    def make_upstream(cls) -> Upstream:
        raise NotImplementedError

    @classmethod
    def setUpClass(cls) -> None:
        running = cls.enterClassContext(ExitStack())
        cls.upstream = cls.make_upstream()
        behind = running.enter_context(serving(cls.upstream.app))
        cls.gateway = Gateway(cls.client_format, cls.upstream_format, behind, **cls.options)
        cls.answers = []
        cls.gateway.http.event_hooks = {"response": [cls.note]}
        cls.address = running.enter_context(serving(cls.gateway.app))

    @classmethod
    async def note(cls, answer: httpx.Response) -> None:
        cls.answers.append(answer)

    def setUp(self) -> None:
        self.upstream.reset()
        self.answers.clear()
        self.gateway.answered.clear()

    def tearDown(self) -> None:
        self.assertEqual([], self.upstream.refused, "the upstream refused what it got")
        self.assertFalse(self.upstream.script, "the upstream was not asked often enough")
        self.assertTrue(soon(lambda: all(it.is_closed for it in self.answers)), "an answer was left open")


def soon(holds: Callable[[], bool]) -> bool:
    """Whether it comes to hold; the gateway works in a thread of its own."""
    for _ in range(1000):
        if holds():
            return True
        time.sleep(0.01)
    return False
