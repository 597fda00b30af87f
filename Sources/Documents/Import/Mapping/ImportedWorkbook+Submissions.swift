extension ImportedWorkbook {
    /// What a filled-in form asks for, contracts first, then facts in the order of their rows; or everything that is
    /// wrong with it. Contracts are checked together with their facts as the service will; facts of contracts that the
    /// form does not hold are left to the service (``ImportSubmission/problem(_:)``).
    public func submissions() throws(ImportProblems) -> [ImportSubmission] {
        var mapping = FormMapping(self)
        let submissions = mapping.submissions()
        guard mapping.problems.isEmpty else { throw ImportProblems(ordered(mapping.problems)) }
        return submissions
    }

    /// By sheet, row, column; each once.
    private func ordered(_ problems: [ImportProblem]) -> [ImportProblem] {
        let positions = Dictionary(
            sheets.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<ImportProblem> = []
        let unique = problems.filter { seen.insert($0).inserted }
        return unique.enumerated().sorted { left, right in
            let (first, second) = (positions[left.element.sheet] ?? 0, positions[right.element.sheet] ?? 0)
            return (first, left.element.cell, left.offset) < (second, right.element.cell, right.offset)
        }.map(\.element)
    }
}
