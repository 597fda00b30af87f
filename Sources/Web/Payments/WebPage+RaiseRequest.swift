internal import Contracts
internal import HTTPTypes
internal import Operations
internal import Requests
internal import Serving
internal import Values

extension WebPage {
    /// Asking for payment on an installment.
    static let raising: [WebPage] = [
        .get(path, .permissions([.raiseRequests]), query: ["installment"]) { visit in
            let id = try visit.call.query { $0.text("installment") }
            let nodes = RaiseRequestNodes(visit: visit, preparation: try await prepare(visit, id))
            return nodes.page(nodes.form())
        },
        .post(path, .permissions([.raiseRequests])) { visit in
            let before = RaiseRequestNodes(
                visit: visit, preparation: try await prepare(visit, visit.form["/installment"]))
            var form = before.form(visit.form)
            form.check(in: visit.language)
            var status = HTTPResponse.Status.unprocessableContent
            if !form.isFaulty {
                do {
                    let answer = try await visit.workspace.raiseRequest(
                        form.json, on: visit.path[0], idempotencyKey: form.key,
                        expectedVersion: FilledForm.version(of: visit.form), by: try visit.caller())
                    return .seeOther(PaymentPlace.request(answer.request.id), notice: visit.words.payments.raised)
                } catch { status = try form.noteFailure(error, in: visit.language) }
            }
            return before.page(form, status: status)
        },
    ]

    private static let path: PathTemplate = "/contracts/{number}/payments/new"

    private static func prepare(_ visit: Visit, _ installment: String?) async throws -> RequestPreparation {
        try await visit.workspace.requestPreparation(
            on: visit.path[0], installment: installment, by: try visit.caller())
    }
}
