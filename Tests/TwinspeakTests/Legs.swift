@testable import Twinspeak

/// A case translated, and its result translated back.
struct Legs {
    let out: [UInt8]
    let back: [UInt8]
    /// What both ways said.
    let outReport: Report
    let backReport: Report

    init(_ fixture: Fixture) throws {
        switch fixture.kind {
        case .request: try self.init(request: fixture.input, fixture.format, fixture.options)
        case .response: try self.init(response: fixture)
        }
    }

    private init(response fixture: Fixture) throws {
        let there = Translator(client: fixture.format.other, upstream: fixture.format, options: fixture.options)
        let reply = try there.response(fixture.input, identity: fixture.identity)
        let back = Translator(client: fixture.format, upstream: fixture.format.other, options: fixture.options)
        let returned = try back.response(reply.body, identity: fixture.identity)
        (out, outReport) = (reply.body, reply.report)
        (self.back, backReport) = (returned.body, returned.report)
    }
}
