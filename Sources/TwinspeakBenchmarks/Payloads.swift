import Foundation
import Twinspeak

/// Bodies that are measured together: the same requests, answers or streams in both forms.
struct Payload {
    enum Kind { case requests, answers, stream }

    let name: String
    let openAI: [[UInt8]]
    /// Of requests, what the library makes of `openAI`, so that both directions carry equal content.
    let gemini: [[UInt8]]
    /// How often the documents are translated in one round.
    let repetitions: Int
    /// What is counted: documents, or the events of a stream.
    let items: Int
    let kind: Kind

    init(_ name: String, _ requests: [SampleJSON], repetitions: Int = 1) throws {
        self.name = name
        self.repetitions = repetitions
        let translator = Translator(client: .openAI, upstream: .gemini)
        openAI = requests.map { Array($0.text().utf8) }
        gemini = try openAI.map { try translator.request($0).body }
        items = requests.count * repetitions
        kind = .requests
    }

    /// One body on each side: an answer, or a stream of so many events.
    init(_ name: String, _ kind: Kind, openAI: [UInt8], gemini: [UInt8], items: Int) {
        self.name = name
        self.kind = kind
        self.openAI = [openAI]
        self.gemini = [gemini]
        repetitions = 1
        self.items = items
    }
}

/// The payloads, the same on every run.
enum Payloads {
    static let names = ["small", "transcripts", "base64", "answer", "stream"]

    static func named(_ name: String, documents: Int) throws -> Payload? {
        switch name {
        case "small": try Payload(name, [small], repetitions: 1000)
        case "transcripts": try Payload(name, transcripts(documents))
        case "base64": try Payload(name, [image])
        case "answer": answer(name)
        case "stream": SampleStream.payload(name, events: 2000)
        default: nil
        }
    }

    /// Writes JSON lines, a file for each form: `small.openai.jsonl`, `small.gemini.jsonl`.
    static func write(_ payload: Payload, to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (form, documents) in [("openai", payload.openAI), ("gemini", payload.gemini)] {
            let lines = Data(documents.joined(separator: [UInt8(ascii: "\n")]))
            try lines.write(to: folder.appendingPathComponent("\(payload.name).\(form).jsonl"))
        }
    }

    /// A chat with one function, 0.8 kB.
    private static let small: SampleJSON = [
        "model": "gemini-2.5-flash",
        "messages": [
            ["role": "system", "content": "Answer briefly and in the language of the question. Never guess a price."],
            ["role": "user", "content": "How much is a day ticket in Zürich, and is there a \"night\" surcharge?"],
            ["role": "assistant", "content": "A day ticket for the city costs 9.20 CHF; night buses cost no more."],
            ["role": "user", "content": "儿童票多少钱？One line, please.\nThank you!"],
        ],
        "temperature": .number("0.4"), "top_p": .number("0.9"), "max_tokens": 400, "stop": ["\n\n\n", "---"],
        "stream": false, "seed": 7,
        "tools": [
            [
                "type": "function",
                "function": [
                    "name": "ticket_price", "description": "Price of a ticket of a public transport network",
                    "parameters": [
                        "type": "object",
                        "properties": [
                            "city": ["type": "string", "description": "Its usual name"],
                            "kind": ["type": "string", "enum": ["single", "day"]],
                        ],
                        "required": ["city"],
                    ],
                ],
            ]
        ],
        "tool_choice": "auto",
    ]

    /// Different ones: a single document would teach the branch predictor its own text.
    private static func transcripts(_ count: Int) -> [SampleJSON] {
        var random = PseudoRandom(seed: 0x7717_5bea)
        return (0..<count).map { _ in random.transcript() }
    }

    /// 5 MB.
    private static var base64: String {
        var random = PseudoRandom(seed: 0x1a6e)
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var base64: [UInt8] = []
        while base64.count < 5_000_000 {
            let bits = random.next()
            for place in 0..<10 { base64.append(digits[Int(bits >> (6 * UInt64(place)) & 63)]) }
        }
        return String(decoding: base64, as: UTF8.self)
    }

    /// A question about an image.
    private static var image: SampleJSON {
        let url = "data:image/png;base64," + base64
        return [
            "model": "gemini-2.5-pro",
            "messages": [
                [
                    "role": "user",
                    "content": [
                        ["type": "text", "text": "Describe the picture. 这是什么？"],
                        ["type": "image_url", "image_url": ["url": .string(url)]],
                    ],
                ]
            ],
            "max_tokens": 300,
        ]
    }

    /// An image, and a sentence before it.
    private static func answer(_ name: String) -> Payload {
        let base64 = base64
        let chat: SampleJSON = [
            "id": "chatcmpl-1", "object": "chat.completion", "created": 1_700_000_000,
            "model": "gemini-2.5-flash-image",
            "choices": [
                [
                    "index": 0, "finish_reason": "stop",
                    "message": [
                        "role": "assistant", "content": "Here it is.",
                        "images": [
                            ["type": "image_url", "image_url": ["url": .string("data:image/png;base64," + base64)]]
                        ],
                    ],
                ]
            ],
        ]
        let gemini: SampleJSON = [
            "candidates": [
                [
                    "content": [
                        "role": "model",
                        "parts": [
                            ["text": "Here it is."],
                            ["inlineData": ["mimeType": "image/png", "data": .string(base64)]],
                        ],
                    ],
                    "finishReason": "STOP",
                ]
            ]
        ]
        return Payload(
            name, .answers, openAI: Array(chat.text().utf8), gemini: Array(gemini.text().utf8), items: 1)
    }
}
