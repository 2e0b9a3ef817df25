internal import JSONCore

/// A result with all that a host needs beside the body, as one JSON object.
///
///     { method, path, status, headers, dropHeaders, body, exchange, diagnostics }
///
/// `method` and `path` (with its query) of a request, `status` of an answer; `headers` to set, by name; `dropHeaders`
/// are those of the incoming message that must not be passed on.
extension Translator.Request {
    package var envelope: [UInt8] {
        JSONOutput.object { envelope in
            Envelope.call(head, envelope)
            Envelope.headers(headers, dropHeaders, envelope)
            envelope["body"].write(written: body)
            envelope["exchange"].write(written: exchange.json)
            Envelope.diagnostics(diagnostics, envelope)
        }
    }
}

extension Translator.Reply {
    package var envelope: [UInt8] {
        JSONOutput.object { envelope in
            envelope["status"] = Int64(status)
            Envelope.headers(headers, dropHeaders, envelope)
            envelope["body"].write(written: body)
            Envelope.diagnostics(diagnostics, envelope)
        }
    }
}

/// The members that envelopes share.
enum Envelope {
    static func call(_ request: RequestHead, _ envelope: JSONObjectWriter) {
        envelope["method"].write(string: request.route.method)
        envelope["path"].write(string: request.route.target)
        envelope["authorization"].write(string: request.authorization.rawValue)
    }

    static func headers(_ headers: [Header], _ dropHeaders: [String], _ envelope: JSONObjectWriter) {
        envelope["headers"].object { object in
            for header in headers { object.slot(string: header.name).write(string: header.value) }
        }
        envelope["dropHeaders"].array { list in
            for name in dropHeaders { list.element.write(string: name) }
        }
    }

    static func diagnostics(_ diagnostics: [Diagnostic], _ envelope: JSONObjectWriter) {
        if diagnostics.isEmpty { envelope["diagnostics"].writeEmptyArray() }
        envelope["diagnostics"].array { list in
            for diagnostic in diagnostics {
                list.object { object in
                    object["severity"].write(string: diagnostic.severity.rawValue)
                    object["code"].write(string: diagnostic.code.description)
                    object["pointer"].write(string: diagnostic.pointer)
                    object["message"].write(string: diagnostic.message)
                    object["line"] = Int64(diagnostic.line)
                    object["column"] = Int64(diagnostic.column)
                    if let note = diagnostic.note { object["note"].write(string: note) }
                }
            }
        }
    }
}
