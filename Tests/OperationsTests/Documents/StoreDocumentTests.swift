import Audit
import Postgres
import Storage
import TestSupport
import Testing
import Values

@testable import Operations

@Suite struct StoreDocumentTests {
    private static let limit = 20 << 20
    private static let counts = """
        SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM document_chunk)
            + (SELECT count(*) FROM document_holding)
        """

    @Test func theSameBytesAreOneDocumentUnderTheirFirstName() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let treasurer = try await test.person("zhao", [.treasury])
            let bytes = Evidence.pdf(700_000)
            var hasher = ContentHasher()
            hasher.update(bytes)
            let first = try await test.store(bytes, "发票.pdf", type: "application/pdf", by: officer)
            #expect(first.isNew && first.document.hash == hasher.hash.description && first.document.size == 700_000)
            #expect(first.document.type == .pdf && first.document.name == "发票.pdf")
            #expect(first.document.upload == Document.Upload(at: test.now, by: "wang"))
            test.advance(seconds: 60)
            for caller in [officer, treasurer] {
                let again = try await test.store(bytes, "other.pdf", by: caller)
                #expect(again == StoredDocumentAnswer(document: first.document, isNew: false))
            }
            let content = try await test.workspace.document(first.document.hash, by: treasurer)
            #expect(content.document == first.document)
            #expect(try await Evidence.collect(content) == bytes)
            #expect(try await test.number("SELECT count(*) FROM document_chunk") == 3)
            #expect(try await test.number(Self.counts) == 5)
        }
    }

    @Test func namesAreStoredInNFC() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let answer = try await test.store(Evidence.pdf(9), "e\u{301}.pdf", by: officer)
            #expect(Array(answer.document.name.utf8) == Array("\u{e9}.pdf".utf8))
            // U+0958 has two characters in NFC: 198 bytes become 396.
            let growing = String(repeating: "\u{958}", count: 66)
            let code = try await People.code { _ = try await test.store(Evidence.pdf(10), growing, by: officer) }
            #expect(code == "document-name-not-allowed")
            #expect(try await test.number(Self.counts) == 3)
        }
    }

    @Test(arguments: [1, 4, 262_143, 262_144, 262_145, 4 * 262_144, 4 * 262_144 + 1])
    func everyLengthComesBackAsItWas(size: Int) async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let bytes = Evidence.pdf(max(size, 5))
            let hash = try await test.store(bytes, by: officer).document.hash
            #expect(try await Evidence.collect(try await test.workspace.document(hash, by: officer)) == bytes)
        }
    }

    @Test func theLimitIsExact() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let code = try await People.code {
                _ = try await test.store(Evidence.pdf(Self.limit + 1), by: officer)
            }
            #expect(code == "document-too-large")
            #expect(try await test.number(Self.counts) == 0)
            let bytes = Evidence.pdf(Self.limit)
            let answer = try await test.store(bytes, by: officer)
            #expect(answer.document.size == Self.limit)
            #expect(try await test.number("SELECT count(*) FROM document_chunk") == 80)
            let content = try await test.workspace.document(answer.document.hash, by: officer)
            #expect(try await Evidence.collect(content) == bytes)
        }
    }

    /// A stream without end is left as soon as it is too long.
    @Test func nothingIsTakenBehindTheLimit() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let piece = Evidence.pdf(1 << 20)
            let taken = Counter()
            let endless = AsyncStream(unfolding: { taken.next() < 1000 ? piece : nil })
            let code = try await People.code {
                _ = try await test.workspace.storeDocument(endless, name: "a.pdf", by: officer)
            }
            #expect(code == "document-too-large")
            #expect(taken.value == 21)
        }
    }

    @Test func whatIsCutShortLeavesNothing() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let before = try await test.dumpAll()
            for bytes in [[], Evidence.pdf(5), Evidence.pdf(600_000)] {
                let code = try await People.code {
                    _ = try await test.workspace.storeDocument(Evidence.broken(bytes), name: "a.pdf", by: officer)
                }
                #expect(code == "document-cut-short")
            }
            for (bytes, expected) in [([UInt8](), "document-empty"), (Evidence.pdf(4), "document-type-not-allowed")] {
                #expect(try await People.code { _ = try await test.store(bytes, by: officer) } == expected)
            }
            #expect(try await test.dumpAll() == before)
        }
    }

    @Test func theTypeIsThatOfTheBytes() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let ofd = try await test.store(
                Archive.of(["Doc_0/a.xml", "OFD.xml"]), "a.ofd", type: "application/octet-stream", by: officer)
            #expect(ofd.document.type == .ofd)
            let refused: [(bytes: [UInt8], type: String?, code: String)] = [
                (Array("MZ program".utf8), nil, "document-type-not-allowed"),
                (Array("<html><script>".utf8), "text/xml", "document-type-not-allowed"),
                (Archive.of(["word/document.xml"]), nil, "document-type-not-allowed"),
                (Archive.of(["word/document.xml"]), "application/ofd", "document-type-not-allowed"),
                (Evidence.pdf(100), "image/png", "document-type-differs"),
                (Evidence.pdf(100), "text/html", "document-type-not-allowed"),
                (Archive.of(["OFD.xml"]), "application/pdf", "document-type-differs"),
            ]
            for (bytes, type, expected) in refused {
                let code = try await People.code { _ = try await test.store(bytes, type: type, by: officer) }
                #expect(code == expected, "\(type ?? "")")
            }
            #expect(try await test.number("SELECT count(*) FROM document") == 1)
        }
    }

    @Test func thirtyTwoAtOnceAreOneDocument() async throws {
        try await TestWorkspace.lend(connections: 8) { (test) async throws in
            let callers = [
                try await test.person("wang", [.officer]), try await test.person("zhao", [.finance]),
                try await test.person("qian", [.officer], in: "other"),
            ]
            let bytes = Evidence.pdf(1_500_000)
            let answers = try await withThrowingTaskGroup(of: (Int, StoredDocumentAnswer).self) { group in
                for index in 0..<32 {
                    group.addTask { (index % 3, try await test.store(bytes, by: callers[index % 3])) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers.map(\.1.document.hash)).count == 1)
            // One of each department's is new.
            #expect(answers.filter { $0.0 < 2 && $0.1.isNew }.count == 1)
            #expect(answers.filter { $0.0 == 2 && $0.1.isNew }.count == 1)
            #expect(try await test.number(Self.counts) == 1 + 6 + 2)
            let content = try await test.workspace.document(answers[0].1.document.hash, by: callers[2])
            #expect(try await Evidence.collect(content) == bytes)
        }
    }

    @Test func whoMayNotUploadSendsNothing() async throws {
        try await TestWorkspace.lend { (test) async throws in
            for (name, roles) in [("auditor", Set([Role.auditor])), ("admin", [.admin]), ("nobody", [])] {
                let caller = try await test.person(name, roles)
                let taken = Counter()
                let source = AsyncStream(unfolding: { taken.next() < 3 ? Evidence.pdf(100) : nil })
                let code = try await People.code {
                    _ = try await test.workspace.storeDocument(source, name: "a.pdf", by: caller)
                }
                #expect(code == "forbidden" && taken.value == 0, "\(name)")
            }
            #expect(
                try await People.code { _ = try await test.store(Evidence.pdf(9), by: .console) } == "not-authenticated"
            )
            let log = try await test.asOwner { try await $0.accessLog() }.filter { $0.action == "store-document" }
            #expect(log.map(\.actor) == ["auditor", "admin", "nobody"] && log.allSatisfy { !$0.isDone })
        }
    }

    @Test func withoutRoomNothingIsStored() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            var effects = test.workspace.effects
            effects.temporaryDirectory = "/nonexistent"
            let workspace = Workspace(test.workspace.database, effects: effects)
            let code = try await People.code {
                _ = try await workspace.storeDocument(
                    Evidence.stream(Evidence.pdf(9)), name: "a.pdf", by: officer)
            }
            #expect(code == "no-room-for-document")
        }
    }
}
