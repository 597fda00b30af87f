internal import Audit
internal import JSON
internal import Postgres
internal import Storage

extension Workspace {
    /// Contracts that are computed afresh in one transaction.
    static let mostRecomputed = 200

    /// Computes the figures of contracts afresh from their journals, for today, in the transaction of a session. A
    /// payment request whose payable changed with the days becomes stale.
    func recompute(_ contracts: [String], _ session: Session) async throws {
        let journals = try await session.lockJournals(of: contracts)
        try await loadCalendar(try await session.calendarNumber())
        var parser = JSONParser()
        let context = DraftContext(
            origin: .recorded, now: effects.now(), today: effects.today, user: effects.user, holidays: holidays)
        let writes = try journals.values.sorted { $0.head.entry.contract < $1.head.entry.contract }
            .map { try Draft(adding: [], to: $0, context, with: &parser).write }
        if !writes.isEmpty { try await session.store(writes, removing: .everything) }
    }

    /// The same in transactions of its own: together, or where that fails one by one. Returns what could not be
    /// computed.
    func recompute(_ contracts: [String]) async throws(OperationError) -> [String: OperationError] {
        if contracts.isEmpty { return [:] }
        do {
            try await database.withTransaction { try await recompute(contracts, $0) }
            return [:]
        } catch {
            let failure = OperationError(error, contract: contracts[0])
            guard contracts.count > 1 else {
                switch failure {
                case .invalid, .conflicting, .journalBroken, .database: return [contracts[0]: failure]
                default: throw failure
                }
            }
        }
        var failures: [String: OperationError] = [:]
        for contract in contracts { failures.merge(try await recompute([contract])) { first, _ in first } }
        return failures
    }
}
