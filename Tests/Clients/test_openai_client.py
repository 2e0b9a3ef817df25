"""OpenAI's SDK, in front of a gateway that asks Gemini: whole answers, and the same as streams."""

import json
import socket
from typing import Any
from unittest import mock

import openai
from openai.types.chat import ChatCompletion, ChatCompletionMessage
from pydantic import BaseModel

from fake_gemini import FakeGemini, blocking, call, saying
from gateway import Gateway
from gateways import PDF, PNG, WAV, GatewayTest, soon
from serving import serving
from upstream import KEY

MODEL = "gemini-3-flash"


class City(BaseModel):
    name: str
    inhabitants: int


def tool(name: str, **members: str) -> dict[str, Any]:
    properties = {member: {"type": kind} for member, kind in members.items()}
    schema = {"type": "object", "properties": properties, "required": list(properties)}
    return {"type": "function", "function": {"name": name, "description": name, "parameters": schema}}


def user(content: Any) -> dict[str, Any]:
    return {"role": "user", "content": content}


class OpenAIClient(GatewayTest):
    client_format = "openai"
    upstream_format = "gemini"
    upstream: FakeGemini

    @classmethod
    def make_upstream(cls) -> FakeGemini:
        return FakeGemini()

    def setUp(self) -> None:
        super().setUp()
        self.client = openai.OpenAI(api_key=KEY, base_url=f"{self.address}/v1", max_retries=0, timeout=20)
        self.addCleanup(self.client.close)

    def streamed(self, **request: Any) -> ChatCompletion:
        """As the SDK puts it together."""
        with self.client.chat.completions.stream(stream_options={"include_usage": True}, **request) as stream:
            return stream.get_final_completion()


class Scenarios:
    """Each runs twice: `complete` asks for a whole answer, or for a stream."""

    def complete(self, **request: Any) -> ChatCompletion:
        raise NotImplementedError

    def message(self, *messages: Any, **request: Any) -> ChatCompletionMessage:
        return self.complete(model=MODEL, messages=list(messages), **request).choices[0].message

    def test_plain(self) -> None:
        self.upstream.script.append(saying([{"text": "Hello — Grüße 🌍"}]))
        completion = self.complete(model=MODEL, messages=[user("Hi")], temperature=0.5, max_tokens=100)
        self.assertEqual("Hello — Grüße 🌍", completion.choices[0].message.content)
        self.assertEqual("stop", completion.choices[0].finish_reason)
        self.assertEqual(("response-1", MODEL), (completion.id, completion.model))
        usage = completion.usage
        self.assertEqual((11, 8, 19), (usage.prompt_tokens, usage.completion_tokens, usage.total_tokens))
        self.assertEqual(3, usage.completion_tokens_details.reasoning_tokens)
        asked = self.upstream.asked[0]
        self.assertEqual([{"role": "user", "parts": [{"text": "Hi"}]}], asked["contents"])
        self.assertEqual({"temperature": 0.5, "maxOutputTokens": 100}, asked["generationConfig"])
        self.assertEqual(19, self.gateway.answered[0]["usage"]["total"])

    def test_system(self) -> None:
        self.upstream.script.append(saying([{"text": "Arr"}]))
        self.message({"role": "system", "content": "Be a pirate."}, user("Hi"))
        self.assertEqual({"parts": [{"text": "Be a pirate."}]}, self.upstream.asked[0]["systemInstruction"])

    def test_several_turns(self) -> None:
        self.upstream.script += [saying([{"text": "Four"}]), saying([{"text": "Eight"}])]
        first = self.message(user("2+2?"))
        second = self.message(user("2+2?"), first, user("Twice that?"))
        self.assertEqual("Eight", second.content)
        self.assertEqual(["user", "model", "user"], [content["role"] for content in self.upstream.asked[1]["contents"]])
        self.assertEqual([{"text": "Four"}], self.upstream.asked[1]["contents"][1]["parts"])

    def test_media(self) -> None:
        for part, mime, data in [
            ({"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PNG}"}}, "image/png", PNG),
            ({"type": "input_audio", "input_audio": {"data": WAV, "format": "wav"}}, "audio/wav", WAV),
            (
                {"type": "file", "file": {"filename": "a.pdf", "file_data": f"data:application/pdf;base64,{PDF}"}},
                "application/pdf",
                PDF,
            ),
        ]:
            with self.subTest(mime):
                self.upstream.script.append(saying([{"text": "Seen."}]))
                self.assertEqual("Seen.", self.message(user([{"type": "text", "text": "What is it?"}, part])).content)
                parts = self.upstream.asked[-1]["contents"][0]["parts"]
                self.assertEqual([{"text": "What is it?"}, {"inlineData": {"mimeType": mime, "data": data}}], parts)

    def test_tools_over_several_turns(self) -> None:
        """Two calls at once, then another one, with every thought signature where it came from."""
        tools = [tool("weather", city="string"), tool("clock", zone="string")]
        thought = {"text": "Let me look at both.", "thought": True}
        self.upstream.script += [
            saying([thought, call("weather", {"city": "Rom"}, "w1", "c2lnMQ=="), call("clock", {"zone": "CET"}, "k1")]),
            saying([call("weather", {"city": "Oslo"}, "w2", "c2lnMg==")]),
            saying([{"text": "Rom is warmer.", "thoughtSignature": "c2lnMw=="}]),
            saying([{"text": "You are welcome."}]),
        ]
        messages: list[Any] = [user("Where is it warmer?")]
        results = {"w1": '{"degrees": 25}', "k1": "12:00", "w2": '{"degrees": 3}'}
        for number_of_calls in (2, 1, 0):
            message = self.message(*messages, tools=tools)
            messages.append(message)
            self.assertEqual(number_of_calls, len(message.tool_calls or []))
            for made in message.tool_calls or []:
                messages.append({"role": "tool", "tool_call_id": made.id, "content": results[made.id]})
        self.assertEqual("Let me look at both.", messages[1].reasoning_content)
        self.assertEqual({"city": "Rom"}, json.loads(messages[1].tool_calls[0].function.arguments))
        self.assertEqual("Rom is warmer.", messages[-1].content)
        self.assertEqual("You are welcome.", self.message(*messages, user("Thanks"), tools=tools).content)
        contents = self.upstream.asked[-1]["contents"]
        self.assertEqual(["user", "model", "user", "model", "user", "model", "user"], [it["role"] for it in contents])
        signatures = [[part.get("thoughtSignature") for part in content["parts"]] for content in contents[1::2]]
        self.assertEqual([[None, "c2lnMQ==", None], ["c2lnMg=="], ["c2lnMw=="]], signatures)
        self.assertEqual(
            [
                {"functionResponse": {"id": "w1", "name": "weather", "response": {"degrees": 25}}},
                {"functionResponse": {"id": "k1", "name": "clock", "response": {"output": "12:00"}}},
            ],
            contents[2]["parts"],
        )

    def test_client_that_loses_signatures(self) -> None:
        self.upstream.script += [saying([call("weather", {}, "w1", "c2lnMQ==")]), saying([{"text": "Sunny"}])]
        made = self.message(user("?"), tools=[tool("weather")]).tool_calls[0]
        self.upstream.takes_bypass = True
        known = {"id": made.id, "type": "function", "function": {"name": "weather", "arguments": "{}"}}
        result = {"role": "tool", "tool_call_id": made.id, "content": "Sun"}
        self.assertEqual("Sunny", self.message(user("?"), {"role": "assistant", "tool_calls": [known]}, result).content)

    def test_tool_choice(self) -> None:
        self.upstream.script.append(saying([call("weather", {"city": "Rom"})]))
        chosen = {"type": "function", "function": {"name": "weather"}}
        completion = self.complete(
            model=MODEL, messages=[user("?")], tools=[tool("weather", city="string")], tool_choice=chosen
        )
        self.assertEqual("tool_calls", completion.choices[0].finish_reason)
        self.assertTrue(completion.choices[0].message.tool_calls[0].id)
        mode = {"mode": "ANY", "allowedFunctionNames": ["weather"]}
        self.assertEqual({"functionCallingConfig": mode}, self.upstream.asked[0]["toolConfig"])

    def test_several_choices(self) -> None:
        self.upstream.script.append(saying([{"text": "Heads"}], [{"text": "Tails"}]))
        completion = self.complete(model="gemini-2.5-flash", messages=[user("Toss.")], n=2)
        self.assertEqual(["Heads", "Tails"], [choice.message.content for choice in completion.choices])
        self.assertEqual({"candidateCount": 2}, self.upstream.asked[0]["generationConfig"])

    def test_logprobs(self) -> None:
        chosen = {"token": "Ja", "tokenId": 7, "logProbability": -0.25}
        other = {"token": "Nö", "tokenId": 8, "logProbability": -1.5}
        result = {"chosenCandidates": [chosen], "topCandidates": [{"candidates": [chosen, other]}]}
        self.upstream.script.append(saying([{"text": "Ja"}], logprobsResult=result))
        completion = self.complete(model="gemini-2.5-flash", messages=[user("?")], logprobs=True, top_logprobs=2)
        token = completion.choices[0].logprobs.content[0]
        self.assertEqual(("Ja", -0.25, [74, 97]), (token.token, token.logprob, token.bytes))
        self.assertEqual(["Ja", "Nö"], [top.token for top in token.top_logprobs])
        self.assertEqual({"responseLogprobs": True, "logprobs": 2}, self.upstream.asked[0]["generationConfig"])

    def test_image_output(self) -> None:
        """A picture that the model made, and what the model gets to see of it in the next turn."""
        model = "gemini-3-pro-image-preview"
        picture = {"inlineData": {"mimeType": "image/png", "data": PNG}, "thoughtSignature": "c2lnNA=="}
        self.upstream.script += [saying([{"text": "A cat: "}, picture]), saying([{"text": "Done."}])]
        request = {
            "model": model,
            "modalities": ["text", "image"],
            "extra_body": {"google": {"image_config": {"aspect_ratio": "16:9"}}},
        }
        message = self.complete(messages=[user("A cat")], **request).choices[0].message
        self.assertEqual(f"A cat: ![image](data:image/png;base64,{PNG})", message.content)
        config = self.upstream.asked[0]["generationConfig"]
        self.assertEqual(["TEXT", "IMAGE"], config["responseModalities"])
        self.assertEqual({"aspectRatio": "16:9"}, config["imageConfig"])
        self.complete(messages=[user("A cat"), message, user("Blue, please")], **request)
        self.assertEqual([{"text": "A cat: "}, picture], self.upstream.asked[1]["contents"][1]["parts"])

    def test_structured_output(self) -> None:
        self.upstream.script.append(saying([{"text": '{"name": "Oslo", "inhabitants": 700000}'}]))
        completion = self.parse(model=MODEL, messages=[user("?")], response_format=City)
        self.assertEqual(City(name="Oslo", inhabitants=700000), completion.choices[0].message.parsed)
        config = self.upstream.asked[0]["generationConfig"]
        self.assertEqual("application/json", config["responseMimeType"])
        schema = config.get("responseJsonSchema") or config.get("responseSchema")
        self.assertEqual({"name", "inhabitants"}, set(schema["properties"]))

    def test_answers_that_are_stopped(self) -> None:
        for answer, reason in [
            (saying([{"text": "Well"}], reason="SAFETY"), "content_filter"),
            (saying([{"text": "Well"}], reason="MAX_TOKENS"), "length"),
            (saying([{"text": "Well"}], reason="MALFORMED_FUNCTION_CALL"), "stop"),
            (blocking("PROHIBITED_CONTENT"), "content_filter"),
        ]:
            self.upstream.script.append(answer)
            self.assertEqual(reason, self.finish_reason(model=MODEL, messages=[user("?")]))

    def test_errors(self) -> None:
        for status, kind in [
            (400, openai.BadRequestError),
            (403, openai.PermissionDeniedError),
            (404, openai.NotFoundError),
            (429, openai.RateLimitError),
            (500, openai.InternalServerError),
            (503, openai.InternalServerError),
        ]:
            with self.subTest(status):
                self.upstream.script.append(self.upstream.failing(status, "No."))
                with self.assertRaises(kind) as raised:
                    self.complete(model=MODEL, messages=[user("?")])
                self.assertEqual((status, "No."), (raised.exception.status_code, raised.exception.body["message"]))

    def test_retries(self) -> None:
        """The SDK waits as long as Gemini wants it to, and asks again."""
        self.client = self.client.with_options(max_retries=2)
        details = [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "2.5s"}]
        for answer, waits in [
            (self.upstream.failing(429, "Slow down.", details=details), [2.5]),
            (self.upstream.failing(503, "Busy.", headers={"retry-after": "7"}), [7]),
        ]:
            self.upstream.script += [answer, saying([{"text": "Now."}])]
            with mock.patch("time.sleep") as sleep:
                self.assertEqual("Now.", self.message(user("?")).content)
            self.assertEqual(waits, [waited.args[0] for waited in sleep.call_args_list])

    def test_what_is_not_tried_again(self) -> None:
        self.client = self.client.with_options(max_retries=2)
        violation = {"quotaId": "GenerateRequestsPerDayPerProjectPerModel"}
        details = [{"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": [violation]}]
        for answer in [
            self.upstream.failing(402, "Your prepayment credits are depleted."),
            self.upstream.failing(429, "Quota exceeded.", details=details),
            self.upstream.failing(400, "No."),
        ]:
            self.upstream.script.append(answer)
            with self.assertRaises(openai.APIStatusError), mock.patch("time.sleep"):
                self.message(user("?"))

    def test_request_that_is_refused(self) -> None:
        with self.assertRaises(openai.BadRequestError) as raised:
            self.complete(model=MODEL, messages=[user([{"type": "image_url"}])])
        self.assertEqual("invalid_request_error", raised.exception.type)
        self.assertIn("/messages/0/content/0/image_url", raised.exception.body["message"])
        self.assertEqual([], self.upstream.asked)


class WholeAnswers(Scenarios, OpenAIClient):
    def complete(self, **request: Any) -> ChatCompletion:
        return self.client.chat.completions.create(**request)

    def parse(self, **request: Any) -> Any:
        return self.client.chat.completions.parse(**request)

    def finish_reason(self, **request: Any) -> str:
        return self.complete(**request).choices[0].finish_reason

    def test_answer_that_is_cut(self) -> None:
        self.upstream.script.append(self.upstream.cut(saying([{"text": "Hello"}])))
        with self.assertRaises(openai.InternalServerError) as raised:
            self.message(user("?"))
        self.assertEqual(502, raised.exception.status_code)


    def test_upstream_that_is_not_there(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as nobody:
            behind = f"http://127.0.0.1:{nobody.getsockname()[1]}"
        address = self.enterContext(serving(Gateway("openai", "gemini", behind).app))
        client = self.client.with_options(base_url=f"{address}/v1")
        with self.assertRaises(openai.InternalServerError) as raised:
            client.chat.completions.create(model=MODEL, messages=[user("?")])
        self.assertEqual(502, raised.exception.status_code)


class StreamedAnswers(Scenarios, OpenAIClient):
    def complete(self, **request: Any) -> ChatCompletion:
        return self.streamed(**request)

    parse = complete

    def finish_reason(self, **request: Any) -> str:
        """The SDK's own accumulator raises an error for some of them."""
        chunks = list(self.client.chat.completions.create(stream=True, **request))
        return next(reason for chunk in chunks for choice in chunk.choices if (reason := choice.finish_reason))

    def test_stream_that_is_cut(self) -> None:
        for drops in (False, True):
            self.upstream.script.append(self.upstream.breaking_off(saying([{"text": "Hello there"}]), drops=drops))
            said = ""
            with self.assertRaises(openai.APIError) as raised:
                for chunk in self.client.chat.completions.create(model=MODEL, messages=[user("?")], stream=True):
                    said += chunk.choices[0].delta.content or ""
            self.assertEqual(("Hello there", "stream_truncated"), (said, raised.exception.code))

    def test_client_that_goes_away(self) -> None:
        """The upstream hears of it, and the gateway goes on."""
        self.upstream.script.append(self.upstream.endless(saying([{"text": "On and on"}])))
        stream = self.client.chat.completions.create(model=MODEL, messages=[user("?")], stream=True)
        self.assertEqual("assistant", next(iter(stream)).choices[0].delta.role)
        stream.close()
        self.assertTrue(self.upstream.client_went_away.wait(10), "the upstream was never told")
        self.assertTrue(soon(lambda: len(self.gateway.answered) == 1), "nobody knows what the answer cost")
        self.upstream.script.append(saying([{"text": "Here."}]))
        self.assertEqual("Here.", self.message(user("Still there?")).content)

    def test_upstream_that_goes_on_behind_an_error(self) -> None:
        """The client is not kept waiting, and the upstream hears that nobody listens any more."""
        self.upstream.script.append(self.upstream.endless(saying([{"text": "Hello there"}]), fails=True))
        with self.assertRaises(openai.APIError) as raised:
            list(self.client.chat.completions.create(model=MODEL, messages=[user("?")], stream=True))
        self.assertIn("Busy.", raised.exception.message)
        self.assertTrue(self.upstream.client_went_away.wait(10), "the upstream was never told")
        self.assertEqual(1, len(self.gateway.answered))

    def test_events_come_one_by_one(self) -> None:
        """The first words are there while the upstream still speaks."""
        self.upstream.script.append(self.upstream.endless(saying([{"text": "Hello there"}])))
        with self.client.chat.completions.create(model=MODEL, messages=[user("?")], stream=True) as stream:
            words = (chunk.choices[0].delta.content for chunk in stream)
            self.assertEqual(["Hello", " there", " there"], [next(words) for _ in range(3)])


