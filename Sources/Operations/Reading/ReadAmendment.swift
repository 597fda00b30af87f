public import Audit
public import Contracts
internal import JSON
public import Payables
internal import Storage
internal import Values

/// A supplementary agreement (补充协议) beside what was in force before it.
public struct AmendmentAnswer: Sendable {
    /// Its entry in the journal.
    public let entry: JournalEntry
    /// The terms that it put in the place of those of `before`.
    public let terms: Contract
    /// The statement just before it was recorded, on the day of it or of its recording, whichever is later.
    public let before: Statement
    /// The statement on the same day, with it.
    public let after: Statement
    /// Whether it was voided since.
    public let isVoided: Bool
}

extension Workspace {
    /// A contract's amendment by its number, 1 for the first that was recorded; nil where there are fewer.
    public func amendment(
        _ number: Int, of contract: String, by caller: Caller
    ) async throws(OperationError) -> AmendmentAnswer? {
        try await readingContract("read-amendment", .contract(contract), by: caller) { _, stored in
            let journal = stored.journal
            let amendments = journal.entries.filter(\.entry.isAmendment)
            guard amendments.indices.contains(number - 1) else { return nil }
            let entry = amendments[number - 1].entry
            guard let earlier = journal.first(entry.number - 1), let later = journal.first(entry.number) else {
                return nil
            }
            let day = max(entry.occurredOn, entry.recordedAt.dayInChina ?? effects.today)
            let (before, after) = try (
                StatementAnswer(of: earlier.dossier(asOf: day), version: entry.number, holidays).statement,
                StatementAnswer(of: later.dossier(asOf: day), version: entry.number, holidays).statement
            )
            guard let fact = after.dossier.facts.last, case .amended(let terms) = fact.kind else { return nil }
            let today = try StatementAnswer(
                of: journal.dossier(asOf: max(effects.today, day)), version: entry.number, holidays
            ).statement
            return AmendmentAnswer(
                entry: entry, terms: terms, before: before, after: after,
                isVoided: today.dossier.standing.voided.contains(after.dossier.facts.count - 1))
        }
    }
}

extension JournalEntry {
    /// Whether it puts new terms in the place of the old ones.
    public var isAmendment: Bool {
        if case .fact(.amended, _) = kind { true } else { false }
    }
}
