import Audit
import Storage
import Testing
import Values

@testable import Operations

/// The journal over all contracts, as a page reads it.
@Suite struct JournalListTests {
    /// Page by page it is everything, newest first, each entry once.
    @Test(arguments: [1, 2, 5, 100])
    func isReadPageByPage(limit: Int) async throws {
        try await LogOffice.lend(contracts: 3) { office in
            let whole = try await office.workspace.journal(limit: 100)
            #expect(whole.count == 9)
            var (pages, mark): ([JournalLine], [String]?) = ([], nil)
            repeat {
                let page = try await office.workspace.journal(behind: mark, limit: limit)
                pages += page
                mark = page.count == limit ? page.last?.mark : nil
            } while mark != nil
            #expect(pages == whole)
            #expect(whole.map(\.entry.recordedAt) == whole.map(\.entry.recordedAt).sorted(by: >))
        }
    }

    @Test func isFilteredByContractAndTime() async throws {
        try await LogOffice.lend(contracts: 2) { office in
            let before = office.test.now
            office.test.advance(seconds: 60)
            try await office.record("accepted", of: "A-2")
            func numbers(_ change: (inout JournalFilter) -> Void) async throws -> [String] {
                var filter = JournalFilter()
                change(&filter)
                return try await office.workspace.journal(filter, limit: 100).map {
                    "\($0.contract ?? "office") \($0.entry.number)"
                }
            }
            #expect(try await numbers { $0.contract = "A-2" } == ["A-2 4", "A-2 3", "A-2 2", "A-2 1"])
            #expect(try await numbers { $0.contract = "none" } == [])
            #expect(try await numbers { $0.from = office.test.now } == ["A-2 4"])
            #expect(try await numbers { ($0.contract, $0.until) = ("A-2", office.test.now) }.count == 3)
            #expect(try await numbers { $0.until = before } == [])
        }
    }

    /// An entry tells its place once it is sealed, and when, once a checkpoint covers it; then it has a proof.
    @Test func anEntryComesWithItsProof() async throws {
        try await LogOffice.lend(contracts: 2) { office in
            let fresh = try await office.workspace.journalEntry(2, of: "A-1")
            #expect(fresh.proof == nil && fresh.sealedAt == nil && fresh.count == 3)
            let sealedAt = office.test.now
            let note = try await office.workspace.signCheckpoint()
            office.test.advance(seconds: 60)
            try await office.record("accepted")
            _ = try await office.workspace.seal()
            let entry = try await office.workspace.journalEntry(2, of: "A-1")
            let proof = try #require(entry.proof)
            let checkpoint = try office.checkpoint(note)
            #expect(entry.sealedAt == sealedAt && proof.size == checkpoint.size && proof.leaf == .leaf(entry.bytes))
            try ProofVerification.inclusion(
                of: proof.leaf, at: proof.index, in: proof.size, root: checkpoint.root, proof: proof.hashes)
            let first = try await office.workspace.journalEntry(1, of: "A-1")
            #expect(entry.previous == first.entry.hash && first.title == "title")
            // In the log, but no checkpoint covers it yet.
            let last = try await office.workspace.journalEntry(4, of: "A-1")
            #expect(last.proof == nil && last.sealedAt == nil)
            for number in [0, 5] {
                await #expect(throws: OperationError.log(.unknownEntry)) {
                    try await office.workspace.journalEntry(number, of: "A-1")
                }
            }
        }
    }

    /// The acts of the office are for whoever sees every contract; nobody sees those of other departments.
    @Test func everybodySeesTheirOwn() async throws {
        try await LogOffice.lend(contracts: 1) { office in
            let people = try await People(office.test)
            let workspace = office.workspace
            let auditor = Caller.account(try await workspace.account(named: "auditor").actor.accountID)
            #expect(try await workspace.journal(limit: 100, by: auditor) == [])
            await #expect(throws: OperationError.log(.unknownEntry)) {
                try await workspace.journalEntry(1, of: "A-1", by: auditor)
            }
            _ = try await workspace.setRoles([.auditor], auditing: .all, of: "auditor")
            let all = try await workspace.journal(limit: 100, by: auditor)
            #expect(all.contains { $0.contract == nil } && all.contains { $0.contract == "A-1" })
            #expect(try await workspace.journalEntry(1, of: "", by: auditor).title == nil)
            let admin = Caller.account(try await workspace.account(named: "admin").actor.accountID)
            await #expect(throws: OperationError.forbidden(.readContracts)) {
                try await workspace.journal(limit: 1, by: admin)
            }
            _ = people
        }
    }
}
