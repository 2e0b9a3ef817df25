import Foundation
import Twinspeak

/// A text that is answered in pieces, as both sides stream it: events of about 360 bytes.
enum SampleStream {
    static func payload(_ name: String, events: Int) -> Payload {
        var random = PseudoRandom(seed: 0x57e4)
        let texts = (0..<events).map { _ in random.message(words: 6) + " " }
        return Payload(
            name, .stream, openAI: bytes(texts.enumerated().map(chunk) + ["[DONE]"]),
            gemini: bytes(texts.enumerated().map(event)),
            items: events)
    }

    private static func bytes(_ events: [String]) -> [UInt8] {
        Array(events.map { "data: \($0)\n\n" }.joined().utf8)
    }

    private static func event(_ place: Int, _ text: String) -> String {
        let candidate: SampleJSON = ["content": ["parts": [["text": .string(text)]], "role": "model"], "index": 0]
        let event: SampleJSON = [
            "candidates": [place == 1999 ? ended(candidate) : candidate],
            "usageMetadata": [
                "promptTokenCount": 1042, "candidatesTokenCount": .integer(7 * place),
                "totalTokenCount": .integer(1042 + 7 * place),
                "promptTokensDetails": [["modality": "TEXT", "tokenCount": 1042]],
            ],
            "modelVersion": "gemini-2.5-flash", "responseId": "beHBaJfEMIi-qtsP3769-Q8",
        ]
        return event.text()
    }

    private static func ended(_ candidate: SampleJSON) -> SampleJSON {
        guard case .object(let members) = candidate else { return candidate }
        return .object(members + [(name: "finishReason", value: "STOP")])
    }

    private static func chunk(_ place: Int, _ text: String) -> String {
        let delta: SampleJSON =
            place == 0 ? ["role": "assistant", "content": .string(text)] : ["content": .string(text)]
        let chunk: SampleJSON = [
            "id": "chatcmpl-E4Rjs6IxaJVge9Ntk5keJsaeDy6vS", "object": "chat.completion.chunk", "created": 1784728648,
            "model": "gpt-5-2025-08-07", "service_tier": "default", "system_fingerprint": "fp_44709d6fcb",
            "choices": [
                ["index": 0, "delta": delta, "logprobs": .null, "finish_reason": place == 1999 ? "stop" : .null]
            ],
            "usage": .null, "obfuscation": "CVQ55DocFW",
        ]
        return chunk.text()
    }
}
