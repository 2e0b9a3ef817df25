internal import JSONCore

/// What a host needs beside the body, as one JSON object, for hosts that take the body apart from it.
extension RequestHead {
    /// `{ method, path, authorization, headers, dropHeaders, remoteMedia?, diagnostics }`, `path` with its query.
    package var facts: [UInt8] {
        JSONOutput.object { facts in
            Envelope.call(self, facts)
            Envelope.headers(headers, dropHeaders, facts)
            facts["remoteMedia"].array { list in
                for media in remoteMedia {
                    list.object { object in
                        object["pointer"].write(string: media.pointer)
                        object["url"].write(string: media.url)
                    }
                }
            }
            Envelope.diagnostics(diagnostics, facts)
        }
    }
}

extension ReplyHead {
    /// `{ status, kind, headers, dropHeaders, model?, usage?, diagnostics }`.
    package var facts: [UInt8] {
        JSONOutput.object { facts in
            facts["status"] = Int64(status)
            facts["kind"].write(string: kind.rawValue)
            Envelope.headers(headers, dropHeaders, facts)
            if let model { facts["model"].write(string: model) }
            if let usage { facts["usage"].object(usage.write) }
            Envelope.diagnostics(diagnostics, facts)
        }
    }
}

extension StreamTranslator {
    /// `{ headers, dropHeaders, sawFirstToken, model?, usage?, diagnostics }`, as far as it is known.
    package var facts: [UInt8] {
        let (headers, dropHeaders, sawFirstToken) = (headers, dropHeaders, sawFirstToken)
        let (model, usage, diagnostics) = (model, usage, diagnostics)
        return JSONOutput.object { facts in
            Envelope.headers(headers, dropHeaders, facts)
            facts["sawFirstToken"] = sawFirstToken
            if let model { facts["model"].write(string: model) }
            if let usage { facts["usage"].object(usage.write) }
            Envelope.diagnostics(diagnostics, facts)
        }
    }
}

extension Report {
    /// `{ diagnostics }`.
    package var facts: [UInt8] { JSONOutput.object { Envelope.diagnostics(diagnostics, $0) } }
}
