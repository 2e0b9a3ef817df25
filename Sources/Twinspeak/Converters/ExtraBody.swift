internal import JSONCore

/// Google's extensions of a chat request.
///
///     OpenAI   { extra_body: { google: { image_config?, safety_settings?, cached_content?, … } } }
///     Gemini   the native members of the same names in camelCase
///
/// Client libraries flatten or repeat `extra_body`, so it is also read at `google` and `extra_body.extra_body.google`.
enum ExtraBody {
    /// The extension called `name`, in either spelling, from the first place that has it.
    static func google(_ chat: JSONValue, _ name: StaticString) -> JSONValue {
        var found = chat.missing
        for place in [chat["extra_body"]["google"], chat["google"], chat["extra_body"]["extra_body"]["google"]] {
            let value = place[name]
            guard found.exists else {
                found = value
                continue
            }
            if value.exists { value.warn(.superseded, "given at another place too; that one counts") }
        }
        return found
    }

    /// The same, or else the native member at the top level.
    static func googleOrTopLevel(_ chat: JSONValue, _ name: StaticString) -> JSONValue {
        let value = google(chat, name)
        let native = chat[name]
        guard value.exists else { return native }
        if native.exists { native.warn(.superseded, "given in extra_body too; that one counts") }
        return value
    }
}
