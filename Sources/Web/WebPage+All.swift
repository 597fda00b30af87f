extension WebPage {
    /// Every page, one folder a set of them.
    static let all: [WebPage] = [
        session, desk, registration,
        contractList, contract, contractHistory, contractFiles, recordFact, voidFact, amend, amendments, documents,
        assessments, assessmentForms, assessmentSteps, payments, audit, system, me,
    ].flatMap { $0 }
}
