"""Through C and Python comes what was recorded from Swift: bodies, HTTP status, headers, findings, streams."""

import json
import pathlib
import re
import unittest
from collections.abc import Iterator
from typing import Any

from fixtures import FIXTURES
from twinspeak import DONE, FAULTY, NOT_JSON, UNTRANSLATABLE, Exchange, Result, Translator, TwinspeakError

OTHER = {"openai": "gemini", "gemini": "openai"}


class Case:
    """A folder of fixtures."""

    def __init__(self, path: pathlib.Path) -> None:
        self.path = path
        self.name = str(path.relative_to(FIXTURES))
        [given] = path.glob("in.*")
        self.format = given.name.split(".")[1]
        self.body = given.read_bytes()
        options = json.loads(self.text("options.json") or "{}")
        self.identity = {"name": options.pop("id", ""), "created": options.pop("created", 0)}
        self.http_status: int = options.pop("status", 200)
        self.headers: dict[str, str] = options.pop("headers", {})
        self.options = options

    @property
    def recorded(self) -> bytes:
        [path] = self.path.glob(f"out.{OTHER[self.format]}.*")
        return path.read_bytes()

    def text(self, name: str) -> str:
        path = self.path / name
        # Line ends in findings are as they are.
        return path.read_bytes().decode() if path.exists() else ""

    @property
    def findings(self) -> str:
        """Those of the way there."""
        return re.split(r"^back ", self.text("report.txt"), maxsplit=1, flags=re.MULTILINE)[0]

    @property
    def asking(self) -> Translator:
        return Translator(self.format, OTHER[self.format], **self.options)

    @property
    def answering(self) -> Translator:
        return Translator(OTHER[self.format], self.format, **self.options)


def cases(kind: str) -> Iterator[Case]:
    folders = sorted(FIXTURES.glob(f"{kind}/*"))
    if not folders:
        raise FileNotFoundError(f"there are no {kind}")
    yield from map(Case, folders)


def said(result: Result, prefix: str = "out ") -> str:
    """The findings as the command writes them."""
    lines = ""
    for found in result.envelope["diagnostics"]:
        place = found["pointer"] or f"line {found['line']}, column {found['column']}"
        note = f" ({found['note']})" if "note" in found else ""
        lines += f"{prefix}{found['severity']} {found['code']} {place}: {found['message']}{note}\n"
    return lines


class Library(unittest.TestCase):
    maxDiff = None

    def check(self, case: Case, result: Result) -> None:
        self.assertEqual(ordered(case.recorded), ordered(result.body), case.name)
        self.assertEqual(case.findings, said(result), case.name)

    def check_segments(self, case: Case, result: Result) -> None:
        gathered = case.answering.response_segments(case.body, case.http_status, case.headers, **case.identity)
        self.assertEqual(result.body, b"".join(piece for piece, _ in gathered.segments), case.name)
        self.assertEqual((result.status, result.http_status), (gathered.status, gathered.http_status), case.name)
        self.assertEqual((result.headers, result.envelope), (gathered.headers, gathered.envelope), case.name)

    def test_requests(self) -> None:
        for case in cases("requests"):
            result = case.asking.request(case.body)
            self.assertEqual((DONE, 0), (result.status, result.http_status))
            self.check(case, result)
            envelope = result.envelope
            self.assertEqual((result.target, result.headers), (envelope["path"], envelope["headers"]))
            gathered = case.asking.request_segments(case.body)
            self.assertEqual(result.body, b"".join(piece for piece, _ in gathered.segments), case.name)
            self.assertEqual(envelope, gathered.envelope, case.name)
            again = Exchange.of_json(result.exchange.json)
            self.assertEqual(result.exchange.json, again.json)

    def test_large_strings_of_a_request_stay_where_they_are(self) -> None:
        data = "QUJD" * 10_000
        content = [{"type": "image_url", "image_url": {"url": f"data:image/png;base64,{data}"}}]
        body = json.dumps({"model": "gemini-2.5-pro", "messages": [{"role": "user", "content": content}]}).encode()
        translator = Translator("openai", "gemini")
        result = translator.request_segments(body)
        self.assertEqual([data.encode()], [piece for piece, is_input in result.segments if is_input])
        self.assertEqual(translator.request(body).body, b"".join(piece for piece, _ in result.segments))

    def test_large_strings_of_an_answer_stay_where_they_are(self) -> None:
        data = "QUJD" * 10_000
        for parts in (
            [{"text": "Here"}, {"inlineData": {"mimeType": "image/png", "data": data}}],
            [{"inlineData": {"mimeType": "audio/wav", "data": data}}],
        ):
            body = json.dumps({"candidates": [{"content": {"parts": parts}, "finishReason": "STOP"}]}).encode()
            translator = Translator("openai", "gemini")
            result = translator.response_segments(body)
            large = [piece for piece, is_input in result.segments if is_input]
            self.assertEqual([data], [piece.decode().strip('"') for piece in large])
            self.assertEqual(translator.response(body).body, b"".join(piece for piece, _ in result.segments))

    def test_contracts(self) -> None:
        folders = sorted(FIXTURES.glob("relays/*"))
        self.assertEqual(4, len(folders))
        for path in folders:
            for kind in ("request", "response"):
                case = Case(path / kind)
                result = case.asking.validate_contract(path.name.encode(), kind, case.body)
                self.assertEqual(DONE, result.status, f"{case.name}: {said(result)}")
                result = case.asking.validate_contract(b'{"type":"array"}', kind, case.body)
                self.assertEqual(FAULTY, result.status, case.name)

    def test_responses(self) -> None:
        for case in cases("responses"):
            result = case.answering.response(case.body, case.http_status, case.headers, **case.identity)
            self.assertEqual((DONE, case.http_status), (result.status, result.http_status))
            self.check(case, result)
            self.check_segments(case, result)
            self.assertEqual(case.answering.usage(case.body), result.envelope.get("usage"))

    def test_errors(self) -> None:
        for case in cases("errors"):
            result = case.answering.response(case.body, case.http_status, case.headers, **case.identity)
            self.check(case, result)
            self.check_segments(case, result)
            head = "".join(f"{name}: {value}\n" for name, value in result.headers.items())
            self.assertEqual(case.text("out.http.txt"), f"{result.http_status}\n{head}", case.name)
            self.assertEqual("error", result.envelope["kind"])

    def test_invalid_bodies(self) -> None:
        for case in cases("invalid"):
            kind = case.path.name.split("-")[0]
            if kind not in ("response", "chunk", "error"):
                kind = "request"
                result = case.asking.request(case.body)
                self.assertIn((result.status, result.http_status), [(DONE, 0), (NOT_JSON, 400), (UNTRANSLATABLE, 400)])
                head = "translated\n" if result.status == DONE else ""
                self.assertEqual(case.text("report.txt"), head + said(result), case.name)
            if not (case.path / "schema.json").exists():
                result = case.asking.validate(case.format, kind, case.body)
                self.assertEqual(case.text("validation.txt"), said(result, prefix=""), case.name)
                self.assertIn(result.status, (DONE, FAULTY, NOT_JSON), case.name)

    def test_streams(self) -> None:
        for case in cases("streams"):
            request = case.text("request.json")
            translator = case.answering
            exchange = translator.request(request.encode()).exchange if request else None
            stream = translator.stream(exchange, **case.identity)
            pieces = [case.body[place : place + 100] for place in range(0, len(case.body), 100)]
            output = [stream.push(piece).body for piece in pieces]
            last = stream.finish()
            self.assertEqual(case.recorded, b"".join([*output, last.body]), case.name)
            self.assertEqual(case.text("report.txt"), f"{stream.state}\n{said(last, prefix='')}", case.name)

    def test_options_that_are_none(self) -> None:
        with self.assertRaises(TwinspeakError) as raised:
            Translator("openai", "gemini", dialect="latin")
        self.assertEqual("/dialect", raised.exception.args[0][0]["pointer"])


def ordered(body: bytes) -> Any:
    """JSON with its members in order, and numbers as they are written."""
    return json.loads(body, object_pairs_hook=lambda pairs: pairs, parse_float=str, parse_int=str)
