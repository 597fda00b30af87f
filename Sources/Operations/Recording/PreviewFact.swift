internal import Audit
internal import Contracts
internal import JSON
public import Payables
internal import Requests
internal import Storage
internal import Values

/// What recording a fact would change.
public struct FactPreview: Sendable {
    /// On the day of the fact where that is still to come, else today.
    public let before: Statement
    /// On the same day, with the fact.
    public let after: Statement
    /// Ids of the payment requests that would become stale.
    public let stale: [String]
    /// The contract's version that it was computed from: who records with it records what was shown.
    public let version: Int
}

extension Workspace {
    /// What ``recordFact(_:of:idempotencyKey:expectedVersion:by:)`` would change, decided in the same way and refused
    /// for the same reasons; nothing is written. What only the database knows of other contracts, such as a number of
    /// an invoice that is taken, shows when the fact is recorded.
    public func previewFact(
        _ fact: [UInt8], of contract: String, by caller: Caller
    ) async throws(OperationError) -> FactPreview {
        try await readingContract("preview-fact", .contract(contract), by: caller) { authority, stored in
            let context = DraftContext(
                origin: .recorded, now: effects.now(), today: effects.today, user: authority.name, holidays: holidays)
            let situation = Situation(authority: authority, contract: stored, context: context)
            try situation.requireRight(toRecord: fact)
            let submitted = try SubmittedFact.read(fact) { stored.journal.freeFactID() }
            var parser = JSONParser()
            let draft = try Draft(recording: submitted, situation, with: &parser)
            let version = stored.journal.entries.count
            let added = draft.journal.entries.dropFirst(version).map(\.entry)
            let day = max(effects.today, added.first?.occurredOn ?? effects.today)
            let (before, after) = try (
                StatementAnswer(of: stored.journal.dossier(asOf: day), version: version, holidays),
                StatementAnswer(of: draft.journal.dossier(asOf: day), version: version, holidays)
            )
            return FactPreview(
                before: before.statement, after: after.statement, stale: added.compactMap(\.staleRequest),
                version: version)
        }
    }
}

extension JournalEntry {
    /// The id of the payment request that became stale.
    fileprivate var staleRequest: String? {
        guard case .request(let event) = kind, case .stale(_) = event.step else { return nil }
        return event.request
    }
}
