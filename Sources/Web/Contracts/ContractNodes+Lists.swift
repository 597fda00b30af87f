internal import Audit
internal import Contracts
internal import Documents
internal import HTML
internal import Operations
internal import Payables
internal import Requests
internal import Serving
internal import Values

extension ContractNodes {
    /// The assessments of the terms with what stands of each.
    var assessments: Node {
        guard !terms.assessments.isEmpty else { return .empty }
        return group {
            element("h2", .id("assessments")) { words.name(of: Section.assessments) }
            dataTable(caption: words.standingResults) {
                headRow(
                    (words.assessment, false), (words.score, true), (words.resultOn, false), (words.standing, false),
                    (words.deductionsYuan, true))
                element("tbody") {
                    for (position, assessment) in terms.assessments.enumerated() {
                        element("tr") {
                            element("th", .scope("row")) {
                                element("a", .href(view.plainPath("/assessments/\(assessment.id)"))) {
                                    assessment.label
                                }
                            }
                            outcome(statement.outcomes[position])
                        }
                    }
                }
            }
        }
    }

    private func outcome(_ outcome: AssessmentOutcome?) -> Node {
        group {
            element("td", .class("sum")) { outcome?.score.description ?? "—" }
            element("td") { words.day(outcome?.on) }
            element("td") { words.standing(of: outcome) }
            element("td", .class("sum")) {
                if let outcome {
                    // A sum that did not fit would have given no statement.
                    words.money(Money(fen: outcome.lines.reduce(0) { $0 &+ $1.amount.fen }))
                } else {
                    "—"
                }
            }
        }
    }

    /// The payment requests of the contract, the latest first.
    var requests: Node {
        guard !sheet.requests.isEmpty else { return .empty }
        return group {
            element("h2", .id("requests")) { words.paymentRequests }
            dataTable(caption: words.requestsOfContract) {
                headRow(
                    (words.request, false), (words.installment, false), (words.amountYuan, true),
                    (words.paidYuan, true),
                    (words.status, false), (words.raisedAt, false))
                element("tbody") {
                    for request in sheet.requests.reversed() { row(of: request) }
                }
            }
        }
    }

    private func row(of request: PaymentRequest) -> Node {
        element("tr") {
            element("th", .scope("row")) {
                element("a", .href("/payments/" + percentEncoded(request.id))) { request.id }
            }
            element("td") { words.label(ofInstallment: request.installment, terms) }
            element("td", .class("sum")) { words.money(request.claim.amount) }
            element("td", .class("sum")) { words.money(request.paid) }
            element("td") {
                element("span", .class("status " + request.state.rawValue)) { words.stateName(request.state) }
            }
            element("td") {
                words.moment(request.requestedAt)
                element("br")
                element("span", .class("small soft")) { request.requestedBy }
            }
        }
    }

    /// The documents that facts name.
    var documents: Node {
        guard !sheet.documents.isEmpty else { return .empty }
        return group {
            element("h2", .id("documents")) { words.documents }
            dataTable(caption: words.documentsOfContract) {
                headRow((words.file, false), (words.size, true), (words.uploaded, false), (words.belongsTo, false))
                element("tbody") {
                    for document in sheet.documents { row(of: document) }
                }
            }
        }
    }

    private func row(of document: Document) -> Node {
        let facts = statement.dossier.facts.indices.filter {
            statement.dossier.facts[$0].document?.lowercased() == document.hash
        }
        return element("tr") {
            element("th", .scope("row")) {
                element("a", .href("/documents/" + document.hash)) { document.name }
            }
            element("td", .class("sum")) { words.kibibytes(document.size) }
            element("td") {
                if let upload = document.upload {
                    words.moment(upload.at)
                    element("br")
                    element("span", .class("small soft")) { upload.by }
                } else {
                    "—"
                }
            }
            element("td") {
                for (index, fact) in facts.enumerated() {
                    if index > 0 { words.comma }
                    link(toFact: fact)
                }
            }
        }
    }

    /// The supplementary agreements, each compared with what was in force before.
    var amendments: Node {
        let entries = sheet.journal.entries.map(\.entry).filter(\.isAmendment)
        guard !entries.isEmpty else { return .empty }
        return group {
            element("h2", .id("amendments")) { words.amendments }
            element("ul") {
                for (index, entry) in entries.enumerated() {
                    element("li") {
                        element("a", .href(view.plainPath("/amendments/\(index + 1)"))) {
                            words.amendmentTitle(index + 1, entry.occurredOn)
                        }
                    }
                }
            }
        }
    }
}
