internal import Postgres
public import Storage
public import Values

/// A page of the work list of assessments.
public struct AssessmentPage: Sendable {
    public let assessments: [ListedAssessment]
    /// Of all that the caller sees, by state.
    public let totals: [AssessmentTotal]
    /// The day of the figures.
    public let asOf: CalendarDay
}

extension Workspace {
    /// A page of the assessments over all contracts that the caller sees: what waits, what comes, or what is over.
    public func assessments(
        _ filter: AssessmentFilter = AssessmentFilter(), after mark: AssessmentMark? = nil, limit: Int,
        by caller: Caller
    ) async throws(OperationError) -> AssessmentPage {
        let today = effects.today
        return try await readingList("list-assessments", by: caller) { _, scope in
            [
                ListedAssessment.page(scope, filter, after: mark, limit: limit), ListedAssessment.totals(scope),
            ]
        } _: { answers in
            AssessmentPage(
                assessments: try answers.next().map(ListedAssessment.init),
                totals: try answers.next().map(AssessmentTotal.init), asOf: today)
        }
    }
}
