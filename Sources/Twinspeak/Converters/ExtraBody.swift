internal import JSONCore

/// Google's extensions of a chat request.
///
///     OpenAI   { extra_body: { google: { image_config?, safety_settings?, cached_content?, … } } }
///     Gemini   the native members of the same names in camelCase
///
/// Client libraries flatten or repeat `extra_body`, so it is also read at `google` and `extra_body.extra_body.google`.
struct ExtraBody {
    fileprivate let chat: JSONValue
    /// The places in their order; the first that has an extension counts.
    private let places: (JSONValue, JSONValue, JSONValue)
    fileprivate let isThere: Bool

    init(_ chat: JSONValue) {
        self.chat = chat
        let extra = chat["extra_body"]
        places = (extra["google"], chat["google"], extra["extra_body"]["google"])
        isThere = places.0.exists || places.1.exists || places.2.exists
    }

    /// The extension called `name`, in either spelling.
    fileprivate subscript(name: StaticString) -> JSONValue {
        guard isThere else { return chat.missing }
        var found = chat.missing
        for value in [places.0[name], places.1[name], places.2[name]] where value.exists {
            if found.exists {
                value.warn(.superseded, "given at another place too; that one counts")
            } else {
                found = value
            }
        }
        return found
    }
}

extension RequestContext {
    /// The extension called `name`, in either spelling.
    func extra(_ name: StaticString) -> JSONValue { allowed(extraBody[name], name) }

    /// The same, or else the native member at the top level.
    @inline(__always)
    func extra(orTopLevel name: StaticString) -> JSONValue {
        let native = extraBody.chat[name]
        // Nearly no request has either, which is seen here, without a call.
        return native.exists || extraBody.isThere ? extra(name, or: native) : native
    }

    private func extra(_ name: StaticString, or native: JSONValue) -> JSONValue {
        let value = extra(name)
        guard value.exists else { return allowed(native, name) }
        if native.exists { native.warn(.superseded, "given in extra_body too; that one counts") }
        return value
    }

    /// `value`, or nothing and a warning where the options do not allow the extension.
    func allowed(_ value: JSONValue, _ name: StaticString) -> JSONValue {
        guard value.exists, !options.extensions.contain(name) else { return value }
        value.warn(.notAllowed, "the options do not allow this extension; left out")
        return value.missing
    }
}

extension Options.Extensions {
    /// - Parameter name: In camelCase; extensions are named in snake_case.
    fileprivate func contain(_ name: StaticString) -> Bool {
        switch self {
        case .all: true
        case .none: false
        case .only(let names):
            names.contains(
                "\(name)".reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) })
        }
    }
}
