internal import Audit
internal import Contracts
internal import Storage
public import Values

/// A statement as a door writes it.
public struct WrittenStatement: Sendable {
    /// What was written of it.
    public let bytes: [UInt8]
    /// The contract's version.
    public let version: Int

    /// Everything on which the writing depends; the head stands for the whole journal (decision 0048).
    struct Key: Hashable, Sendable {
        let head: EntryHash
        let asOf: CalendarDay
        let calendar: Int
        let language: Language
    }
}

extension Workspace {
    /// The statement of all that is recorded, as of a day (today for nil), written once for each journal, day, calendar
    /// and language. Whoever asks must see the contract each time.
    public func statement(
        of contract: String, asOf: CalendarDay?, in language: Language, by caller: Caller,
        writing write: (StatementAnswer) -> [UInt8]
    ) async throws(OperationError) -> WrittenStatement {
        try await readingContract("read-statement", .contract(contract), by: caller) { _, stored in
            let (day, head) = (asOf ?? effects.today, stored.journal.head)
            let key = WrittenStatement.Key(
                head: head.hash, asOf: day, calendar: stored.calendar, language: language)
            if let written = writings.value(for: key) { return written }
            let answer = try StatementAnswer(
                of: stored.journal.dossier(asOf: day), version: head.entry.number, holidays)
            let written = WrittenStatement(bytes: write(answer), version: answer.version)
            writings.keep(written, for: key)
            return written
        }
    }
}
