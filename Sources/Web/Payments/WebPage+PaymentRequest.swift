internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// A payment request, its approval, and the form to print.
    static let review: [WebPage] = [
        .get("/payments/{id}", .permissions([.readContracts])) { visit in
            let page = RequestPage(visit: visit, review: try await read(visit))
            return page.page(page.approval())
        },
        // Where a browser comes back to after a refusal.
        .get("/payments/{id}/approve", .permissions([.readContracts])) { .seeOther(PaymentPlace.request($0.path[0])) },
        .post("/payments/{id}/approve", .permissions(RequestEnding.approving)) { visit in
            let before = RequestPage(visit: visit, review: try await read(visit))
            var form = before.approval(visit.form)
            form.check(in: visit.language)
            guard !form.isFaulty else { return before.page(form, status: .unprocessableContent) }
            let version = FilledForm.version(of: visit.form)
            do {
                _ = try await visit.workspace.decideRequest(
                    visit.path[0], form.json(adding: [("/decision", "approve")]), idempotencyKey: form.key,
                    expectedVersion: version, proof: form.proof, by: try visit.caller())
                return .seeOther(PaymentPlace.request(visit.path[0]), notice: visit.words.payments.approved)
            } catch {
                let status = try form.noteFailure(error, in: visit.language)
                let seen = status == .preconditionFailed ? version : nil
                return RequestPage(visit: visit, review: try await read(visit), seen: seen).page(form, status: status)
            }
        },
        .get("/payments/{id}/form", .permissions([.readContracts])) { visit in
            let paper = try await visit.workspace.paymentForm(of: visit.path[0], by: try visit.caller())
            return .download(paper.bytes, "application/pdf", as: paper.fileName)
        },
    ]

    private static func read(_ visit: Visit) async throws -> RequestReview {
        try await visit.workspace.requestReview(visit.path[0], by: try visit.caller())
    }
}
