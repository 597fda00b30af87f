import Audit
import Contracts
import DossierSupport
import Reperformance
import Requests
import TestSupport
import Testing
import Values

@testable import Bundles

/// Histories that whoever holds the key signed, and whose figures do not follow from their entries: every rule that is
/// applied again, broken once.
struct FigureTests {
    /// A contract of 100.00 that is due from 2021-03-01 on, with one request that was approved and paid.
    private func honest() throws -> ContractJournal {
        let facts = Cases.oneInstallment["/facts"]?.elements ?? []
        let life = ContractLife(Cases.oneInstallment, number: "T-1", imported: 0, seed: 1, calendars: [])
        var contract = try #require(life)
        contract.live(facts)
        for _ in 0..<40 { contract.actOnRequests() }
        return contract.journal
    }

    private func codes(_ entries: [JournalEntry]) throws -> [BundleFault.Code] {
        let journal = try #require(Forgery.rechained(entries))
        var random = SeededGenerator(seed: 1)
        let bundle = try SampleBundle(SampleLog([journal], &random))
        return try verify(bundle.bytes()).faults.map(\.code)
    }

    /// The entry with parts of its payload replaced; its kind is read again.
    private func changed(_ entry: JournalEntry, _ old: String, _ new: String) throws -> JournalEntry {
        let text = String(decoding: SealedEntry(entry).bytes, as: UTF8.self)
        #expect(text.contains(old), "\(text)")
        return try SealedEntry(reading: Array(text.replacing(old, with: new).utf8)).entry
    }

    private func steps(_ journal: ContractJournal, _ name: RequestEventName) -> [Int] {
        journal.entries.indices.filter { journal.entries[$0].entry.kind.name == name.rawValue }
    }

    @Test func theHonestOneIsFineAndHasEverything() throws {
        let journal = try honest()
        #expect(try codes(journal.entries.map(\.entry)) == [])
        for name in [RequestEventName.submitted, .approved, .paid] { #expect(!steps(journal, name).isEmpty, "\(name)") }
    }

    @Test func aClaimOnOtherFiguresShows() throws {
        let journal = try honest()
        let entries = journal.entries.map(\.entry)
        let first = try #require(steps(journal, .submitted).first)
        let claim = try #require(journal.pinnedClaims.first?.claim)
        func codes(_ old: String, _ new: String) throws -> [BundleFault.Code] {
            var forged = entries
            forged[first] = try changed(entries[first], old, new)
            return try self.codes(forged)
        }
        let other = String(repeating: "ab", count: 32)
        #expect(try codes(claim.pin.dossier, other).contains(.dossierDiffers))
        #expect(try codes(claim.pin.statement, other).contains(.statementDiffers))
        #expect(try codes("\"payable\":\"100.00\"", "\"payable\":\"99.00\"").contains(.payableDiffers))
        #expect(try codes("\"amount\":\"\(claim.amount)\"", "\"amount\":\"100.01\"").contains(.claimRefused))
        #expect(try codes("\"installment\":\"only\"", "\"installment\":\"none\"").contains(.claimRefused))
    }

    @Test func aStepOutOfTurnOrTwiceByOnePersonShows() throws {
        let journal = try honest()
        let entries = journal.entries.map(\.entry)
        let approval = try #require(steps(journal, .approved).first)
        let requester = try #require(journal.requestSteps.first?.by)
        var forged = entries
        forged[approval] = try changed(
            entries[approval], "\"recordedBy\":\"\(entries[approval].recordedBy)\"", "\"recordedBy\":\"\(requester)\"")
        #expect(try codes(forged).contains(.stepRefused))
        forged = entries
        forged.remove(at: approval)
        #expect(try !codes(forged).isEmpty)
    }

    @Test func aPaymentBeyondWhatWasApprovedOrPayableShows() throws {
        let journal = try honest()
        let entries = journal.entries.map(\.entry)
        let paid = try #require(entries.firstIndex { $0.kind.name == "paid" })
        let payment = String(decoding: entries[paid].payload, as: UTF8.self)
        let amount = try #require(payment.split(separator: "\"").dropFirst(3).first)
        var forged = entries
        forged[paid] = try changed(entries[paid], "\"amount\":\"\(amount)\"", "\"amount\":\"100.01\"")
        let found = try codes(forged)
        #expect(found.contains(.paymentRefused) && found.contains(.paymentAbovePayable))
        // The same without a request: only the rule of the database is left.
        forged = Array(forged.prefix(paid + 1))
        #expect(try codes(forged).contains(.paymentAbovePayable))
    }
}
