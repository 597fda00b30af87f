import Audit
import Contracts
import DossierSupport
import Requests
import TestSupport
import Values

@testable import Bundles

/// What somebody may do to the entries of a contract: change some, and chain all again so that every hash fits.
enum Forgery {
    /// The entries with changed ones among them, chained again from the first on.
    static func rechained(_ entries: [JournalEntry]) -> ContractJournal? {
        var sealed: [SealedEntry] = []
        for entry in entries {
            sealed.append(
                SealedEntry(
                    JournalEntry(
                        contract: entry.contract, number: sealed.count + 1, kind: entry.kind, origin: entry.origin,
                        recordedAt: entry.recordedAt, recordedBy: entry.recordedBy, occurredOn: entry.occurredOn,
                        payload: entry.payload, previous: sealed.last?.hash ?? .none)))
        }
        return ContractJournal(sealed)
    }

    /// One entry changed at random: backdated, another person, another amount or text; nil where it cannot be.
    static func changed(_ entry: JournalEntry, _ random: inout SeededGenerator) -> JournalEntry? {
        var (moment, day, person, payload) = (entry.recordedAt, entry.occurredOn, entry.recordedBy, entry.payload)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: moment = Instant(microseconds: moment.microseconds - 1)
        case 1: person += "甲"
        case 2:
            guard let earlier = try? day.adding(days: -1) else { return nil }
            day = earlier
        default:
            guard let other = otherDigit(payload, &random) else { return nil }
            payload = other
        }
        return JournalEntry(
            contract: entry.contract, number: entry.number, kind: entry.kind, origin: entry.origin,
            recordedAt: moment, recordedBy: person, occurredOn: day, payload: payload, previous: entry.previous)
    }

    /// The payload with one digit of an amount changed; nil where it has none.
    static func otherDigit(_ payload: [UInt8], _ random: inout SeededGenerator) -> [UInt8]? {
        let name = Array("\"amount\":\"".utf8)
        let starts = payload.indices.filter { payload[$0...].starts(with: name) }
        guard let start = starts.randomElement(using: &random).map({ $0 + name.count }) else { return nil }
        let digits = payload[start...].prefix { $0 != UInt8(ascii: "\"") }.indices.filter {
            (UInt8(ascii: "1")...UInt8(ascii: "8")).contains(payload[$0])
        }
        guard let place = digits.randomElement(using: &random) else { return nil }
        var changed = payload
        changed[place] += 1
        return changed
    }
}
