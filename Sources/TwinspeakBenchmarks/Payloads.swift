import Foundation
import Twinspeak

/// Bodies that are measured together: the same requests in both forms.
struct Payload {
    let name: String
    let openAI: [[UInt8]]
    /// What the library makes of `openAI`, so that both directions carry equal content.
    let gemini: [[UInt8]]
    /// How often the documents are translated in one round.
    let repetitions: Int
    /// What is counted: documents, or the events of a stream.
    let items: Int
    let isStream: Bool

    init(_ name: String, _ requests: [SampleJSON], repetitions: Int = 1) throws {
        self.name = name
        self.repetitions = repetitions
        let translator = Translator(client: .openAI, upstream: .gemini)
        openAI = requests.map { Array($0.text().utf8) }
        gemini = try openAI.map { try translator.request($0).body }
        items = requests.count * repetitions
        isStream = false
    }

    /// Streams of as many events on both sides.
    init(_ name: String, openAI: [UInt8], gemini: [UInt8], events: Int) {
        self.name = name
        self.openAI = [openAI]
        self.gemini = [gemini]
        repetitions = 1
        items = events
        isStream = true
    }
}

/// The payloads, the same on every run.
enum Payloads {
    static let names = ["small", "transcripts", "base64", "stream"]

    static func named(_ name: String, documents: Int) throws -> Payload? {
        switch name {
        case "small": try Payload(name, [small], repetitions: 1000)
        case "transcripts": try Payload(name, transcripts(documents))
        case "base64": try Payload(name, [image])
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

    /// One image of 5 MB in base64.
    private static var image: SampleJSON {
        var random = PseudoRandom(seed: 0x1a6e)
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var base64: [UInt8] = []
        while base64.count < 5_000_000 {
            let bits = random.next()
            for place in 0..<10 { base64.append(digits[Int(bits >> (6 * UInt64(place)) & 63)]) }
        }
        let url = "data:image/png;base64," + String(decoding: base64, as: UTF8.self)
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
}
