internal import JSONCore

/// Google's extensions of a chat request.
///
///     OpenAI   { extra_body: { google: { image_config?, safety_settings?, cached_content?, … } } }
///     Gemini   the native members of the same names in camelCase
///
/// Client libraries flatten or repeat `extra_body`, so it is also read at `google` and `extra_body.extra_body.google`.
enum ExtraBody {
    /// The extension called `name`, in either spelling, from the first place that has it.
    static func google(_ chat: JSONValue, _ name: StaticString, _ options: Options) -> JSONValue {
        var found = chat.missing
        for place in [chat["extra_body"]["google"], chat["google"], chat["extra_body"]["extra_body"]["google"]] {
            let value = place[name]
            guard found.exists else {
                found = value
                continue
            }
            if value.exists { value.warn(.superseded, "given at another place too; that one counts") }
        }
        return allowed(found, name, options)
    }

    /// The same, or else the native member at the top level.
    static func googleOrTopLevel(_ chat: JSONValue, _ name: StaticString, _ options: Options) -> JSONValue {
        let value = google(chat, name, options)
        let native = chat[name]
        guard value.exists else { return allowed(native, name, options) }
        if native.exists { native.warn(.superseded, "given in extra_body too; that one counts") }
        return value
    }

    private static func allowed(_ value: JSONValue, _ name: StaticString, _ options: Options) -> JSONValue {
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
