internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving
internal import Storage
internal import Values

extension WebPage {
    /// Suppliers with their bank accounts, and proposing another one.
    static let supplierPages: [WebPage] = [
        .get("/payments/suppliers", .permissions([.readContracts]), query: ["q", "open", "limit", "cursor"]) { visit in
            let (text, open, page) = try visit.call.query { ($0.text("q").nonEmpty, $0.text("open"), $0.page()) }
            let suppliers = try await visit.workspace.suppliers(
                SupplierFilter(text: text, isOpen: open != nil), after: try page.keys(1)?.first ?? "",
                limit: page.limit, by: try visit.caller())
            let words = visit.words.payments
            return visit.page(words.supplierAccounts, .payments) {
                element("h1") { words.supplierAccounts }
                PaymentTab.suppliers.node(in: words)
                SupplierListNodes(visit: visit, text: text, isOpen: open != nil).list(suppliers)
                nextPage(visit, page, suppliers.count) { suppliers.last.map { [$0.supplier.key] } }
            }
        },
        .get("/payments/suppliers/{name}", .permissions([.readContracts])) { visit in
            let name = visit.path[0]
            let histories = try await visit.workspace.bankAccounts(of: name, by: try visit.caller())
            let title = visit.words.payments.supplierTitle(name)
            return visit.page(title, .payments) {
                element("h1") { title }
                SupplierNodes(visit: visit, supplier: name).node(histories)
            }
        },
        .get(proposing, .permissions([.proposeBankAccounts])) { visit in
            proposal(visit, FilledForm(accountFields(visit.words.payments)))
        },
        .post(proposing, .permissions([.proposeBankAccounts])) { visit in
            let words = visit.words.payments
            var form = FilledForm(accountFields(words), visit.form)
            form.check(in: visit.language)
            guard !form.isFaulty else { return proposal(visit, form, status: .unprocessableContent) }
            do {
                let account = BankAccount(
                    holder: form["/holder"] ?? "", bank: form["/bank"] ?? "", number: form["/number"] ?? "")
                _ = try await visit.workspace.proposeBankAccount(
                    account, of: visit.path[0], reason: form["/reason"] ?? "", idempotencyKey: form.key,
                    proof: form.proof, by: try visit.caller())
                return .seeOther(PaymentPlace.supplier(visit.path[0]), notice: words.proposed)
            } catch {
                let status = try form.noteFailure(error, in: visit.language)
                return proposal(visit, form, status: status)
            }
        },
    ]

    private static let proposing: PathTemplate = "/payments/suppliers/{name}/new"

    private static func accountFields(_ words: PaymentWords) -> [Field] {
        [
            Field(name: "/holder", label: words.holder, isRequired: true),
            Field(name: "/bank", label: words.bank, isRequired: true),
            Field(name: "/number", label: words.accountNumber, hint: words.accountNumberHint, isRequired: true),
            Field(name: "/reason", label: words.why, hint: words.changeReasonHint, isRequired: true),
            FilledForm.proofField(words),
        ]
    }

    private static func proposal(_ visit: Visit, _ form: FilledForm, status: HTTPResponse.Status = .ok) -> Answer {
        let (name, words) = (visit.path[0], visit.words.payments)
        return visit.page(words.proposeTitle(name), .payments, status: status) {
            element("h1") { words.proposeTitle(name) }
            element("p") { words.proposeEffect }
            form.node(action: PaymentPlace.supplier(name) + "/new", in: visit.words) {
                element("button", .class("primary")) { words.propose }
                element("a", .href(PaymentPlace.supplier(name))) { words.backToSupplier }
            }
        }
    }
}
