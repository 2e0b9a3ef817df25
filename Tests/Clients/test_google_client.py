"""Google's SDK, in front of a gateway that asks OpenAI: whole answers, and the same as streams."""

import base64
import json
from typing import Any, NamedTuple

import httpx
from google import genai
from google.genai import types
from google.genai.errors import APIError, ClientError
from pydantic import BaseModel

from fake_openai import FakeOpenAI, call, saying
from gateways import PDF, PNG, WAV, GatewayTest, soon
from upstream import KEY

MODEL = "gpt-4o"
PDF_FILE = {"file_data": f"data:application/pdf;base64,{PDF}", "filename": "file.pdf"}


class City(BaseModel):
    name: str
    inhabitants: int


class Said(NamedTuple):
    """An answer, whether it came at once or event by event."""

    responses: list[types.GenerateContentResponse]

    @property
    def last(self) -> types.GenerateContentResponse:
        return self.responses[-1]

    def parts(self, index: int = 0) -> list[types.Part]:
        candidates = [it for response in self.responses for it in response.candidates or [] if (it.index or 0) == index]
        return [part for it in candidates if it.content for part in it.content.parts or []]

    def text(self, index: int = 0) -> str:
        return "".join(part.text or "" for part in self.parts(index) if not part.thought)

    @property
    def finish_reason(self) -> str:
        reasons = (it.finish_reason for response in self.responses for it in response.candidates or [])
        return next(reason for reason in reasons if reason).value


def weather(city: str) -> dict[str, Any]:
    """How warm it is."""
    return {"degrees": {"Rom": 25, "Oslo": 3}[city]}


def clock(zone: str) -> str:
    """What time it is."""
    return f"12:00 {zone}"


class GoogleClient(GatewayTest):
    client_format = "gemini"
    upstream_format = "openai"
    options = {"dialect": "openAI"}
    upstream: FakeOpenAI

    @classmethod
    def make_upstream(cls) -> FakeOpenAI:
        return FakeOpenAI(cls.options["dialect"])

    def setUp(self) -> None:
        super().setUp()
        self.client = self.make_client()

    def make_client(self, **options: Any) -> genai.Client:
        http_options = {"base_url": self.address, "api_version": "v1beta", "timeout": 20_000} | options
        client = genai.Client(api_key=KEY, http_options=http_options)
        self.addCleanup(client.close)
        return client


class Whole:
    def generate(self, contents: Any, **config: Any) -> Said:
        return Said([self.client.models.generate_content(model=MODEL, contents=contents, config=config)])

    def send(self, chat: Any, message: Any) -> Said:
        return Said([chat.send_message(message)])


class Streamed:
    def generate(self, contents: Any, **config: Any) -> Said:
        return Said(list(self.client.models.generate_content_stream(model=MODEL, contents=contents, config=config)))

    def send(self, chat: Any, message: Any) -> Said:
        return Said(list(chat.send_message_stream(message)))


class Scenarios:
    """Each runs twice: `generate` asks for a whole answer, or for a stream."""

    def test_plain(self) -> None:
        self.upstream.script.append(saying("Hello — Grüße 🌍"))
        said = self.generate("Hi", temperature=0.5, max_output_tokens=100)
        self.assertEqual(("Hello — Grüße 🌍", "STOP"), (said.text(), said.finish_reason))
        self.assertEqual(("chatcmpl-1", "gpt-4o-2024-08-06"), (said.last.response_id, said.last.model_version))
        usage = said.last.usage_metadata
        counts = (usage.prompt_token_count, usage.candidates_token_count, usage.total_token_count)
        self.assertEqual((11, 5, 16), counts)
        asked = self.upstream.asked[0]
        self.assertEqual([{"role": "user", "content": "Hi"}], asked["messages"])
        self.assertEqual((MODEL, 0.5, 100), (asked["model"], asked["temperature"], asked["max_completion_tokens"]))
        self.assertEqual(16, self.gateway.answered[0]["usage"]["total"])

    def test_system(self) -> None:
        self.upstream.script.append(saying("Arr"))
        self.generate("Hi", system_instruction="Be a pirate.")
        self.assertEqual({"role": "system", "content": "Be a pirate."}, self.upstream.asked[0]["messages"][0])

    def test_several_turns(self) -> None:
        self.upstream.script += [saying("Four"), saying("Eight")]
        chat = self.client.chats.create(model=MODEL)
        self.assertEqual("Four", self.send(chat, "2+2?").text())
        self.assertEqual("Eight", self.send(chat, "Twice that?").text())
        messages = [(message["role"], message["content"]) for message in self.upstream.asked[1]["messages"]]
        self.assertEqual([("user", "2+2?"), ("assistant", "Four"), ("user", "Twice that?")], messages)

    def test_media(self) -> None:
        for data, mime, expected in [
            (PNG, "image/png", {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PNG}"}}),
            (WAV, "audio/wav", {"type": "input_audio", "input_audio": {"data": WAV, "format": "wav"}}),
            (PDF, "application/pdf", {"type": "file", "file": PDF_FILE}),
        ]:
            with self.subTest(mime):
                self.upstream.script.append(saying("Seen."))
                part = types.Part.from_bytes(data=base64.b64decode(data), mime_type=mime)
                self.assertEqual("Seen.", self.generate(["What is it?", part]).text())
                text, media = self.upstream.asked[-1]["messages"][0]["content"]
                self.assertEqual(({"type": "text", "text": "What is it?"}, expected), (text, media))

    def test_tools_over_several_turns(self) -> None:
        """The SDK calls Python's functions by itself: two at once, then another one."""
        self.upstream.script += [
            saying({"tool_calls": [call("c1", "weather", {"city": "Rom"}), call("c2", "clock", {"zone": "CET"})]}),
            saying({"tool_calls": [call("c3", "weather", {"city": "Oslo"})]}),
            saying("Rom is warmer."),
            saying("You are welcome."),
        ]
        chat = self.client.chats.create(model=MODEL, config={"tools": [weather, clock]})
        self.assertEqual("Rom is warmer.", self.send(chat, "Where is it warmer?").text())
        self.assertEqual("You are welcome.", self.send(chat, "Thanks").text())
        tools = [tool["function"] for tool in self.upstream.asked[0]["tools"]]
        self.assertEqual(["weather", "clock"], [tool["name"] for tool in tools])
        self.assertEqual({"city"}, set(tools[0]["parameters"]["properties"]))
        messages = self.upstream.asked[-1]["messages"]
        roles = [message["role"] for message in messages]
        self.assertEqual(["user", "assistant", "tool", "tool", "assistant", "tool", "assistant", "user"], roles)
        results = [(it["tool_call_id"], json.loads(it["content"])) for it in messages if it["role"] == "tool"]
        found = [{"result": {"degrees": 25}}, {"result": "12:00 CET"}, {"result": {"degrees": 3}}]
        self.assertEqual(list(zip(["c1", "c2", "c3"], found)), results)
        self.assertEqual("Rom is warmer.", messages[6]["content"])

    def test_tool_choice(self) -> None:
        self.upstream.script.append(saying({"tool_calls": [call("c1", "weather", {"city": "Rom"})]}))
        mode = types.FunctionCallingConfig(mode="ANY", allowed_function_names=["weather"])
        declared = types.FunctionDeclaration(name="weather", parameters_json_schema={"type": "object"})
        said = self.generate(
            "?",
            tools=[types.Tool(function_declarations=[declared])],
            tool_config=types.ToolConfig(function_calling_config=mode),
        )
        [part] = [part for part in said.parts() if part.function_call]
        self.assertEqual(("weather", {"city": "Rom"}), (part.function_call.name, part.function_call.args))
        chosen = {"type": "function", "function": {"name": "weather"}}
        self.assertEqual(chosen, self.upstream.asked[0]["tool_choice"])

    def test_several_candidates(self) -> None:
        self.upstream.script.append(saying("Heads", "Tails"))
        said = self.generate("Toss.", candidate_count=2)
        self.assertEqual(["Heads", "Tails"], [said.text(0), said.text(1)])
        self.assertEqual(2, self.upstream.asked[0]["n"])

    def test_logprobs(self) -> None:
        top = [{"token": "Ja", "logprob": -0.25, "bytes": [74, 97]}, {"token": "Nö", "logprob": -1.5, "bytes": None}]
        content = [top[0] | {"top_logprobs": top}]
        self.upstream.script.append(saying("Ja", logprobs={"content": content, "refusal": None}))
        said = self.generate("?", response_logprobs=True, logprobs=2)
        results = (it.logprobs_result for response in said.responses for it in response.candidates or [])
        result = next(found for found in results if found)
        self.assertEqual([("Ja", -0.25)], [(it.token, it.log_probability) for it in result.chosen_candidates])
        self.assertEqual(["Ja", "Nö"], [it.token for it in result.top_candidates[0].candidates])
        self.assertEqual((True, 2), (self.upstream.asked[0]["logprobs"], self.upstream.asked[0]["top_logprobs"]))

    def test_image_output(self) -> None:
        self.upstream.script.append(saying(f"A cat: ![image](data:image/png;base64,{PNG}) Done."))
        parts = self.generate("A cat").parts()
        [image] = [part.inline_data for part in parts if part.inline_data]
        self.assertEqual(("image/png", base64.b64decode(PNG)), (image.mime_type, image.data))
        self.assertEqual("A cat:  Done.", "".join(part.text or "" for part in parts))

    def test_structured_output(self) -> None:
        self.upstream.script.append(saying('{"name": "Oslo", "inhabitants": 700000}'))
        said = self.generate("?", response_mime_type="application/json", response_schema=City)
        self.assertEqual(City(name="Oslo", inhabitants=700000), City.model_validate_json(said.text()))
        form = self.upstream.asked[0]["response_format"]
        self.assertEqual("json_schema", form["type"])
        self.assertEqual({"name", "inhabitants"}, set(form["json_schema"]["schema"]["properties"]))

    def test_answers_that_are_stopped(self) -> None:
        for reason, expected in [("length", "MAX_TOKENS"), ("content_filter", "SAFETY")]:
            self.upstream.script.append(saying("Well", reason=reason))
            self.assertEqual(expected, self.generate("?").finish_reason)

    def test_errors(self) -> None:
        for status, word in [
            (400, "INVALID_ARGUMENT"),
            (401, "UNAUTHENTICATED"),
            (404, "NOT_FOUND"),
            (429, "RESOURCE_EXHAUSTED"),
            (500, "INTERNAL"),
        ]:
            with self.subTest(status):
                self.upstream.script.append(self.upstream.failing(status, "No."))
                with self.assertRaises(APIError) as raised:
                    self.generate("?")
                error = raised.exception
                self.assertEqual((status, word, "No."), (error.code, error.status, error.message))

    def test_retries(self) -> None:
        self.client = self.make_client(retry_options=types.HttpRetryOptions(attempts=2, initial_delay=0.001))
        self.upstream.script += [self.upstream.failing(429, "Slow down."), saying("Now.")]
        self.assertEqual("Now.", self.generate("?").text())
        self.upstream.script.append(self.upstream.failing(400, "No."))
        with self.assertRaises(ClientError):
            self.generate("?")

    def test_request_that_is_refused(self) -> None:
        with self.assertRaises(ClientError) as raised:
            self.generate([types.Content(role="user", parts=[types.Part(function_response={"name": "f"})])])
        self.assertEqual((400, "INVALID_ARGUMENT"), (raised.exception.code, raised.exception.status))
        self.assertEqual([], self.upstream.asked)


class RelayScenarios:
    """An upstream that thinks, and signs what it thinks."""

    def test_signatures_survive_a_loop_of_tools(self) -> None:
        def signed(signature: str) -> dict[str, Any]:
            return {"extra_content": {"google": {"thought_signature": signature}}}

        first = [call("c1", "weather", {"city": "Rom"}, **signed("c2lnMQ==")), call("c2", "clock", {"zone": "CET"})]
        second = [call("c3", "weather", {"city": "Oslo"}, **signed("c2lnMg=="))]
        self.upstream.script += [
            saying({"reasoning_content": "Let me look.", "tool_calls": first}),
            saying({"tool_calls": second}),
            saying("Rom is warmer."),
        ]
        chat = self.client.chats.create(model=MODEL, config={"tools": [weather, clock]})
        self.assertEqual("Rom is warmer.", self.send(chat, "Where is it warmer?").text())
        messages = [message for message in self.upstream.asked[2]["messages"] if message["role"] == "assistant"]
        self.assertEqual([first, second], [message["tool_calls"] for message in messages])
        self.assertEqual("Let me look.", messages[0]["reasoning_content"])

    def test_thoughts(self) -> None:
        self.upstream.script.append(saying({"reasoning_content": "Easy.", "content": "4"}))
        said = self.generate("2+2?", thinking_config=types.ThinkingConfig(include_thoughts=True))
        self.assertEqual("Easy.", "".join(part.text for part in said.parts() if part.thought))
        self.assertEqual("4", said.text())


class WholeAnswers(Whole, Scenarios, GoogleClient):
    def test_structured_output_is_parsed(self) -> None:
        self.upstream.script.append(saying('{"name": "Oslo", "inhabitants": 700000}'))
        said = self.generate("?", response_mime_type="application/json", response_schema=City)
        self.assertEqual(City(name="Oslo", inhabitants=700000), said.last.parsed)

    def test_answer_that_is_cut(self) -> None:
        self.upstream.script.append(self.upstream.cut(saying("Hello")))
        with self.assertRaises(APIError) as raised:
            self.generate("?")
        self.assertEqual(502, raised.exception.code)


class StreamedAnswers(Streamed, Scenarios, GoogleClient):
    def test_stream_that_is_cut(self) -> None:
        for drops in (False, True):
            self.upstream.script.append(self.upstream.breaking_off(saying("Hello there"), drops=drops))
            with self.assertRaises(APIError) as raised:
                self.generate("?")
            self.assertIn("ended", raised.exception.message)

    def test_client_that_goes_away(self) -> None:
        self.upstream.script.append(self.upstream.endless(saying("On and on")))
        stream = self.client.models.generate_content_stream(model=MODEL, contents="?")
        next(stream)
        stream.close()
        self.assertTrue(self.upstream.client_went_away.wait(10), "the upstream was never told")
        self.assertTrue(soon(lambda: len(self.gateway.answered) == 1), "nobody knows what the answer cost")
        self.upstream.script.append(saying("Here."))
        self.assertEqual("Here.", self.generate("Still there?").text())

    def test_upstream_that_goes_on_behind_an_error(self) -> None:
        self.upstream.script.append(self.upstream.endless(saying("Hello there"), fails=True))
        with self.assertRaises(APIError) as raised:
            self.generate("?")
        self.assertIn("Busy.", raised.exception.message)
        self.assertTrue(self.upstream.client_went_away.wait(10), "the upstream was never told")
        self.assertEqual(1, len(self.gateway.answered))

    def test_array(self) -> None:
        """Who does not ask for events gets an array, which is whole at the end."""
        self.upstream.script.append(saying("Hello there"))
        body = {"contents": [{"parts": [{"text": "?"}]}]}
        target = f"{self.address}/v1beta/models/{MODEL}:streamGenerateContent?key={KEY}"
        answer = httpx.post(target, json=body, trust_env=False)
        self.assertEqual("application/json", answer.headers["content-type"])
        said = Said([types.GenerateContentResponse.model_validate(event) for event in answer.json()])
        self.assertEqual(("Hello there", "STOP"), (said.text(), said.finish_reason))


class WholeAnswersOfRelays(Whole, RelayScenarios, GoogleClient):
    options = {"dialect": "relay"}


class StreamedAnswersOfRelays(Streamed, RelayScenarios, GoogleClient):
    options = {"dialect": "relay"}
