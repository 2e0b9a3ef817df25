internal import JSONCore

/// Ranges of `generationConfig`, and what single models do not take.
enum GenerationRule: RequestRule {
    static func check(gemini request: JSONValue, _ target: ValidationTarget) {
        let config = request["generationConfig"]
        for field in GenerationConfig.fields { check(config[field.gemini], field.value) }
        guard let model = target.model else { return }
        let count = config["candidateCount"]
        if !model.capabilities.severalCandidates, let number = count.unquoted.int, number > 1 {
            count.refuse(.refusedByModel, "the model gives one candidate only")
        }
        for name: StaticString in ["presencePenalty", "frequencyPenalty"] where !model.capabilities.penalties {
            if config[name].exists { config[name].warn(.refusedByModel, "models of this family take no penalties") }
        }
        for modality in config["responseModalities"].elements
        where modality.equalsIgnoringCase("IMAGE") && !model.name.makesImages {
            modality.warn(.refusedByModel, "by its name, the model makes no images")
        }
    }

    private static func check(_ value: JSONValue, _ leaf: LeafValue) {
        switch leaf {
        case .number(let range):
            if let number = value.unquoted.double, !range.contains(number) {
                value.refuse(
                    .outOfRange, "expected a number, \(range.lowerBound) to \(range.upperBound), found \(value.found)")
            }
        case .integer(let range):
            if let number = value.unquoted.int, !range.contains(number) {
                value.refuse(.outOfRange, "expected a whole number, \(range.bounds), found \(value.found)")
            }
        case .texts(_, let most):
            let count = value.elements.reduce(0) { count, _ in count + 1 }
            if count > most { value.refuse(.outOfRange, "expected at most \(most) entries, found \(count)") }
        case .seed, .boolean, .text: break
        }
    }
}
