/// Options that are copied by counting a reference: translators, contexts and results all have them.
final class SharedOptions: Sendable {
    let options: Options

    init(_ options: Options) { self.options = options }
}
