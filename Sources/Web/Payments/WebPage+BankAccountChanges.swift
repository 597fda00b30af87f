internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// A proposed bank account, and deciding on it.
    static let changePages: [WebPage] =
        [
            WebPage.get("/payments/suppliers/{name}/changes/{id}", .permissions([.readContracts])) { visit in
                try await bankAccountPage(visit).page()
            }
        ]
        + BankAccountDecision.allCases.flatMap { decision in
            let path = PathTemplate(stringLiteral: "/payments/suppliers/{name}/changes/{id}/\(decision.rawValue)")
            let access = Access.permissions([.proposeBankAccounts, .confirmBankAccounts])
            return [
                WebPage.get(path, access) { visit in
                    let page = try await bankAccountPage(visit, decision)
                    return page.page(page.form())
                },
                WebPage.post(path, access) { try await decide(decision, $0) },
            ]
        }

    private static func bankAccountPage(
        _ visit: Visit, _ decision: BankAccountDecision? = nil
    ) async throws -> BankAccountPage {
        let histories = try await visit.workspace.bankAccounts(of: visit.path[0], by: try visit.caller())
        for history in histories {
            guard let change = history.changes.first(where: { String($0.id) == visit.path[1] }) else { continue }
            return BankAccountPage(visit: visit, history: history, change: change, decision: decision)
        }
        throw OperationError.bankAccount(.unknownProposal)
    }

    private static func decide(_ decision: BankAccountDecision, _ visit: Visit) async throws -> Answer {
        let before = try await bankAccountPage(visit, decision)
        var form = before.form(visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return before.page(form, status: .unprocessableContent) }
        do {
            _ = try await visit.workspace.decideBankAccount(
                before.change.id, decision, reason: form["/reason"] ?? "", idempotencyKey: form.key,
                proof: form.proof, by: try visit.caller())
            let words = visit.words.payments
            return .seeOther(
                PaymentPlace.supplier(visit.path[0]), notice: decision == .confirmed ? words.confirmed : words.stopped)
        } catch {
            let status = try form.noteFailure(error, in: visit.language)
            return try await bankAccountPage(visit, decision).page(form, status: status)
        }
    }
}
