import Contracts
import Testing
import Values

@testable import Audit

@Suite struct ChainTests {
    private func journal(_ contract: String = "A") -> ContractJournal {
        var journal = ContractJournal(
            registration: SealedEntry(
                JournalEntry(
                    contract: contract, number: 1, kind: .registered, origin: .imported,
                    recordedAt: Instant(microseconds: 1_000_000),
                    recordedBy: "clerk", occurredOn: .first, payload: Array(#"{"calendar":"none","contract":{}}"#.utf8),
                    previous: .none)))
        for number in 2...5 {
            journal.append(
                .fact(.event, id: "f\(number)"), payload: Array(#"{"id":"f\#(number)"}"#.utf8), occurredOn: .first,
                origin: .recorded, at: Instant(microseconds: Int64(number) * 1_000_000), by: "clerk")
        }
        return journal
    }

    private func fault(_ entries: [SealedEntry]) -> ChainFault? {
        do throws(ChainFault) {
            _ = try ContractJournal.verified(entries.map { ($0.bytes, $0.hash.bytes) })
            return nil
        } catch { return error }
    }

    @Test func aWholeChainHolds() {
        #expect(fault(journal().entries) == nil)
        #expect(fault(Array(journal().entries.prefix(2))) == nil)
    }

    @Test func whatIsMissingMovedOrForeignShows() {
        let entries = journal().entries
        #expect(fault([]) == ChainFault(number: 1, reason: .registrationMisplaced))
        #expect(fault(Array(entries.dropFirst())) == ChainFault(number: 1, reason: .registrationMisplaced))
        #expect(fault([entries[0], entries[2], entries[3]]) == ChainFault(number: 2, reason: .numberDiffers))
        #expect(fault([entries[0], entries[2], entries[1]]) == ChainFault(number: 2, reason: .numberDiffers))
        #expect(fault([entries[0], entries[0]]) == ChainFault(number: 2, reason: .numberDiffers))
        #expect(fault([entries[0], journal("B").entries[1]]) == ChainFault(number: 2, reason: .contractDiffers))
    }

    @Test func anEntryOfAnotherBranchShows() {
        let entries = journal().entries
        var other = ContractJournal(registration: entries[0])
        other.append(
            .fact(.event, id: "x"), payload: Array(#"{"id":"x"}"#.utf8), occurredOn: .first, origin: .recorded,
            at: Instant(microseconds: 2_000_000), by: "clerk")
        #expect(fault([entries[0], other.entries[1], entries[2]]) == ChainFault(number: 3, reason: .previousDiffers))
    }

    @Test func everyChangedByteShows() {
        let entries = journal().entries
        for (index, entry) in entries.enumerated() {
            for position in entry.bytes.indices {
                var stored = entries.map { (bytes: $0.bytes, hash: $0.hash.bytes) }
                stored[index].bytes[position] ^= 1
                #expect(throws: ChainFault.self) { try ContractJournal.verified(stored) }
            }
        }
    }

    @Test func theClockNeverGoesBack() {
        var journal = journal()
        journal.append(
            .fact(.event, id: "x"), payload: Array(#"{"id":"x"}"#.utf8), occurredOn: .first, origin: .recorded,
            at: Instant(microseconds: 0), by: "clerk")
        #expect(journal.head.entry.recordedAt == Instant(microseconds: 5_000_000))
        #expect(fault(journal.entries) == nil)
    }

    @Test func whatWasKnownAtAMoment() {
        let journal = journal()
        #expect(journal.known(at: Instant(microseconds: 999_999)) == nil)
        #expect(journal.known(at: Instant(microseconds: 3_000_000))?.entries.count == 3)
        #expect(journal.known(at: Instant(microseconds: 9_000_000)) == journal)
    }
}
