#if FUZZING
    /// What libFuzzer calls.
    @c(LLVMFuzzerTestOneInput)
    public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
        Surroundings.entry.check(input: UnsafeBufferPointer(start: bytes, count: count))
        return 0
    }

    /// Changes the input in place, and gives its new size.
    @c(LLVMFuzzerCustomMutator)
    public func mutate(_ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
        guard let bytes else { return 0 }
        var dice = Dice(seed: seed)
        let input = UnsafeBufferPointer(start: bytes, count: count)
        guard !dice.once(in: 8), let changed = Mutation.of(input, limit, &dice) else {
            return mutateBytes(bytes, count, limit)
        }
        return UnsafeMutableBufferPointer(start: bytes, count: limit).update(fromContentsOf: changed)
    }

    /// Puts a piece of one input into another.
    @c(LLVMFuzzerCustomCrossOver)
    public func crossOver(
        _ bytes: UnsafePointer<UInt8>?, _ count: Int, _ otherBytes: UnsafePointer<UInt8>?, _ otherCount: Int,
        _ output: UnsafeMutablePointer<UInt8>?, _ limit: Int, _ seed: UInt32
    ) -> Int {
        var dice = Dice(seed: seed)
        let other = UnsafeBufferPointer(start: otherBytes, count: otherCount)
        let input = UnsafeBufferPointer(start: bytes, count: count)
        guard let mixed = Mutation.of(input, with: other, limit, &dice) else { return 0 }
        return UnsafeMutableBufferPointer(start: output, count: limit).update(fromContentsOf: mixed)
    }

    /// libFuzzer's own mutation of bytes.
    @_silgen_name("LLVMFuzzerMutate")
    private func mutateBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int
#endif
