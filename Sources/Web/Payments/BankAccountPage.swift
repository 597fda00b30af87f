internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

/// A proposed bank account beside the present one, and what the visitor may do about it.
struct BankAccountPage {
    let visit: Visit
    let history: BankAccountHistory
    let change: BankAccountChange
    /// The decision that is asked for; nil where the change is only looked at.
    var decision: BankAccountDecision?

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }
    private var now: Instant { visit.workspace.now }
    private var place: String { PaymentPlace.change(change.id, of: visit.path[0]) }

    /// Whether it can still be decided at all.
    private var isPending: Bool { history.pending(at: now).contains(change) }
    private var isOwn: Bool { visit.actor?.name == change.proposedBy }

    private var possible: [BankAccountDecision] {
        guard isPending, visit.actor?.department.id == history.department.id else { return [] }
        if isOwn { return [.withdrawn] }
        guard visit.may(.confirmBankAccounts) else { return [] }
        return change.state(at: now) == .open ? [.confirmed, .rejected] : [.rejected]
    }

    func form(_ sent: FormData? = nil) -> FilledForm {
        let label = decision == .confirmed ? own.howChecked : own.why
        var fields = [Field(name: "/reason", label: label, isRequired: decision == .rejected)]
        if decision == .confirmed { fields.append(FilledForm.proofField(own)) }
        return sent.map { FilledForm(fields, $0) } ?? FilledForm(fields)
    }

    func page(_ form: FilledForm? = nil, status: HTTPResponse.Status = .ok) -> Answer {
        let title = "\(own.change(change.number))：\(history.supplier)"
        return visit.page(title, .payments, status: status) {
            element("h1") {
                title + " "
                element("span", .class("status \(change.stateClass(at: now))")) { change.stateName(at: now, in: words) }
            }
            element("p") {
                "\(history.department.name) · \(own.proposedBy)：\(change.proposedBy) "
                words.moment(change.proposedAt)
            }
            element("p") { "\(own.why)：\(change.reason)" }
            comparison
            if let decision, let form { question(decision, form) } else { actions }
            element("p") { element("a", .href(PaymentPlace.supplier(visit.path[0]))) { own.backToSupplier } }
        }
    }

    private var comparison: Node {
        let present = history.changes.last { other in
            guard other.id != change.id, case .effective = other.state(at: now) else { return false }
            return other.number < change.number
        }?.account
        return dataTable(caption: own.comparison) {
            headRow((own.item, false), (own.present, false), (own.new, false), (own.comparison, false))
            element("tbody") {
                row(own.holder, present?.holder, change.account.holder)
                row(own.bank, present?.bank, change.account.bank)
                row(own.accountNumber, present?.number, change.account.number)
            }
        }
    }

    private func row(_ name: String, _ present: String?, _ new: String) -> Node {
        element("tr") {
            element("th", .scope("row")) { name }
            element("td", .class("wide")) { present ?? "—" }
            element("td", .class("wide")) { new }
            element("td") {
                if let present {
                    if present == new { own.isSame } else { element("strong") { own.isOther } }
                } else {
                    "—"
                }
            }
        }
    }

    private var actions: Node {
        group {
            if isPending, isOwn, visit.may(.confirmBankAccounts) {
                element("p", .class("warning")) { own.secondPerson }
            }
            element("ul", .class("actions")) {
                for decision in possible {
                    element("li") {
                        element(
                            "a", .class(decision == .confirmed ? "button primary" : "button"),
                            .href("\(place)/\(decision.rawValue)")
                        ) { decision.button(in: own) }
                    }
                }
            }
        }
    }

    private func question(_ decision: BankAccountDecision, _ form: FilledForm) -> Node {
        guard possible.contains(decision) else {
            return group {
                if form.isFaulty {
                    form.errorSummary(in: words)
                } else {
                    let isSecond = decision == .confirmed && isPending && isOwn
                    element("p", .class("warning")) { isSecond ? own.secondPerson : own.decided }
                }
            }
        }
        return group {
            element("p", .class("warning")) { decision == .confirmed ? own.confirmEffect : own.stopEffect }
            form.node(action: "\(place)/\(decision.rawValue)", in: words) {
                element("button", .class(decision == .confirmed ? "primary" : "danger")) { decision.button(in: own) }
                element("a", .href(place)) { words.back }
            }
        }
    }
}

extension BankAccountDecision {
    fileprivate func button(in words: PaymentWords) -> String {
        switch self {
        case .confirmed: words.confirm
        case .rejected: words.rejectChange
        case .withdrawn: words.withdrawChange
        }
    }
}
