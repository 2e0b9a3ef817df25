/// A string to be written, put together from pieces without making a `String`: `"data:\(mimeType);base64,\(data)"`.
///
/// Eight pieces at most; how many there are is known where the literal stands, so no input can ask for more.
public struct JSONText: ExpressibleByStringInterpolation {
    public var pieces: StringInterpolation

    public init(stringLiteral value: StaticString) {
        pieces = StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        pieces.appendLiteral(value)
    }

    @inlinable @inline(__always)
    public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation }

    @inlinable @inline(__always)
    public init(_ slice: JSONSlice) { self = "\(slice)" }

    public struct StringInterpolation: StringInterpolationProtocol {
        public enum Piece { case slice(JSONSlice), decimal(Int64), none }

        public var pieces = InlineArray<8, Piece>(repeating: .none)
        public var count = 0

        @inlinable @inline(__always)
        public init(literalCapacity: Int, interpolationCount: Int) {}

        @inlinable @inline(__always)
        public mutating func appendLiteral(_ literal: StaticString) {
            if literal.utf8CodeUnitCount > 0 { append(.slice(JSONSlice(literal))) }
        }

        @inlinable @inline(__always)
        public mutating func appendInterpolation(_ slice: JSONSlice) { append(.slice(slice)) }

        /// The content of a string; of anything else nothing.
        @inlinable @inline(__always)
        public mutating func appendInterpolation(_ value: JSONValue) { append(.slice(value.content)) }

        @inlinable @inline(__always)
        public mutating func appendInterpolation(_ number: Int) { append(.decimal(Int64(number))) }

        @inlinable @inline(__always)
        public mutating func appendInterpolation(_ literal: StaticString) { appendLiteral(literal) }

        @inlinable @inline(__always)
        public mutating func append(_ piece: Piece) {
            pieces[count] = piece
            count += 1
        }
    }
}

extension JSONOutput.Buffer {
    public mutating func text(_ text: JSONText) {
        reserve(1)
        append(UInt8(ascii: "\""))
        content(text)
        reserve(2)
        append(UInt8(ascii: "\""))
        append(UInt8(ascii: ","))
    }

    public mutating func content(_ text: JSONText) {
        for index in 0..<text.pieces.count {
            switch text.pieces.pieces[index] {
            case .slice(let slice): self.slice(slice)
            case .decimal(let number): decimal(number)
            case .none: break
            }
        }
    }
}
