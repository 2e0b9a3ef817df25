import Testing

@testable import Twinspeak

@Suite struct NearestNameTests {
    private static let known = ["max_tokens", "max_completion_tokens", "temperature", "top_p", "stop", "n"]

    @Test(arguments: [
        ("max_token", "max_tokens"), ("maxTokens", "max_tokens"), ("MAX-TOKENS", "max_tokens"),
        ("maxCompletionTokens", "max_completion_tokens"), ("temprature", "temperature"), ("topP", "top_p"),
        ("setop", "stop"),
    ])
    func slip(_ written: String, _ meant: String) {
        #expect(NearestName.of(written, among: Self.known) == meant)
    }

    /// Two letters that changed places are one slip: two of four would be too much.
    @Test func swappedLetters() {
        #expect(NearestName.of("sotp", among: Self.known) == "stop")
        #expect(NearestName.of("otps", among: Self.known) == nil)
    }

    @Test(arguments: ["", "_", "frobnicate", "tools", "é", String(repeating: "n", count: 1000)])
    func tooFar(_ written: String) {
        #expect(NearestName.of(written, among: Self.known) == nil)
    }

    @Test func theFirstOfTheNearest() {
        #expect(NearestName.of("cat", among: ["bat", "car", "hat"]) == "bat")
        #expect(NearestName.of("carts", among: ["cards", "carts"]) == "carts")
        #expect(NearestName.of("anything", among: []) == nil)
    }

    /// Names of more letters are not compared, however near.
    @Test func longNames() {
        let name = String(repeating: "a", count: 64)
        #expect(NearestName.of(name, among: [name + "b"]) == name + "b")
        #expect(NearestName.of(name + "c", among: [name + "b"]) == nil)
    }
}
