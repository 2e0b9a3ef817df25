/// Fuzzing with libFuzzer: one program, whose entry the environment names. Whatever bytes go in, nothing may trap, and
/// no law of the entry may break.
///
///     Tests/Fuzzing/run.sh [ENTRY…]                      builds it, makes a corpus of the fixtures, and runs each entry
///     swift run Fuzz ENTRY FILE…                         replays findings, without libFuzzer
///
/// An input is four bytes of choices (``Choices``) and the text. The text is changed as what it says: JSON is taken to a
/// tree, and members are renamed, moved, doubled and changed in kind (``Mutation``).
///
/// With `--sanitize=fuzzer` the build makes a library of this module, and libFuzzer brings `main`; the flag `FUZZING`
/// takes ours away.
enum Entry: String, CaseIterable {
    case request, response, stream, error, validate, schema, json, dataURL, events

    func check(_ choices: Choices, _ text: [UInt8]) {
        switch self {
        case .request: RequestLaws(choices).check(text)
        case .response: ReplyLaws(choices, status: 200).check(text)
        case .stream: StreamLaws(choices).check(text)
        case .error: ReplyLaws(choices, status: choices.failure).check(text)
        case .validate: ValidationLaws(choices).check(text)
        case .schema: SchemaLaws(choices).check(text)
        case .json: JSONLaws.check(text.span)
        case .dataURL: DataURLLaws(choices).check(text)
        case .events: EventLaws(choices).check(text)
        }
    }

    func check(input: some Sequence<UInt8>) {
        let (choices, text) = Choices.split(input)
        check(choices, text)
    }
}

/// A law that has to hold.
func expect(_ isTrue: Bool, _ law: @autoclosure () -> String) {
    if !isTrue { broken(law()) }
}

/// Reports the break of a law. A trap is how libFuzzer is told of a finding, and this the only one of the module; no
/// product of the package links it, so nobody's input reaches it but the fuzzer's.
func broken(_ law: String) -> Never { fatalError(law) }
