internal import Audit
internal import Contracts
public import Documents
internal import Tables
public import Values

/// What became of a filled-in form.
public enum WorkbookImport: Sendable {
    /// Everything in it is recorded; sent again it changes nothing.
    case recorded(contracts: Int, facts: Int)
    /// Something in it is wrong: what, cell by cell, and the same form with the cells marked. What stands before the
    /// first row that the service refused is recorded; sent again, it is passed over.
    case problems([ImportProblem], marked: [UInt8])
}

extension Workspace {
    /// An empty form for contracts, invoices and assessments (XLSX), for whoever may log in.
    public func importTemplate(
        in language: Language, by caller: Caller = .console
    ) async throws(OperationError) -> [UInt8] {
        if caller != .console { _ = try await actor(of: caller) }
        let (directory, now) = (effects.temporaryDirectory, effects.now())
        return try await mappingErrors {
            let file = try TemporaryFile(in: directory)
            try ImportTemplate.write(at: file.path, writtenAt: now, in: language)
            return try file.bytes()
        }
    }

    /// Records what a filled-in form says, row by row, in the name of a caller: each row by the same rules as over the
    /// interface. A row's key is made of its own content, so the same form again records nothing twice.
    public func importWorkbook(
        _ bytes: [UInt8], in language: Language, by caller: Caller
    ) async throws(OperationError) -> WorkbookImport {
        if caller != .console { _ = try await actor(of: caller) }
        let workbook: ImportedWorkbook
        do throws(WorkbookError) { workbook = try .read(bytes) } catch { throw .workbook(error) }
        let submissions: [ImportSubmission]
        do throws(ImportProblems) { submissions = try workbook.submissions() } catch {
            return .problems(error.list, marked: try await marked(workbook, error.list, in: language))
        }
        var (contracts, facts) = (0, 0)
        for submission in submissions {
            do throws(OperationError) {
                try await record(submission, by: caller)
                if submission.call == .register { contracts += 1 } else { facts += 1 }
            } catch {
                guard let problems = submission.problems(error) else { throw error }
                return .problems(problems, marked: try await marked(workbook, problems, in: language))
            }
        }
        return .recorded(contracts: contracts, facts: facts)
    }

    private func record(_ submission: ImportSubmission, by caller: Caller) async throws(OperationError) {
        let key = "form:" + ContentHash(of: Array(submission.contract.utf8) + [0] + submission.body).description
        switch submission.call {
        case .register: _ = try await registerContract(submission.body, idempotencyKey: key, by: caller)
        case .record:
            _ = try await recordFact(submission.body, of: submission.contract, idempotencyKey: key, by: caller)
        }
    }

    func marked(
        _ workbook: ImportedWorkbook, _ problems: [ImportProblem], in language: Language
    ) async throws(OperationError) -> [UInt8] {
        let (directory, now) = (effects.temporaryDirectory, effects.now())
        return try await mappingErrors {
            let file = try TemporaryFile(in: directory)
            try ImportTemplate.write(workbook, marked: problems, at: file.path, writtenAt: now, in: language)
            return try file.bytes()
        }
    }
}

extension ImportSubmission {
    /// What the service said of the row, at its cells; nil for what is no fault of the form.
    func problems(_ error: OperationError) -> [ImportProblem]? {
        switch error {
        case .invalid(let problems): problems.list.map(problem)
        case .conflicting(let conflicts):
            conflicts.map { conflict in
                let wording = Wording(conflict.message(in: .chinese), conflict.message(in: .english))
                return refusal(conflict.code.rawValue, wording, at: conflict.pointer)
            }
        case .unknownContract:
            [refusal(error.code, Wording(error.message(in: .chinese), error.message(in: .english)), at: "")]
        default: nil
        }
    }
}
