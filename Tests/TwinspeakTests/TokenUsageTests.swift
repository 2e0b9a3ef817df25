import Testing

@testable import Twinspeak

/// Counts for billing, whichever side counted.
@Suite struct TokenUsageTests {
    private func gemini(_ usage: String) -> TokenUsage? {
        Translator(client: .openAI, upstream: .gemini).usageOnly(Array(#"{"usageMetadata":\#(usage)}"#.utf8).span)
    }

    private func chat(_ usage: String) -> TokenUsage? {
        Translator(client: .gemini, upstream: .openAI).usageOnly(Array(#"{"usage":\#(usage)}"#.utf8).span)
    }

    /// `total` is what its parts add up to, where the upstream's counts do.
    private func sum(_ usage: TokenUsage) -> Int64 {
        usage.prompt + usage.toolUse + usage.completion + usage.thoughts
    }

    // MARK: Gemini

    @Test func geminiCounts() throws {
        let usage = try #require(
            gemini(
                #"{"promptTokenCount":118,"candidatesTokenCount":312,"thoughtsTokenCount":1961,"toolUsePromptTokenCount":46,"totalTokenCount":2437,"cachedContentTokenCount":100}"#
            ))
        #expect(usage.prompt == 118)
        #expect(usage.cached == 100)
        #expect(usage.toolUse == 46)
        #expect(usage.completion == 312)
        #expect(usage.thoughts == 1961)
        #expect(usage.total == 2437)
        #expect(sum(usage) == usage.total)
    }

    @Test func thoughtsAmongCandidates() throws {
        let usage = try #require(
            gemini(
                #"{"promptTokenCount":10,"candidatesTokenCount":50,"thoughtsTokenCount":40,"totalTokenCount":60}"#))
        #expect(usage.completion == 10)
        #expect(sum(usage) == 60)
    }

    @Test func geminiTotalIsAddedUp() {
        #expect(gemini(#"{"promptTokenCount":3,"thoughtsTokenCount":4,"toolUsePromptTokenCount":5}"#)?.total == 12)
    }

    @Test func geminiModalities() throws {
        let usage = try #require(
            gemini(
                #"{"promptTokenCount":9,"promptTokensDetails":[{"modality":"TEXT","tokenCount":1},{"modality":"text","tokenCount":1},{"modality":"IMAGE","tokenCount":3},{"modality":"VIDEO","tokenCount":4},{"modality":"DOCUMENT","tokenCount":5},{"modality":"SMELL","tokenCount":6}],"candidatesTokensDetails":[{"modality":"AUDIO","tokenCount":7}]}"#
            ))
        #expect(usage.promptByModality == .init(text: 2, image: 3, audio: 0, video: 4, document: 5))
        #expect(usage.completionByModality == .init(audio: 7))
    }

    @Test func geminiSnakeCase() { #expect(gemini(#"{"prompt_token_count":3}"#)?.prompt == 3) }

    // MARK: OpenAI

    @Test func chatCounts() throws {
        let usage = try #require(
            chat(
                #"{"prompt_tokens":340,"completion_tokens":80,"total_tokens":420,"prompt_tokens_details":{"cached_tokens":100,"audio_tokens":7,"text_tokens":8,"image_tokens":9,"video_tokens":10},"completion_tokens_details":{"reasoning_tokens":20,"audio_tokens":11},"extra_content":{"google":{"tool_use_prompt_token_count":40}}}"#
            ))
        #expect(usage.prompt == 300)
        #expect(usage.toolUse == 40)
        #expect(usage.cached == 100)
        #expect(usage.completion == 60)
        #expect(usage.thoughts == 20)
        #expect(sum(usage) == 420)
        #expect(usage.promptByModality == .init(text: 8, image: 9, audio: 7, video: 10))
        #expect(usage.completionByModality == .init(audio: 11))
    }

    /// xAI counts thoughts apart.
    @Test func thoughtsOutsideOfTheCompletion() throws {
        let usage = try #require(
            chat(
                #"{"prompt_tokens":10,"completion_tokens":5,"total_tokens":35,"completion_tokens_details":{"reasoning_tokens":20}}"#
            ))
        #expect(usage.completion == 5)
        #expect(sum(usage) == 35)
    }

    @Test func moreThoughtsThanCompletion() {
        let usage = chat(#"{"completion_tokens":5,"completion_tokens_details":{"reasoning_tokens":20}}"#)
        #expect(usage?.completion == 0)
        #expect(usage?.thoughts == 20)
    }

    // MARK: No counts

    @Test(arguments: [
        "null", "{}", "[]", "7", #""x""#, #"{"promptTokenCount":null}"#, #"{"promptTokenCount":-1}"#,
        #"{"promptTokenCount":1.5}"#, #"{"promptTokenCount":"1"}"#, #"{"promptTokenCount":99999999999999999999}"#,
        #"{"prompt_tokens":true}"#,
    ])
    func none(_ usage: String) {
        #expect(gemini(usage) == nil)
        #expect(chat(usage) == nil)
    }

    @Test(arguments: ["", "{", "[]", "7", "<html>"])
    func noAnswer(_ body: String) {
        let bytes = Array(body.utf8)
        for upstream in WireFormat.allCases {
            let usage = Translator(client: .openAI, upstream: upstream).usageOnly(bytes.span)
            #expect(usage == nil)
        }
    }

    // MARK: Bounds

    @Test func nothingTraps() {
        let most = Int64.max
        let counts = gemini(
            #"{"promptTokenCount":\#(most),"candidatesTokenCount":\#(most),"thoughtsTokenCount":\#(most),"toolUsePromptTokenCount":\#(most),"promptTokensDetails":[{"modality":"TEXT","tokenCount":\#(most)},{"modality":"TEXT","tokenCount":\#(most)}]}"#
        )
        #expect(counts?.total == most)
        #expect(counts?.isBeyondBounds == true)
        #expect(counts?.promptByModality.text == most)
        let others = chat(
            #"{"prompt_tokens":0,"completion_tokens":\#(most),"completion_tokens_details":{"reasoning_tokens":\#(most)},"extra_content":{"google":{"tool_use_prompt_token_count":\#(most)}}}"#
        )
        #expect(others?.prompt == 0)
        #expect(others?.completion == 0)
    }

    @Test func largestSumIsSaid() {
        let most = Int64.max
        let body =
            #"{"candidates":[{"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":\#(most),"candidatesTokenCount":\#(most),"thoughtsTokenCount":1}}"#
        let reply = Translator(client: .openAI, upstream: .gemini).response(Array(body.utf8))
        #expect(
            String(decoding: reply.body, as: UTF8.self).contains(
                #""completion_tokens":\#(most),"total_tokens":\#(most)"#))
        #expect(reply.diagnostics.contains { $0.code == .outOfRange && $0.pointer == "/usageMetadata" })
    }

    @Test func adding() {
        #expect(Int64(3).adding(4) == 7)
        #expect(Int64.max.adding(1) == .max)
        #expect(Int64.max.adding(.max) == .max)
    }
}
