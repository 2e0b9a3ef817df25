"""What the tests of both gateways share: an upstream, a gateway in front of it, and media small enough to be read."""

import base64
import unittest
from contextlib import ExitStack
from typing import Any, ClassVar

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

    @classmethod
    def make_upstream(cls) -> Upstream:
        raise NotImplementedError

    @classmethod
    def setUpClass(cls) -> None:
        running = cls.enterClassContext(ExitStack())
        cls.upstream = cls.make_upstream()
        behind = running.enter_context(serving(cls.upstream.app))
        cls.gateway = Gateway(cls.client_format, cls.upstream_format, behind, **cls.options)
        cls.address = running.enter_context(serving(cls.gateway.app))

    def setUp(self) -> None:
        self.upstream.reset()
        self.gateway.answered.clear()

    def tearDown(self) -> None:
        self.assertEqual([], self.upstream.refused, "the upstream refused what it got")
        self.assertFalse(self.upstream.script, "the upstream was not asked often enough")
