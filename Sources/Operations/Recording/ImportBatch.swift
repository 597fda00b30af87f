internal import Audit
internal import Contracts
internal import JSON
internal import Storage
internal import Values

/// A batch of an import, judged before anything of it is written.
struct ImportBatch: Sendable {
    /// Contracts that are not registered, ready to be written together.
    private(set) var drafts: [(position: Int, submission: Submission, draft: Draft)] = []
    /// Dossiers to be taken one by one: of contracts that are registered or stand in the batch a second time.
    private(set) var singles: [(position: Int, submission: Submission)] = []
    /// Those that need nothing more.
    private(set) var results: [ImportResult] = []

    /// Reads the dossiers; `journals` finds the journals of those of the numbers that are registered.
    static func judge(
        _ dossiers: [(position: Int, bytes: [UInt8])], _ context: DraftContext,
        journals: ([String]) async throws -> [String: ContractJournal]
    ) async throws -> ImportBatch {
        var batch = ImportBatch()
        var parser = JSONParser()
        var firsts: [(position: Int, submission: Submission)] = []
        var seen: Set<String> = []
        for (position, bytes) in dossiers {
            do throws(Problems) {
                let submission = try Submission.read(bytes, today: context.today, with: &parser)
                if seen.insert(submission.number).inserted {
                    firsts.append((position, submission))
                } else {
                    batch.singles.append((position, submission))
                }
            } catch { batch.results.append(ImportResult(position: position, number: nil, outcome: .invalid(error))) }
        }
        let registered = try await journals(firsts.map(\.submission.number))
        for (position, submission) in firsts {
            if let journal = registered[submission.number] {
                batch.compare(position, submission, journal)
            } else {
                try batch.draft(position, submission, context, with: &parser)
            }
        }
        return batch
    }

    private mutating func compare(_ position: Int, _ submission: Submission, _ journal: ContractJournal) {
        let comparison = Comparison(submission, journal)
        if comparison.conflicts.isEmpty, !comparison.new.isEmpty {
            singles.append((position, submission))
        } else {
            let outcome: ImportResult.Outcome =
                comparison.conflicts.isEmpty ? .unchanged : .conflicting(comparison.conflicts)
            results.append(ImportResult(position: position, number: submission.number, outcome: outcome))
        }
    }

    private mutating func draft(
        _ position: Int, _ submission: Submission, _ context: DraftContext, with parser: inout JSONParser
    ) throws {
        do {
            drafts.append((position, submission, try Draft(registering: submission, context, with: &parser)))
        } catch {
            guard let outcome = ImportResult.Outcome(refusal: error) else { throw error }
            results.append(ImportResult(position: position, number: submission.number, outcome: outcome))
        }
    }
}

extension ImportResult.Outcome {
    /// What an error says about the dossier; nil where it says something about the database.
    init?(refusal error: any Error) {
        switch OperationError(error) {
        case .invalid(let problems): self = .invalid(problems)
        case .conflicting(let conflicts): self = .conflicting(conflicts)
        case .database(let state) where ["22", "23", "54"].contains(state.prefix(2)):
            self = .conflicting([Conflict(pointer: "", code: .refusedByDatabase, detail: state)])
        default: return nil
        }
    }
}
