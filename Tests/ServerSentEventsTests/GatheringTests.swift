import Testing

@testable import ServerSentEvents

/// A buffer keeps its memory for the next event, but not that of a large one.
@Suite("Gathering")
struct GatheringTests {
    @Test(arguments: [0, 1, 1000])
    func cut(_ count: Int) {
        var buffer: [UInt8] = []
        buffer.append(Text("0123456789").bytes.span)
        buffer.append([UInt8](repeating: 0x78, count: count).span)
        let capacity = buffer.capacity
        buffer.cut(to: 10)
        #expect(buffer == Text("0123456789").bytes)
        buffer.cut(to: 0)
        #expect(buffer.isEmpty)
        #expect(buffer.capacity == capacity)
    }

    @Test("More than a megabyte is given back, as soon as nothing is left in it")
    func large() {
        var buffer = [UInt8](repeating: 0x78, count: [UInt8].keptCapacity * 2)
        buffer.cut(to: 1)
        #expect(buffer == [0x78])
        buffer.cut(to: 0)
        #expect(buffer.capacity == 0)
    }
}
