extension WebPage {
    /// Every page, one folder a set of them.
    static let all: [WebPage] = [
        session, desk, contractList, assessments, assessmentForms, assessmentSteps, audit, system, me,
    ].flatMap { $0 }
}
