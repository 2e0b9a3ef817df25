internal import JSONCore

extension TokenUsage {
    /// As a JSON object of the members' names; parts by modality are left out where nothing is known of them.
    package var json: [UInt8] { JSONOutput.object(write) }

    func write(_ usage: JSONObjectWriter) {
        usage["prompt"] = prompt
        usage["cached"] = cached
        usage["toolUse"] = toolUse
        usage["completion"] = completion
        usage["thoughts"] = thoughts
        usage["total"] = total
        usage["promptByModality"].object(promptByModality.write)
        usage["completionByModality"].object(completionByModality.write)
    }
}

extension TokenUsage.ByModality {
    fileprivate func write(_ tokens: JSONObjectWriter) {
        guard self != Self() else { return }
        tokens["text"] = text
        tokens["image"] = image
        tokens["audio"] = audio
        tokens["video"] = video
        tokens["document"] = document
    }
}
