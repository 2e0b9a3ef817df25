extension Diagnostic {
    /// What kind of finding it is. Codes are equal when their names are; new ones may come with any release.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        let name: StaticString

        /// The code's own name: each is a property, and names itself.
        init(_ name: StaticString = #function) { self.name = name }

        public var description: String { "\(name)" }
        public static func == (left: Code, right: Code) -> Bool { left.description == right.description }
        public func hash(into hasher: inout Hasher) { hasher.combine(description) }

        // MARK: The text is not what it should be

        /// Not the JSON of RFC 8259.
        public static var notJSON: Code { Code() }
        /// More bytes, values or depth than the limits allow.
        public static var limitExceeded: Code { Code() }
        /// A UTF-8 byte-order mark was skipped.
        public static var byteOrderMark: Code { Code() }
        /// A member is given twice; the last one counts.
        public static var duplicateMember: Code { Code() }
        /// More findings than the limit; the message has their number.
        public static var moreDiagnostics: Code { Code() }

        // MARK: A member is not what it should be

        /// A value of another kind than the member takes.
        public static var wrongKind: Code { Code() }
        /// A number or length outside of what both sides or the target take.
        public static var outOfRange: Code { Code() }
        /// A word that is none of those the member takes.
        public static var unknownValue: Code { Code() }
        /// A member that must be there is not.
        public static var missingMember: Code { Code() }
        /// A name that cannot stand in a path.
        public static var modelName: Code { Code() }

        /// Members that exclude each other.
        public static var conflictingMembers: Code { Code() }
        /// A member that means nothing without another one.
        public static var requiresMember: Code { Code() }
        /// A name or id that must be one of a kind is given twice.
        public static var duplicateName: Code { Code() }
        /// A tool that is chosen or called, and not declared.
        public static var undeclaredTool: Code { Code() }
        /// A schema with what its place does not take.
        public static var schemaOutsideSubset: Code { Code() }
        /// A schema asks for something that is never evaluated.
        public static var notChecked: Code { Code() }
        /// A schema says something that no value can be held against.
        public static var schemaUnusable: Code { Code() }

        // MARK: Something has no equal on the other side

        /// The member is known, and the other side has nothing like it.
        public static var noCounterpart: Code { Code() }
        /// The member is not known.
        public static var unknownMember: Code { Code() }
        /// Another member that says the same was taken.
        public static var superseded: Code { Code() }
        /// The value was brought to the nearest that the other side has.
        public static var approximated: Code { Code() }
        /// Entries beyond what the other side takes were cut off.
        public static var cutToLimit: Code { Code() }
        /// The other side says it in another way, which may not come back as it was.
        public static var saidDifferently: Code { Code() }
        /// The model is known to refuse it; the message says what was done.
        public static var refusedByModel: Code { Code() }
        /// The caller's options do not let it pass.
        public static var notAllowed: Code { Code() }

        // MARK: The conversation

        /// There would be nothing to answer.
        public static var emptyContents: Code { Code() }
        /// A message or content of which nothing was left was omitted.
        public static var emptyOmitted: Code { Code() }
        /// A system message that came later stands in `systemInstruction`, before everything.
        public static var movedToSystemInstruction: Code { Code() }
        /// No role of the API.
        public static var unknownRole: Code { Code() }
        /// No part of the API.
        public static var unknownPart: Code { Code() }
        /// Text or media that cannot be understood or carried.
        public static var unusableMedia: Code { Code() }
        /// A URL is passed on as it is; whoever wants the data inside the request fetches it.
        public static var remoteMedia: Code { Code() }
        /// A tool result that no call asked for.
        public static var resultWithoutCall: Code { Code() }
        /// A tool call that nothing answers before the next turn.
        public static var callWithoutResult: Code { Code() }
        /// A turn that may not stand where it does.
        public static var turnOrder: Code { Code() }
        /// A function call without the thought signature that its model asks for.
        public static var signatureMissing: Code { Code() }
        /// The arguments of a call are not a JSON object.
        public static var brokenArguments: Code { Code() }
        /// A text that is itself JSON comes back as JSON.
        public static var textBecomesJSON: Code { Code() }
        /// A name or id was made legal for the other side.
        public static var renamed: Code { Code() }
        /// A schema was corrected or rewritten.
        public static var schemaChanged: Code { Code() }
        /// The answer holds neither candidates nor a reason for that.
        public static var emptyAnswer: Code { Code() }
    }
}
