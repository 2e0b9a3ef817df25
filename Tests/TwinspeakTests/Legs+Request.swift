@testable import Twinspeak

extension Legs {
    /// A request there and back.
    init(request body: [UInt8], _ format: WireFormat, _ options: Options) throws {
        let there = Translator(client: format, upstream: format.other, options: options)
        let request = try there.request(body)
        var options = options
        options.strict = false
        let back = Translator(client: format.other, upstream: format, options: options)
        let returned = try back.request(request.body, at: request.route)
        (out, outReport) = (request.body, request.report)
        (self.back, backReport) = (returned.body, returned.report)
    }
}
