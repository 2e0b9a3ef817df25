import Testing

@testable import Twinspeak

@Suite struct FindingTreeTests {
    private let tree = FindingTree([
        finding("/a/b", .unknownMember), finding("/a", .wrongKind), finding("/a/b/c", .renamed),
        finding("/a~1b/0", .outOfRange), finding("/a/", .missingMember),
    ])

    private static func finding(_ pointer: String, _ code: Diagnostic.Code) -> Diagnostic {
        Diagnostic(severity: .note, code: code, pointer: pointer, message: "", line: 1, column: 1)
    }

    @Test func theValueItself() {
        #expect(tree.at("/a").map(\.code) == [.wrongKind])
        #expect(tree.at("/a/").map(\.code) == [.missingMember])
        #expect(tree.at("/a~1b").isEmpty)
        #expect(tree.at("/b").isEmpty)
        #expect(tree.at("").isEmpty)
    }

    @Test func inOrderBelow() {
        #expect(tree.below("/a").map(\.code) == [.unknownMember, .renamed, .missingMember])
        #expect(tree.below("").count == 5)
        #expect(tree.below("/a/b/c").isEmpty)
    }

    /// Of the nearest holder that has a finding of the kind, never of the value itself.
    @Test func above() {
        #expect(tree.above("/a/b/c") { _ in true }.map(\.code) == [.unknownMember])
        #expect(tree.above("/a/b/c/d/e") { _ in true }.map(\.code) == [.renamed])
        #expect(tree.above("/a/b/c") { $0.code == .wrongKind }.map(\.code) == [.wrongKind])
        #expect(tree.above("/a") { _ in true }.isEmpty)
    }

    @Test func reaches() {
        #expect(tree.reaches(""))
        #expect(tree.reaches("/a~1b"))
        #expect(!tree.reaches("/a~1b/1"))
        #expect(!FindingTree([]).reaches(""))
    }
}
