internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

extension Route {
    /// What is printed, as PDF.
    static let papers = [paymentForm, statementPaper, assessmentNotice]

    private static let paymentForm = Route(
        method: .get, path: "/api/v1/payment-requests/{id}/form",
        summary: "The approval form of a payment request (付款审批单).", tag: .requests,
        access: .permission(.readContracts), parameters: [.path("id", .text(1...64), "The payment request.")],
        answers: [file(["application/pdf"], "The form on A4.")], refusals: [.notFound]
    ) { call in
        .paper(try await call.workspace.paymentForm(of: call.path[0], by: try call.caller()))
    }

    private static let statementPaper = Route(
        method: .get, path: "/api/v1/contracts/{number}/statement/paper",
        summary: "The statement with the reason of every figure (付款结算单).", tag: .contracts,
        access: .permission(.readContracts),
        parameters: [
            .contract, .asOf, .query("knownAt", .oneOf([.instant, .day]), "Only what was recorded by then."),
        ],
        answers: [file(["application/pdf"], "The statement on A4, in the language asked for.")],
        refusals: [.notFound, .invalid]
    ) { call in
        let (day, moment) = try call.query { ($0.day("asOf"), $0.moment("knownAt")) }
        return .paper(
            try await call.workspace.statementPaper(
                of: call.path[0], asOf: day, knownAt: moment, in: call.language, by: try call.caller()))
    }

    private static let assessmentNotice = Route(
        method: .get, path: "/api/v1/contracts/{number}/assessments/{assessment}/notice",
        summary: "The notice of an assessment to the supplier (考核结果通知书).", tag: .contracts,
        access: .permission(.readContracts),
        parameters: [.contract, .path("assessment", .text(1...64), "Id of the assessment."), .asOf],
        answers: [file(["application/pdf"], "The notice on A4, in the language asked for.")],
        refusals: [.notFound, .invalid]
    ) { call in
        let day = try call.query { $0.day("asOf") }
        return .paper(
            try await call.workspace.assessmentNotice(
                of: call.path[1], of: call.path[0], asOf: day, in: call.language, by: try call.caller()))
    }
}

extension Answer {
    fileprivate static func paper(_ paper: PrintedPaper) -> Answer {
        .file(paper.bytes, "application/pdf", named: paper.fileName)
    }
}
