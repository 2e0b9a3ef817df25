"""OpenAI's SDK, in front of nginx that embeds the library by LuaJIT, in front of Gemini."""

import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import unittest
from typing import ClassVar

import openai

from fake_gemini import FakeGemini, call, saying
from serving import serving
from twinspeak import DEFAULT
from upstream import KEY

EXAMPLE = pathlib.Path(__file__).parent / "nginx"
MODULE = pathlib.Path("/usr/lib/nginx/modules/ngx_http_lua_module.so")
PREFIX = DEFAULT.parents[1]
MODEL = "gemini-3-flash"


@unittest.skipUnless(shutil.which("nginx") and MODULE.exists(), "nginx or its Lua module cannot be installed here")
class Nginx(unittest.TestCase):
    upstream: ClassVar[FakeGemini]
    client: ClassVar[openai.OpenAI]

    @classmethod
    def setUpClass(cls) -> None:
        cls.upstream = FakeGemini()
        behind = cls.enterClassContext(serving(cls.upstream.app)).removeprefix("http://")
        folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="twinspeak-nginx-")))
        with socket.create_server(("127.0.0.1", 0)) as free:
            address = f"127.0.0.1:{free.getsockname()[1]}"
        configuration = (EXAMPLE / "nginx.conf").read_text()
        for there, here in [
            ("load_module modules/", f"load_module {MODULE.parent}/"),
            ('lua_package_path "/opt/twinspeak/lib/?.lua;;"', f'lua_package_path "{EXAMPLE}/?.lua;;"'),
            ("/opt/twinspeak", str(PREFIX)),
            ("generativelanguage.googleapis.com:443", behind),
            ("https://gemini", "http://gemini"),
            ("127.0.0.1:8080", address),
        ]:
            if there not in configuration:
                raise ValueError(f"nginx.conf does not say {there}")
            configuration = configuration.replace(there, here)
        (folder / "nginx.conf").write_text(configuration)
        command = ["nginx", "-p", str(folder), "-c", "nginx.conf", "-e", "error.log", "-g", "daemon off;"]
        process = subprocess.Popen(command)
        cls.addClassCleanup(process.wait)
        cls.addClassCleanup(process.terminate)
        wait_for(address, process, folder / "error.log")
        cls.client = openai.OpenAI(api_key=KEY, base_url=f"http://{address}/v1", max_retries=0, timeout=20)
        cls.addClassCleanup(cls.client.close)

    def setUp(self) -> None:
        self.upstream.reset()

    def tearDown(self) -> None:
        self.assertEqual([], self.upstream.refused, "the upstream refused what it got")

    def ask(self, *messages: dict, **more: object) -> openai.types.chat.ChatCompletionMessage:
        request = {"model": MODEL, "messages": list(messages) or [{"role": "user", "content": "?"}]} | more
        return self.client.chat.completions.create(**request).choices[0].message

    def test_whole_answer(self) -> None:
        self.upstream.script.append(saying([{"text": "Hello — Grüße 🌍"}]))
        self.assertEqual("Hello — Grüße 🌍", self.ask({"role": "user", "content": "a" * 1_000_000}).content)

    def test_stream(self) -> None:
        self.upstream.script.append(saying([{"text": "Hello there"}, call("f", {"a": 1}, "c1", "c2ln")]))
        request = {"model": MODEL, "messages": [{"role": "user", "content": "?"}]}
        with self.client.chat.completions.stream(stream_options={"include_usage": True}, **request) as stream:
            completion = stream.get_final_completion()
        message = completion.choices[0].message
        self.assertEqual(("Hello there", "f"), (message.content, message.tool_calls[0].function.name))
        self.assertEqual(19, completion.usage.total_tokens)

    def test_events_come_one_by_one(self) -> None:
        self.upstream.script.append(self.upstream.endless(saying([{"text": "Hello there"}])))
        request = {"model": MODEL, "messages": [{"role": "user", "content": "?"}], "stream": True}
        with self.client.chat.completions.create(**request) as stream:
            words = (chunk.choices[0].delta.content for chunk in stream)
            self.assertEqual(["Hello", " there", " there"], [next(words) for _ in range(3)])
        self.assertTrue(self.upstream.client_went_away.wait(10), "the upstream was never told")

    def test_stream_that_is_cut(self) -> None:
        self.upstream.script.append(self.upstream.breaking_off(saying([{"text": "Hello there"}])))
        request = {"model": MODEL, "messages": [{"role": "user", "content": "?"}], "stream": True}
        with self.assertRaises(openai.APIError) as raised:
            list(self.client.chat.completions.create(**request))
        self.assertEqual("stream_truncated", raised.exception.code)

    def test_errors(self) -> None:
        details = [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "2.5s"}]
        for stream in (False, True):
            headers = {"retry-after": "3"}
            self.upstream.script.append(self.upstream.failing(429, "Slow down.", details=details, headers=headers))
            with self.assertRaises(openai.RateLimitError) as raised:
                self.ask(stream=stream)
            self.assertEqual("rate_limit_exceeded", raised.exception.code)
            # Status and headers of a stream are on their way before its body is read.
            wait = "3000" if stream else "2500"
            self.assertEqual(wait, raised.exception.response.headers["retry-after-ms"])
            self.assertEqual("application/json", raised.exception.response.headers["content-type"])
            self.assertIn("Slow down.", raised.exception.message)

    def test_request_that_is_refused(self) -> None:
        with self.assertRaises(openai.BadRequestError) as raised:
            self.ask({"role": "user", "content": [{"type": "image_url"}]})
        self.assertEqual("invalid_request_error", raised.exception.type)
        self.assertEqual([], self.upstream.asked)


def wait_for(address: str, process: subprocess.Popen, log: pathlib.Path) -> None:
    """Until somebody listens there."""
    host, port = address.split(":")
    for _ in range(1000):
        if process.poll() is not None:
            raise RuntimeError(f"nginx has ended: {log.read_text()}")
        with socket.socket() as probe:
            if probe.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.01)
    raise TimeoutError("nginx does not listen")
