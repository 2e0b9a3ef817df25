/// What members can be written into: an open object, or a place where one begins.
///
/// One subscript for each kind of value that can stand right of `=`. There is none for `String`: string interpolation
/// would choose it and allocate.
public protocol JSONMemberWriter {
    /// The place of the member called `name`.
    func slot(_ name: StaticString) -> JSONSlot

    /// Nothing arrives here: what was written on the way to this place is taken back.
    func takeBack()
}

extension JSONMemberWriter {
    @inlinable @inline(__always)
    public subscript(name: StaticString) -> JSONSlot { slot(name) }

    @inlinable @inline(__always)
    public subscript(name: StaticString) -> JSONValue? {
        @available(*, unavailable, message: "what is written cannot be read") get { nil }
        nonmutating set { if let newValue, newValue.exists { slot(name).write(newValue) } else { takeBack() } }
    }

    @inlinable @inline(__always)
    public subscript(name: StaticString) -> StaticString? {
        @available(*, unavailable, message: "what is written cannot be read") get { nil }
        nonmutating set { if let newValue { slot(name).write(newValue) } else { takeBack() } }
    }

    @_disfavoredOverload @inlinable @inline(__always)
    public subscript(name: StaticString) -> JSONText? {
        @available(*, unavailable, message: "what is written cannot be read") get { nil }
        nonmutating set { if let newValue { slot(name).write(newValue) } else { takeBack() } }
    }

    @inlinable @inline(__always)
    public subscript(name: StaticString) -> Int64? {
        @available(*, unavailable, message: "what is written cannot be read") get { nil }
        nonmutating set { if let newValue { slot(name).write(newValue) } else { takeBack() } }
    }

    @inlinable @inline(__always)
    public subscript(name: StaticString) -> Bool? {
        @available(*, unavailable, message: "what is written cannot be read") get { nil }
        nonmutating set { if let newValue { slot(name).write(newValue) } else { takeBack() } }
    }
}
