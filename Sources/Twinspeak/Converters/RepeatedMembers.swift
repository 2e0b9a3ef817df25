internal import JSONCore

/// Members of one name in an object that is written anew: the last of them counts.
///
///     read      { minItems: 1, min_items: 2, type: "ARRAY", type: "STRING" }
///     written   { minItems: 1, type: "STRING" }
enum RepeatedMembers {
    /// Marks the members that do not count. Nearly no object has any, which is seen without memory.
    ///
    /// - Parameter spellings: camelCase and snake_case are one name, and camelCase counts.
    static func passOver(in object: JSONValue, spellings: Bool) {
        guard object.mayRepeatNames(spellings: spellings) else { return }
        var counting: [JSONKey: (value: JSONValue, isCamelCase: Bool)] = [:]
        for (name, value) in object.members {
            let word = name.key
            let key = spellings ? JSONKey(NativeSpelling.camelCase(word.text)) : word
            let isCamelCase = word == key
            if let other = counting[key] {
                // `null` says nothing, however its name is spelled.
                let camelCase = isCamelCase ? value : other.value
                let isBeaten = other.isCamelCase != isCamelCase && camelCase.exists != isCamelCase
                (isBeaten ? value : other.value).passOver()
                if isBeaten { continue }
            }
            counting[key] = (value, isCamelCase)
        }
    }
}
