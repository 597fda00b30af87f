import Audit
import Postgres
import Testing
import Values

@testable import Operations

@Suite struct ReadDocumentTests {
    /// Reads until the end or an error; the error's code is nil where there was none.
    private func read(
        _ hash: String, _ test: TestWorkspace, by caller: Caller
    ) async throws -> (count: Int, code: String?) {
        let content = try await test.workspace.document(hash, by: caller)
        var count = 0
        let code = try await People.code { for try await piece in content.bytes { count += piece.count } }
        return (count, code)
    }

    /// What a database's superuser does behind the program's back is found before the last byte is given.
    @Test(arguments: [
        "UPDATE document_chunk SET bytes = set_byte(bytes, 7, 255) WHERE number = 0",
        "UPDATE document_chunk SET bytes = set_byte(bytes, 7, 255) WHERE number = 5",
        "DELETE FROM document_chunk WHERE number = 5", "DELETE FROM document_chunk WHERE number = 0",
        "DELETE FROM document_chunk",
        "UPDATE document_chunk SET number = -number - 1 WHERE number = 2",
        """
        UPDATE document_chunk SET bytes = other.bytes FROM document_chunk other
        WHERE document_chunk.number = 1 AND other.number = 2
        """,
        "UPDATE document_chunk SET bytes = bytes || bytes WHERE number = 5",
    ])
    func aChangedDocumentIsNeverWhole(change: String) async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let bytes = Evidence.pdf(1_500_000)
            let hash = try await test.store(bytes, by: officer).document.hash
            #expect(try await read(hash, test, by: officer) == (bytes.count, nil))
            try await test.asOwner { database in
                _ = try await database.unit([
                    "ALTER TABLE document_chunk DISABLE TRIGGER ALL",
                    "ALTER TABLE document_chunk DROP CONSTRAINT document_chunk_length",
                    Query(Statement(text: change)),
                    "ALTER TABLE document_chunk ENABLE ALWAYS TRIGGER document_chunk_append_only",
                ])
            }
            let (count, code) = try await read(hash, test, by: officer)
            #expect(code == "document-broken" && count < bytes.count)
            // Another department that sends the right bytes fills what is missing, and never holds wrong ones.
            let other = try await test.person("qian", [.officer], in: "other")
            let again = try await People.code { _ = try await test.store(bytes, by: other) }
            if change.hasPrefix("DELETE") {
                #expect(again == nil)
                #expect(try await read(hash, test, by: officer) == (bytes.count, nil))
            } else {
                #expect(again == "document-broken")
            }
        }
    }

    @Test func nobodyLearnsWhatOthersHold() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let mine = try await test.person("wang", [.officer])
            let theirs = try await test.person("qian", [.officer], in: "other")
            let bytes = Evidence.pdf(300_000)
            let hash = try await test.store(bytes, "内部.pdf", by: theirs).document.hash
            let unknown = String(repeating: "0", count: 64)
            for text in [hash, unknown, hash.uppercased(), "", "x", "\0", "../" + hash] {
                let code = try await People.code { _ = try await test.workspace.document(text, by: mine) }
                #expect(code == "unknown-document", "\(text)")
            }
            // The upload of mine is new, under my name and time, as if it were the first.
            test.advance(seconds: 60)
            let answer = try await test.store(bytes, "发票.pdf", by: mine)
            #expect(answer.isNew && answer.document.name == "发票.pdf")
            #expect(answer.document.upload == Document.Upload(at: test.now, by: "wang"))
            #expect(try await test.workspace.document(hash, by: mine).document == answer.document)
            #expect(try await test.workspace.document(hash, by: theirs).document.name == "内部.pdf")
            #expect(try await test.number("SELECT count(*) FROM document") == 1)
        }
    }

    @Test func auditorsSeeTheDepartmentsGranted() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let officer = try await test.person("wang", [.officer])
            let other = try await test.person("qian", [.officer], in: "other")
            let auditor = try await test.person("sun", [.auditor], in: "audit")
            let admin = try await test.person("li", [.admin])
            let hash = try await test.store(Evidence.pdf(100), by: officer).document.hash
            func code(_ caller: Caller) async throws -> String? {
                try await People.code { _ = try await test.workspace.document(hash, by: caller) }
            }
            #expect(try await code(auditor) == "unknown-document")
            _ = try await test.workspace.setRoles([.auditor], auditing: .named(["other"]), of: "sun")
            #expect(try await code(auditor) == "unknown-document")
            _ = try await test.workspace.setRoles([.auditor], auditing: .named(["other", "buyer"]), of: "sun")
            #expect(try await code(auditor) == nil)
            _ = try await test.workspace.setRoles([.auditor], auditing: .all, of: "sun")
            #expect(try await code(auditor) == nil)
            _ = try await test.workspace.setRoles([.treasury], of: "sun")
            #expect(try await code(auditor) == "unknown-document")
            #expect(try await code(admin) == "forbidden")
            #expect(try await code(other) == "unknown-document")
            #expect(try await code(.console) == nil)
            try await test.workspace.disableAccount("wang")
            #expect(try await code(officer) == "not-authenticated")
        }
    }

    /// A contract that passed to another buyer takes its evidence with it; what else others hold stays theirs.
    @Test func aRecordedFactOpensItsDocument() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let old = try await test.person("wang", [.officer], in: "old")
            let third = try await test.person("zhou", [.officer], in: "third")
            let new = try await test.person("qian", [.officer], in: "Ｂuyer")
            try await test.importing([SmallContract.dossier("A-1")])
            let hash = try await test.store(Evidence.pdf(100), by: old).document.hash
            _ = try await test.store(Evidence.pdf(100), "秘密.pdf", by: third)
            #expect(
                try await People.code { _ = try await test.workspace.document(hash, by: new) } == "unknown-document")
            _ = try await test.workspace.recordFact(Self.accepted("f", hash.uppercased()), of: "A-1")
            let document = try await test.workspace.document(hash, by: new).document
            #expect(document.name == "\(hash.prefix(12)).pdf" && document.upload == nil && document.type == .pdf)
            let before = try await test.dump()
            _ = try await test.workspace.rebuild()
            #expect(try await test.dump() == before && before.contains { $0.hasPrefix("document_reference (A-1,f,") })
        }
    }

    /// Else whoever may import could ask of any file whether somebody has it.
    @Test func anImportedFactOpensNothing() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let theirs = try await test.person("qian", [.officer], in: "other")
            let mine = try await test.person("wang", [.finance])
            let hash = try await test.store(Evidence.pdf(100), by: theirs).document.hash
            let fact = String(decoding: Self.accepted("f", hash), as: UTF8.self)
            try await test.importing([SmallContract.dossier("A-1", facts: [SmallContract.signed, fact])])
            #expect(try await test.number("SELECT count(*) FROM journal WHERE fact_id = 'f'") == 1)
            #expect(
                try await People.code { _ = try await test.workspace.document(hash, by: mine) } == "unknown-document")
        }
    }

    @Test func aFactNamesOnlyWhatItsRecorderSees() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let mine = try await test.person("wang", [.officer])
            let theirs = try await test.person("qian", [.officer], in: "other")
            let hash = try await test.store(Evidence.pdf(100), by: theirs).document.hash
            let own = try await test.store(Evidence.pdf(101), by: mine).document.hash
            let unknown = String(repeating: "0", count: 64)
            func missing(_ names: [String], _ caller: Caller) async throws -> [Conflict] {
                try await test.workspace.database.withTransaction { session in
                    var answers = try await session.unit(test.workspace.rights(of: caller))
                    let authority = try test.workspace.authority(of: caller, &answers)
                    let facts = try names.map { try SubmittedFact.read(Self.accepted("f", $0)) { "f" } }
                    do {
                        try await session.requireDocuments(of: facts, for: authority)
                    } catch OperationError.conflicting(let conflicts) { return conflicts }
                    return []
                }
            }
            func conflict(_ pointer: String, _ hash: String) -> Conflict {
                Conflict(pointer: pointer, code: .documentMissing, detail: hash)
            }
            #expect(try await missing([own], mine) == [])
            #expect(try await missing(["验收单 3 号", "a.pdf", String(hash.dropLast())], mine) == [])
            #expect(try await missing([hash], mine) == [conflict("/document", hash)])
            #expect(try await missing([hash.uppercased()], mine) == [conflict("/document", hash)])
            #expect(
                try await missing([own, unknown, hash], mine)
                    == [conflict("/facts/1/document", unknown), conflict("/facts/2/document", hash)])
            #expect(try await missing([hash], theirs) == [])
            #expect(try await missing([hash, own, unknown], .console) == [conflict("/facts/2/document", unknown)])
        }
    }

    private static func accepted(_ id: String, _ document: String) -> [UInt8] {
        Array(#"{"id":"\#(id)","kind":"event","event":"accepted","on":"2024-03-01","document":"\#(document)"}"#.utf8)
    }
}
