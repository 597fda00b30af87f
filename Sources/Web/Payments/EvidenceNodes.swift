internal import Contracts
internal import HTML
internal import Operations
internal import Values

/// What a payment rests on: facts, their documents, and the account that the money goes to.
struct EvidenceNodes {
    let visit: Visit
    let terms: Contract
    /// Names of people by the names of their accounts.
    var people: [String: String] = [:]

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }

    /// `version` is that of the journal when the payment was asked for; later entries are marked.
    func list(_ evidence: [RequestEvidence], since version: Int = .max) -> Node {
        guard !evidence.isEmpty else { return element("p") { own.noEvidence } }
        return dataTable(caption: own.evidence, .class("titled")) {
            headRow((own.what, false), (own.happenedOn, false), (own.document, false), (own.recordedBy, false))
            element("tbody") {
                for piece in evidence {
                    element("tr") {
                        element("th", .scope("row"), .class("wide")) {
                            words.sentence(of: piece.fact, terms)
                            if piece.entry > version {
                                " "
                                element("span", .class("status stale")) { own.cameSince }
                            }
                        }
                        element("td") { words.day(piece.fact.on) }
                        element("td", .class("label")) { document(piece) }
                        element("td", .class("label")) {
                            people[piece.recordedBy] ?? piece.recordedBy
                            element("br")
                            element("span", .class("soft small")) { words.moment(piece.recordedAt) }
                        }
                    }
                }
            }
        }
    }

    @Content private func document(_ piece: RequestEvidence) -> Node {
        if let document = piece.document {
            element("a", .href("/documents/" + document.hash)) { document.name }
        } else if let name = piece.fact.document {
            element("span", .class("mono")) { name }
        } else {
            element("span", .class("soft")) { own.noDocument }
        }
    }

    /// The account in force, with a warning where there is none or a change is on its way.
    func payee(_ accounts: BankAccountHistory?) -> Node {
        let now = visit.workspace.now
        let place = PaymentPlace.supplier(terms.supplier)
        return group {
            if let account = accounts?.inForce(at: now)?.account {
                element("dl", .class("facts")) {
                    pair(own.holder, account.holder)
                    pair(own.bank, account.bank)
                    pair(own.accountNumber, account.number, isNumber: true)
                }
            } else {
                element("p", .class("warning")) { own.noAccount }
            }
            if let accounts, !accounts.pending(at: now).isEmpty {
                element("p", .class("warning")) { own.pendingAccount }
            }
            element("p") { element("a", .href(place)) { own.seeAccounts } }
        }
    }

    @Content private func pair(_ name: String, _ value: String, isNumber: Bool = false) -> Node {
        element("dt") { name }
        element("dd", isNumber ? .class("mono") : nil) { value }
    }
}
