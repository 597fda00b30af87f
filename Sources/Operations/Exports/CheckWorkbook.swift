public import Documents
internal import Tables
public import Values

/// What a filled-in form would record.
public enum WorkbookCheck: Sendable {
    /// Nothing is wrong with what can be told beforehand.
    case recordable(contracts: [Registrable], facts: [Fact])
    /// What is wrong, cell by cell, and the same form with the cells marked.
    case problems([ImportProblem], marked: [UInt8])

    /// A contract of the form.
    public struct Registrable: Sendable {
        /// The body of its registration.
        public let body: [UInt8]
        public let preview: RegistrationPreview
    }

    /// Something else that the form records of a contract: the sheet and the row it is in.
    public struct Fact: Sendable {
        public let contract: String
        public let sheet: String
        public let row: Int
    }
}

extension Workspace {
    /// Reads a filled-in form and tells what ``importWorkbook(_:in:by:)`` would record. Nothing is written. A contract
    /// that is registered already is no problem here: it may have come from the same form.
    public func checkWorkbook(
        _ bytes: [UInt8], in language: Language, by caller: Caller
    ) async throws(OperationError) -> WorkbookCheck {
        if caller != .console { _ = try await actor(of: caller) }
        let workbook: ImportedWorkbook
        do throws(WorkbookError) { workbook = try .read(bytes) } catch { throw .workbook(error) }
        let submissions: [ImportSubmission]
        do throws(ImportProblems) { submissions = try workbook.submissions() } catch {
            return .problems(error.list, marked: try await marked(workbook, error.list, in: language))
        }
        var contracts: [WorkbookCheck.Registrable] = []
        var problems: [ImportProblem] = []
        for submission in submissions where submission.call == .register {
            do throws(OperationError) {
                let preview = try await previewRegistration(submission.body, by: caller)
                let conflicts = preview.conflicts.filter { $0.code != .contractRegistered }
                problems += submission.problems(.conflicting(conflicts)) ?? []
                contracts.append(WorkbookCheck.Registrable(body: submission.body, preview: preview))
            } catch {
                guard let found = submission.problems(error) else { throw error }
                problems += found
            }
        }
        guard problems.isEmpty else {
            return .problems(problems, marked: try await marked(workbook, problems, in: language))
        }
        let facts = submissions.filter { $0.call == .record }.map {
            WorkbookCheck.Fact(contract: $0.contract, sheet: $0.sheet, row: $0.row)
        }
        return .recordable(contracts: contracts, facts: facts)
    }
}
