internal import JSONCore

/// OpenRouter's list of thoughts and signatures.
///
///     Gemini   { thought: true, text }, { functionCall, thoughtSignature }
///     OpenAI   reasoning_details: [{ type: "reasoning.text", text, format: "google-gemini-v1", index: 0 },
///                                  { type: "reasoning.encrypted", data, id: the call's, format, index }]
enum ReasoningDetails {
    /// - Parameters:
    ///   - signed: The calls that carry a signature, by the ids that the chat side knows.
    ///   - first: Where the list goes on, in a stream.
    static func toOpenAI(
        _ parts: PartSequence, signed: [(id: ToolCallID, signature: JSONValue)], _ message: JSONObjectWriter,
        from first: Int64
    ) {
        message["reasoning_details"].array { details in
            var index = first
            if parts.contains(where: { Thoughts.isThought($0) && $0.partText.kind == .string }) {
                details.object { detail in
                    detail["type"] = "reasoning.text"
                    detail["text"].string { Thoughts.append(parts, to: $0) }
                    close(detail, &index)
                }
            }
            for call in signed {
                details.object { detail in
                    detail["type"] = "reasoning.encrypted"
                    detail["data"] = call.signature
                    call.id.write(to: detail["id"])
                    close(detail, &index)
                }
            }
        }
    }

    /// A piece of the thoughts in a stream. Clients put strings together, so the format is said once.
    static func toOpenAI(_ parts: PartSequence, _ delta: JSONObjectWriter, index: Int64, isFirst: Bool) {
        delta["reasoning_details"][.first].object { detail in
            detail["type"] = "reasoning.text"
            detail["text"].string { Thoughts.append(parts, to: $0) }
            if isFirst { detail["format"] = "google-gemini-v1" }
            detail["index"] = index
        }
    }

    private static func close(_ detail: JSONObjectWriter, _ index: inout Int64) {
        detail["format"] = "google-gemini-v1"
        detail["index"] = index
        index += 1
    }
}
