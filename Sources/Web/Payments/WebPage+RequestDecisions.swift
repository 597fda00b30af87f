internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// Rejecting, withdrawing and confirming again.
    static let deciding: [WebPage] = RequestEnding.allCases.flatMap { ending in
        let path = PathTemplate(stringLiteral: "/payments/{id}/\(ending.rawValue)")
        return [
            WebPage.get(path, ending.access) { visit in
                let page = RequestDecisionPage(visit: visit, review: try await read(visit), ending: ending)
                return page.page(page.form())
            },
            WebPage.post(path, ending.access) { try await decide(ending, $0) },
        ]
    }

    private static func decide(_ ending: RequestEnding, _ visit: Visit) async throws -> Answer {
        let before = RequestDecisionPage(visit: visit, review: try await read(visit), ending: ending)
        var form = before.form(visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return before.page(form, status: .unprocessableContent) }
        let version = FilledForm.version(of: visit.form)
        do {
            _ = try await visit.workspace.decideRequest(
                visit.path[0], form.json(adding: [("/decision", ending.rawValue)]), idempotencyKey: form.key,
                expectedVersion: version, by: try visit.caller())
            return .seeOther(
                PaymentPlace.request(visit.path[0]), notice: ending.notice(in: visit.words.payments))
        } catch {
            let status = try form.noteFailure(error, in: visit.language)
            let seen = status == .preconditionFailed ? version : nil
            let after = RequestDecisionPage(visit: visit, review: try await read(visit), ending: ending, seen: seen)
            return after.page(form, status: status)
        }
    }

    private static func read(_ visit: Visit) async throws -> RequestReview {
        try await visit.workspace.requestReview(visit.path[0], by: try visit.caller())
    }
}
