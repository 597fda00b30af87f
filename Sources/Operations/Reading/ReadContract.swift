internal import Audit
internal import Contracts
internal import JSON
public import Payables
internal import Storage
internal import Values

/// A contract as it stands today.
public struct ContractAnswer: Sendable {
    /// The terms in force, canonical JSON (payable.md, section 2).
    public let terms: [UInt8]
    /// What days are working days, JSON: a word or a table.
    public let calendar: [UInt8]
    /// Number of the last journal entry.
    public let version: Int
    /// Hash of it, in hexadecimal.
    public let head: String
    public let statement: Statement
    /// Whether the command had been carried out before under the same idempotency key; false for a question.
    public let isReplayed: Bool
}

extension Workspace {
    /// A contract's terms, version and figures.
    public func contract(_ number: String, by caller: Caller) async throws(OperationError) -> ContractAnswer {
        try await readingContract("read-contract", .contract(number), by: caller) { _, stored in
            try contractAnswer(stored.journal, asOf: effects.today)
        }
    }

    func contractAnswer(_ journal: ContractJournal, asOf day: CalendarDay) throws -> ContractAnswer {
        var parser = JSONParser()
        let dossier = try Dossier.reading(journal.dossier(asOf: day), with: &parser, holidays)
        let statement = try Payables.statement(of: dossier)
        let registration = journal.entries[0].entry.payload
        let terms = dossier.standing.termsFact.map { journal.facts[$0].entry.payload } ?? registration
        return ContractAnswer(
            terms: Self.member("contract", of: terms), calendar: Self.member("calendar", of: registration),
            version: journal.head.entry.number, head: journal.head.hash.description, statement: statement,
            isReplayed: false)
    }

    private static func member(_ name: StaticString, of payload: [UInt8]) -> [UInt8] {
        var parser = JSONParser()
        var output = TextOutput()
        _ = payload.withUnsafeBufferPointer { bytes in
            parser.parse(bytes) { _ = $0.member(name)?.writeCanonical(to: &output) }
        }
        return output.bytes
    }
}
