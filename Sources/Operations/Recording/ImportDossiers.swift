internal import Audit
internal import Contracts
internal import JSON
internal import Postgres
internal import Storage

extension Workspace {
    /// Dossiers, and bytes of them, that are judged and written together (decision 0012).
    private static let mostDossiers = 500
    private static let mostBytes = 16 << 20

    /// Imports dossiers (JSON, payable.md 2.4; `asOf` may be missing and does not matter). Each contract is taken whole
    /// or not at all, and a refused one stops no other. The same dossier again changes nothing; one that goes on is
    /// appended. `report` hears of each dossier, `progress` of the sums after each batch. Throws where the database
    /// fails.
    public nonisolated(nonsending) func importDossiers<Source: AsyncSequence & Sendable>(
        _ dossiers: Source, report: (ImportResult) throws -> Void = { _ in },
        progress: (ImportSummary) -> Void = { _ in }
    ) async throws -> ImportSummary where Source.Element == [UInt8] {
        var reader = DossierBatches(dossiers, mostDossiers: Self.mostDossiers, mostBytes: Self.mostBytes)
        var summary = ImportSummary()
        var judged: ImportBatch?
        while true {
            let batch = try await reader.next()
            // The next batch is read and computed while the database writes the last one.
            async let following = judge(batch)
            if let judged {
                for result in try await write(judged) {
                    summary.count(result.outcome)
                    try report(result)
                }
                progress(summary)
            }
            judged = try await following
            if judged == nil { return summary }
        }
    }

    private func judge(_ dossiers: [(position: Int, bytes: [UInt8])]) async throws(OperationError) -> ImportBatch? {
        if dossiers.isEmpty { return nil }
        return try await mappingErrors {
            try await loadCalendar(try await database.withConnection { try await $0.calendarNumber() })
            return try await ImportBatch.judge(dossiers, importContext) { try await database.journals(of: $0) }
        }
    }

    private var importContext: DraftContext {
        DraftContext(
            origin: .imported, now: effects.now(), today: effects.today, user: effects.user, holidays: holidays)
    }

    /// What the batch came to, in the order of the dossiers.
    private func write(_ batch: ImportBatch) async throws(OperationError) -> [ImportResult] {
        var results = batch.results
        var singles = batch.singles
        let isWritten = try await writeTogether(batch.drafts.map(\.draft.write))
        for (position, submission, _) in batch.drafts {
            guard isWritten != true else {
                let outcome = ImportResult.Outcome.registered(facts: submission.facts.count)
                results.append(ImportResult(position: position, number: submission.number, outcome: outcome))
                continue
            }
            singles.append((position, submission))
        }
        singles.sort { $0.position < $1.position }
        let drafted = Set(batch.drafts.map(\.position))
        for (position, submission) in singles {
            let mayBeWritten = isWritten == nil && drafted.contains(position)
            let outcome = try await take(
                submission, expected: mayBeWritten ? .registered(facts: submission.facts.count) : nil)
            results.append(ImportResult(position: position, number: submission.number, outcome: outcome))
        }
        return results.sorted { $0.position < $1.position }
    }

    /// Whether the new contracts were written; nil where the answer was lost. One that the database refuses takes all
    /// with it. In both cases they are then taken one by one.
    private func writeTogether(_ writes: [ContractWrite]) async throws(OperationError) -> Bool? {
        if writes.isEmpty { return true }
        do {
            try await database.withTransaction(deadline: .after(.seconds(300))) { try await $0.copy(writes) }
            return true
        } catch {
            let error = OperationError(error)
            if error == .cancelled { throw error }
            return error == .outcomeUnknown ? nil : false
        }
    }

    /// Takes one dossier in a transaction of its own. Where the answer to COMMIT is lost it looks again; `expected` is
    /// what an earlier attempt came to if all of it is found recorded.
    private func take(
        _ submission: Submission, expected: ImportResult.Outcome? = nil
    ) async throws(OperationError) -> ImportResult.Outcome {
        var attempts = 0
        var expected = expected
        while true {
            attempts += 1
            var outcome: ImportResult.Outcome?
            do {
                return try await database.withTransaction { session in
                    let taken = try await take(submission, session)
                    outcome = taken
                    return taken == .unchanged ? expected ?? taken : taken
                }
            } catch {
                if let refusal = ImportResult.Outcome(refusal: error), !Self.isRace(error) { return refusal }
                let failure = OperationError(error, contract: submission.number)
                guard attempts < 5, failure == .outcomeUnknown || Self.isRace(error) else { throw failure }
                if failure == .outcomeUnknown { expected = outcome }
            }
        }
    }

    private func take(_ submission: Submission, _ session: Session) async throws -> ImportResult.Outcome {
        let journal = try await session.lockJournals(of: [submission.number])[submission.number]
        var parser = JSONParser()
        guard let journal else {
            let draft = try Draft(registering: submission, importContext, with: &parser)
            try await session.store([draft.write])
            return .registered(facts: submission.facts.count)
        }
        let comparison = Comparison(submission, journal)
        guard comparison.conflicts.isEmpty else { return .conflicting(comparison.conflicts) }
        guard !comparison.new.isEmpty else { return .unchanged }
        do {
            let draft = try Draft(adding: comparison.new.map(\.fact), to: journal, importContext, with: &parser)
            try await session.store([draft.write])
        } catch let problems as Problems {
            throw Problems(problems.list.map { $0.placed(in: submission, comparison, recorded: journal) })
        }
        return .appended(facts: comparison.new.count)
    }

    /// Somebody else registered the contract since it was looked for.
    private static func isRace(_ error: any Error) -> Bool {
        guard case .server(let server, _)? = error as? PostgresError else { return false }
        return server.constraint == "contract_pkey" || server.constraint == "journal_pkey"
    }
}

extension Problem {
    /// The same problem with a pointer into the submission, where its facts stand in another order than in the journal.
    fileprivate func placed(
        in submission: Submission, _ comparison: Comparison, recorded journal: ContractJournal
    ) -> Problem {
        let steps = pointer.split(separator: "/", omittingEmptySubsequences: false)
        guard steps.count > 2, steps[1] == "facts", let place = Int(steps[2]) else { return self }
        let facts = journal.facts
        let position: Int? =
            place >= facts.count
            ? comparison.new[place - facts.count].position
            : submission.facts.firstIndex { $0.id == facts[place].entry.kind.factID }
        guard let position else { return self }
        let rest = steps.dropFirst(3).map { "/" + $0 }.joined()
        return Problem(pointer: "/facts/\(position)" + rest, code: code, detail: detail)
    }
}
