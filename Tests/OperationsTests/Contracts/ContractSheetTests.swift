import Audit
import Contracts
import Payables
import Testing
import Values

@testable import Operations

/// A contract with its journal, its documents and its amendments.
@Suite struct ContractSheetTests {
    @Test func knowsWhatWasRecordedByTheMoment() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let before = test.now
            test.advance(seconds: 60)
            _ = try await test.workspace.recordFact(
                Array(SmallContract.event("a", "accepted", on: "2024-05-01").utf8), of: "A-1")
            let now = try await test.workspace.contractSheet(of: "A-1", by: .console)
            #expect(now.statement.dossier.facts.count == 2 && now.journal.facts.count == 2)
            let then = try await test.workspace.contractSheet(of: "A-1", knownAt: before, by: .console)
            #expect(then.statement.dossier.facts.count == 1 && then.journal.entries.count == 2)
            #expect(then.version == 3 && now.version == 3 && now.isOwn)
            await #expect(throws: OperationError.notKnownThen(number: "A-1")) {
                let earlier = Instant(microseconds: before.microseconds - 1)
                return try await test.workspace.contractSheet(of: "A-1", knownAt: earlier, by: .console)
            }
        }
    }

    @Test func showsTheDocumentsThatOneMaySee() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let officer = try await test.person("wang", [.officer])
            let auditor = try await test.person("sun", [.officer], in: "elsewhere")
            let stored = try await test.store(Evidence.pdf(200), by: officer)
            let fact =
                #"{"kind":"event","event":"accepted","on":"2024-05-01","document":"\#(stored.document.hash)"}"#
            _ = try await test.workspace.recordFact(Array(fact.utf8), of: "A-1", by: officer)
            let sheet = try await test.workspace.contractSheet(of: "A-1", by: officer)
            #expect(sheet.documents == [stored.document] && sheet.isOwn)
            await #expect(throws: OperationError.unknownContract(number: "A-1")) {
                try await test.workspace.contractSheet(of: "A-1", by: auditor)
            }
        }
    }

    @Test func anAmendmentIsComparedWithWhatWasBefore() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let terms = try await test.workspace.contract("A-1", by: .console).terms
            let dearer = String(decoding: terms, as: UTF8.self)
                .replacing(#""price":"1000.00""#, with: #""price":"1100.00""#)
                .replacing(#""fixed":"600.00""#, with: #""fixed":"700.00""#)
            let fact = #"{"id":"m","kind":"amended","on":"2024-03-01","contract":\#(dearer)}"#
            _ = try await test.workspace.recordFact(Array(fact.utf8), of: "A-1")
            let found = try await test.workspace.amendment(1, of: "A-1", by: .console)
            let amendment = try #require(found)
            #expect(amendment.before.terms.price.description == "1000.00")
            #expect(amendment.terms.price.description == "1100.00" && !amendment.isVoided)
            #expect(amendment.after.installments[1].gross.description == "700.00")
            #expect(try await test.workspace.amendment(2, of: "A-1", by: .console)?.entry == nil)
            #expect(try await test.workspace.amendment(0, of: "A-1", by: .console)?.entry == nil)
            _ = try await test.workspace.recordFact(Array(SmallContract.voided("v", "m").utf8), of: "A-1")
            #expect(try await test.workspace.amendment(1, of: "A-1", by: .console)?.isVoided == true)
        }
    }
}
