import Testing

@testable import Twinspeak

/// A case translated, and its result translated back.
struct Legs {
    let out: [UInt8]
    let back: [UInt8]
    /// The HTTP status and headers that go with `out`.
    private(set) var head = ""
    /// What both ways said.
    let outReport: Report
    let backReport: Report

    init(_ fixture: Fixture) throws {
        switch fixture.kind {
        case .request: try self.init(request: fixture.input, fixture.format, fixture.options)
        case .response, .error, .stream, .chunk: try self.init(response: fixture)
        }
    }

    private init(response fixture: Fixture) throws {
        let there = Translator(client: fixture.format.other, upstream: fixture.format, options: fixture.options)
        let reply = there.response(
            fixture.input, status: fixture.status, headers: fixture.headers, identity: fixture.identity)
        try #require(reply.refusal == nil || fixture.kind == .error, "\(reply.report.summary)")
        let back = Translator(client: fixture.format, upstream: fixture.format.other, options: fixture.options)
        let returned = back.response(
            reply.body, status: reply.status, headers: reply.headers, identity: fixture.identity)
        try #require(returned.refusal == nil, "\(returned.report.summary)")
        (out, outReport) = (reply.body, reply.report)
        head = "\(reply.status)\n" + reply.headers.map { "\($0.name): \($0.value)\n" }.joined()
        (self.back, backReport) = (returned.body, returned.report)
    }
}
