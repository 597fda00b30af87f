import Contracts
import TestSupport
import Testing
import Values

@testable import Audit

/// The encoding is for ever: entries written by any version must hash to the same by every later one.
/// Tests/Fixtures/journal-entries.txt: one line an entry, its hash, a space, its bytes.
@Suite struct GoldenEntryTests {
    private static let lines = String(decoding: Fixtures.bytes("Tests/Fixtures/journal-entries.txt"), as: UTF8.self)
        .split(separator: "\n").map(String.init)

    /// Three entries of a contract with everything that is written in more than one way elsewhere.
    private static func journal() throws -> ContractJournal {
        let day = try #require(CalendarDay("2021-12-25"))
        let registration = SealedEntry(
            JournalEntry(
                contract: "MS-2020/“天府”", number: 1, kind: .registered, origin: .imported,
                recordedAt: try #require(Instant("2022-01-31T01:30:00.25Z")), recordedBy: "王会计\t\"\\", occurredOn: day,
                payload: Array(#"{"calendar":"none","contract":{"number":"MS-2020/“天府”"}}"#.utf8), previous: .none))
        var journal = ContractJournal(registration: registration)
        journal.append(
            .fact(.event, id: "f2"), payload: Array(#"{"event":"signed","id":"f2","kind":"event","on":"2021-12-25"}"#.utf8),
            occurredOn: day, origin: .imported, at: Instant(microseconds: 0), by: "import")
        journal.append(
            .fact(.paid, id: "f3"),
            payload: Array(#"{"amount":"1.00","id":"f3","installment":"a","kind":"paid","note":"\u0001é😀","on":"2022-01-31"}"#.utf8),
            occurredOn: try #require(CalendarDay("2022-01-31")), origin: .recorded,
            at: try #require(Instant("2022-02-01T00:00:00.000001+08:00")), by: "出纳")
        return journal
    }

    @Test func encodeToTheCommittedBytesAndHashes() throws {
        let journal = try Self.journal()
        #expect(journal.entries.map { "\($0.hash) " + String(decoding: $0.bytes, as: UTF8.self) } == Self.lines)
    }

    @Test func readBackFromTheirBytes() throws {
        for (line, sealed) in zip(Self.lines, try Self.journal().entries) {
            let parts = line.split(separator: " ", maxSplits: 1)
            let read = try SealedEntry(reading: Array(String(parts[1]).utf8))
            #expect(read == sealed)
            #expect(read.hash.description == parts[0])
        }
    }

    @Test func otherBytesAreNoEntries() throws {
        let line = try #require(Self.lines.first)
        let text = String(line.split(separator: " ", maxSplits: 1)[1])
        func error(_ text: String) -> EntryError? {
            do throws(EntryError) {
                _ = try SealedEntry(reading: Array(text.utf8))
                return nil
            } catch { return error }
        }
        #expect(error(text) == nil)
        #expect(error(text + " ") == .notCanonical)
        #expect(error(" " + text) == .notCanonical)
        #expect(error(String(text.dropLast())) == .malformed)
        #expect(error("") == .malformed)
        #expect(error("{}") == .malformed)
        #expect(error(text.replacing("tranche-journal/1", with: "tranche-journal/2")) == .unknownVersion)
        #expect(error(text.replacing("+08:00", with: "+07:00")) == .notCanonical)
        #expect(error(text.replacing("\"number\":1,", with: "\"number\":01,")) == .malformed)
        #expect(error(text.replacing("\"version\"", with: "\"extra\":1,\"version\"")) == .malformed)
    }
}
