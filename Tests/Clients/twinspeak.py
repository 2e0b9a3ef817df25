"""The library for C, as Python sees it."""

import ctypes
import json
import os
import pathlib
import weakref
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_size_t, c_uint32, c_void_p
from typing import Any

DEFAULT = pathlib.Path(__file__).resolve().parents[2] / ".build/c/lib/libTwinspeakC.so.1"
FORMATS = {"openai": 1, "gemini": 2}
KINDS = {"request": 1, "response": 2, "chunk": 3, "error": 4}
DONE, CUT_OFF, USAGE, NOT_JSON, UNTRANSLATABLE = range(5)
FAULTY = CUT_OFF  # of a body that is validated
STATES = ("open", "finished", "failed", "truncated", "misused")
ABI_VERSION = 1

BYTES = (c_char_p, c_size_t)
MADE = POINTER(c_void_p)


class Segment(ctypes.Structure):
    """A run of bytes of an output."""

    _fields_ = (("bytes", c_void_p), ("count", c_size_t), ("is_input", c_int32))


# What each function gives, and takes.
FUNCTIONS: dict[str, tuple[Any, ...]] = {
    "abi_version": (c_uint32,),
    "free": (None, c_void_p),
    "result_new": (c_void_p,),
    "result_body": (c_void_p, c_void_p, POINTER(c_size_t)),
    "result_segments": (POINTER(Segment), c_void_p, POINTER(c_size_t)),
    "result_headers": (c_void_p, c_void_p, POINTER(c_size_t)),
    "result_target": (c_void_p, c_void_p, POINTER(c_size_t)),
    "result_envelope": (c_void_p, c_void_p, POINTER(c_size_t)),
    "result_http_status": (c_int32, c_void_p),
    "result_exchange": (c_void_p, c_void_p),
    "translator_new": (c_int32, c_int32, c_int32, *BYTES, MADE, c_void_p),
    "request": (c_int32, c_void_p, *BYTES, *BYTES, c_void_p),
    "request_segments": (c_int32, c_void_p, *BYTES, *BYTES, c_void_p),
    "response": (c_int32, c_void_p, *BYTES, c_int32, *BYTES, c_void_p, *BYTES, c_int64, c_void_p),
    "response_segments": (c_int32, c_void_p, *BYTES, c_int32, *BYTES, c_void_p, *BYTES, c_int64, c_void_p),
    "usage": (c_int32, c_void_p, *BYTES, c_void_p),
    "schema": (c_int32, c_void_p, *BYTES, c_void_p),
    "validate": (c_int32, c_void_p, c_int32, c_int32, *BYTES, c_void_p),
    "validate_contract": (c_int32, c_void_p, *BYTES, c_int32, *BYTES, c_void_p),
    "exchange_new": (c_int32, *BYTES, MADE, c_void_p),
    "exchange_json": (c_int32, c_void_p, c_void_p),
    "exchange_stream": (c_int32, c_void_p),
    "stream_new": (c_int32, c_void_p, c_void_p, *BYTES, c_int64, MADE, c_void_p),
    "stream_push": (c_int32, c_void_p, *BYTES, c_void_p),
    "stream_finish": (c_int32, c_void_p, c_void_p),
    "stream_state": (c_int32, c_void_p),
}

_library = ctypes.CDLL(os.environ.get("TWINSPEAK_LIBRARY", str(DEFAULT)))
for _name, (_gives, *_takes) in FUNCTIONS.items():
    _function = getattr(_library, f"twinspeak_{_name}")
    _function.restype, _function.argtypes = _gives, _takes
if _library.twinspeak_abi_version() != ABI_VERSION:
    raise ImportError(f"expected version {ABI_VERSION} of the library, found {_library.twinspeak_abi_version()}")


class TwinspeakError(Exception):
    """Arguments or options that cannot be used; it holds the diagnostics."""


class Handle:
    """An object of the library's, freed with this one."""

    def __init__(self, address: int) -> None:
        self._as_parameter_ = c_void_p(address)
        weakref.finalize(self, _library.twinspeak_free, self._as_parameter_)


class Exchange(Handle):
    """What a request leaves behind for its answer."""

    @staticmethod
    def of_json(text: bytes) -> "Exchange":
        return Exchange(_made(_library.twinspeak_exchange_new, text, len(text))[0])

    @property
    def json(self) -> bytes:
        return Result(_library.twinspeak_exchange_json, self).body

    @property
    def streams(self) -> bool:
        return bool(_library.twinspeak_exchange_stream(self))


class Result(Handle):
    """What came of one call."""

    def __init__(self, call: Any, *arguments: Any) -> None:
        super().__init__(_library.twinspeak_result_new())
        self.status: int = call(*arguments, self)

    @property
    def body(self) -> bytes:
        return self._lent(_library.twinspeak_result_body)

    @property
    def segments(self) -> list[tuple[bytes, bool]]:
        """Each with whether it lies in the body that went in, which has to be there still."""
        count = c_size_t()
        lent = _library.twinspeak_result_segments(self, byref(count))
        return [(ctypes.string_at(it.bytes, it.count), bool(it.is_input)) for it in lent[: count.value]]

    @property
    def http_status(self) -> int:
        return _library.twinspeak_result_http_status(self)

    @property
    def headers(self) -> dict[str, str]:
        lines = self._lent(_library.twinspeak_result_headers).decode().splitlines()
        return dict(line.split(": ", 1) for line in lines)

    @property
    def target(self) -> str:
        return self._lent(_library.twinspeak_result_target).decode()

    @property
    def exchange(self) -> Exchange:
        return Exchange(_library.twinspeak_result_exchange(self))

    @property
    def envelope(self) -> dict[str, Any]:
        return json.loads(self._lent(_library.twinspeak_result_envelope))

    def _lent(self, lend: Any) -> bytes:
        count = c_size_t()
        return ctypes.string_at(lend(self, byref(count)), count.value)


class Stream(Handle):
    """One streamed answer on its way to the client."""

    def __init__(self, address: int, begun: Result) -> None:
        super().__init__(address)
        self.headers = begun.headers

    def push(self, chunk: bytes) -> Result:
        return Result(_library.twinspeak_stream_push, self, chunk, len(chunk))

    def finish(self) -> Result:
        return Result(_library.twinspeak_stream_finish, self)

    @property
    def state(self) -> str:
        return STATES[_library.twinspeak_stream_state(self)]


class Translator(Handle):
    """What a client speaks, what the upstream does, and the options."""

    def __init__(self, client: str, upstream: str, **options: Any) -> None:
        text = json.dumps(options).encode()
        function = _library.twinspeak_translator_new
        super().__init__(_made(function, FORMATS[client], FORMATS[upstream], text, len(text))[0])

    def request(self, body: bytes, target: str = "") -> Result:
        path = target.encode()
        return Result(_library.twinspeak_request, self, body, len(body), path, len(path))

    def request_segments(self, body: bytes, target: str = "") -> Result:
        """Keep `body` for as long as the result's segments are looked at."""
        path = target.encode()
        return Result(_library.twinspeak_request_segments, self, body, len(body), path, len(path))

    def response(
        self,
        body: bytes,
        http_status: int = 200,
        headers: dict[str, str] | None = None,
        exchange: Exchange | None = None,
        name: str = "",
        created: int = 0,
    ) -> Result:
        function = _library.twinspeak_response
        return self._answer(function, body, http_status, headers, exchange, name, created)

    def response_segments(
        self,
        body: bytes,
        http_status: int = 200,
        headers: dict[str, str] | None = None,
        exchange: Exchange | None = None,
        name: str = "",
        created: int = 0,
    ) -> Result:
        """Keep `body` for as long as the result's segments are looked at."""
        function = _library.twinspeak_response_segments
        return self._answer(function, body, http_status, headers, exchange, name, created)

    def _answer(
        self,
        function: Any,
        body: bytes,
        http_status: int,
        headers: dict[str, str] | None,
        exchange: Exchange | None,
        name: str,
        created: int,
    ) -> Result:
        lines = "".join(f"{header}: {value}\r\n" for header, value in (headers or {}).items()).encode()
        identity = (name.encode(), len(name.encode()), created)
        return Result(function, self, body, len(body), http_status, lines, len(lines), exchange, *identity)

    def stream(self, exchange: Exchange | None = None, name: str = "", created: int = 0) -> Stream:
        identity = (name.encode(), len(name.encode()), created)
        return Stream(*_made(_library.twinspeak_stream_new, self, exchange, *identity))

    def usage(self, body: bytes) -> dict[str, Any] | None:
        return json.loads(Result(_library.twinspeak_usage, self, body, len(body)).body)

    def schema(self, schema: bytes) -> Result:
        return Result(_library.twinspeak_schema, self, schema, len(schema))

    def validate(self, format: str, kind: str, body: bytes) -> Result:
        return Result(_library.twinspeak_validate, self, FORMATS[format], KINDS[kind], body, len(body))

    def validate_contract(self, contract: bytes, kind: str, body: bytes) -> Result:
        function = _library.twinspeak_validate_contract
        return Result(function, self, contract, len(contract), KINDS[kind], body, len(body))


def _made(function: Any, *arguments: Any) -> tuple[int, Result]:
    """The address of what `function` makes, and what else comes of it."""
    made = c_void_p()
    result = Result(function, *arguments, byref(made))
    if result.status != DONE or made.value is None:
        raise TwinspeakError(result.envelope["diagnostics"])
    return made.value, result
