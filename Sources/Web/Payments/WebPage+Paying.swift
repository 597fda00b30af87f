internal import Contracts
internal import HTML
internal import HTTPTypes
internal import Operations
internal import Requests
internal import Serving
internal import Values

extension WebPage {
    /// Payments of the treasury, and what came back of them.
    static let paying: [WebPage] = [
        .get(payPath, .permissions([.recordPayments])) { visit in
            let page = PayPage(visit: visit, review: try await read(visit))
            return page.page(page.form())
        },
        .post(payPath, .permissions([.recordPayments])) { visit in
            try await record(visit, read: { PayPage(visit: visit, review: try await read(visit)) }) { form, version in
                let answer = try await visit.workspace.recordPayment(
                    form.json, on: visit.path[0], idempotencyKey: form.key, expectedVersion: version,
                    by: try visit.caller())
                return visit.words.payments.paid(form.amount ?? answer.request.request.paid.grouped)
            }
        },
        .get(returnPath, .permissions([.recordPayments])) { visit in
            let page = try await returnPage(visit)
            return page.page(page.form())
        },
        .post(returnPath, .permissions([.recordPayments])) { visit in
            try await record(visit, read: { try await returnPage(visit) }) { form, version in
                _ = try await visit.workspace.recordReturn(
                    form.json, of: visit.path[1], idempotencyKey: form.key, expectedVersion: version,
                    by: try visit.caller())
                return visit.words.payments.returned(form.amount ?? "")
            }
        },
    ]

    private static let payPath: PathTemplate = "/payments/{id}/pay"
    private static let returnPath: PathTemplate = "/payments/{id}/payments/{payment}/return"

    private static func read(_ visit: Visit) async throws -> RequestReview {
        try await visit.workspace.requestReview(visit.path[0], by: try visit.caller())
    }

    private static func returnPage(_ visit: Visit) async throws -> PayPage {
        let review = try await read(visit)
        guard let paid = review.payments.first(where: { $0.payment.id == visit.path[1] }) else {
            throw OperationError.unknownPayment
        }
        return PayPage(visit: visit, review: review, returning: paid)
    }

    /// Carries the form out; `act` returns what to tell on the next page.
    private static func record(
        _ visit: Visit, read: () async throws -> PayPage, _ act: (FilledForm, Int?) async throws -> String
    ) async throws -> Answer {
        let before = try await read()
        var form = before.form(visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return before.page(form, status: .unprocessableContent) }
        let version = FilledForm.version(of: visit.form)
        do {
            let notice = try await act(form, version)
            return .seeOther(PaymentPlace.request(visit.path[0]), notice: notice)
        } catch {
            let status = try form.noteFailure(error, in: visit.language)
            var after = try await read()
            if status == .preconditionFailed { after.seen = version }
            return after.page(form, status: status)
        }
    }
}

extension FilledForm {
    /// What was typed as the amount, as people read it.
    fileprivate var amount: String? { self["/amount"].flatMap { Money(typed: $0)?.grouped } }
}
