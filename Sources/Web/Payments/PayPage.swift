internal import Contracts
internal import HTML
internal import HTTPTypes
internal import Operations
internal import Payables
internal import Requests
internal import Serving
internal import Values

/// What the treasury records: a payment on a request, or what came back of one.
struct PayPage {
    let visit: Visit
    let review: RequestReview
    /// The payment that something came back of; nil where something is to be paid.
    var returning: RequestReview.PaidOnRequest?
    /// The version that the visitor had seen when something else was recorded in between.
    var seen: Int?

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }
    private var label: String { (review.today ?? review.pinned).installment.label }

    func form(_ sent: FormData? = nil) -> FilledForm {
        let fields = returning.map(returnFields) ?? payFields
        return sent.map { FilledForm(fields, $0) } ?? FilledForm(fields)
    }

    private var payFields: [Field] {
        [
            Field(
                name: "/amount", label: own.payAmount, kind: .money, hint: own.payAmountHint, isRequired: true,
                standard: review.request.rest.description),
            Field(
                name: "/on", label: own.paidOn, kind: .day, hint: own.paidOnHint, isRequired: true,
                standard: visit.today.description),
            Field(name: "/voucher", label: own.voucher, hint: own.voucherHint, isRequired: true),
            Field(name: "/fundSource", label: own.fundSource, isRequired: true),
        ]
    }

    private func returnFields(_ paid: RequestReview.PaidOnRequest) -> [Field] {
        [
            Field(
                name: "/amount", label: own.returnAmount, kind: .money, hint: own.payAmountHint, isRequired: true,
                standard: paid.payment.left.description),
            Field(
                name: "/on", label: own.returnedOn, kind: .day, isRequired: true, standard: visit.today.description),
            Field(name: "/reason", label: own.why, isRequired: true),
        ]
    }

    func page(_ form: FilledForm, status: HTTPResponse.Status = .ok) -> Answer {
        let title = returning == nil ? own.payTitle(label) : own.returnTitle(label)
        return visit.page(title, .payments, status: status) {
            element("h1") { title }
            RequestSummary(visit: visit, review: review).node
            if let seen { RequestChangeNodes(visit: visit, review: review).news(after: seen) }
            if let obstacle, !form.isFaulty { element("p", .class("warning")) { obstacle } }
            if returning == nil { account }
            if obstacle == nil {
                question(form)
            } else {
                form.errorSummary(in: words)
                element("p") { element("a", .href(PaymentPlace.request(review.request.id))) { own.toRequest } }
            }
        }
    }

    /// Why there is nothing to be done; nil where there is.
    private var obstacle: String? {
        if let returning {
            if !review.options.mayReturn { return own.nothingToDo }
            return returning.payment.left > .zero ? nil : own.nothingLeft
        }
        return switch review.options.pay {
        case .open: nil
        case .notTheirs: own.nothingToDo
        case .refused(let reason): reason.message(in: words.language)
        }
    }

    private var account: Node {
        element("section", .class("block")) {
            element("h2") { own.payee }
            EvidenceNodes(visit: visit, terms: (review.today ?? review.pinned).statement.terms)
                .payee(review.accounts)
        }
    }

    private func question(_ form: FilledForm) -> Node {
        let place = PaymentPlace.request(review.request.id)
        let action = returning.map { PaymentPlace.returning($0.payment.id, of: review.request.id) } ?? place + "/pay"
        return group {
            element("p") {
                returning.map { own.returnEffect($0.payment.left.grouped) }
                    ?? own.payEffect(review.request.rest.grouped)
            }
            form.node(action: action, version: review.version, in: words) {
                element("button", .class("primary")) { returning == nil ? own.pay : own.giveBack }
                element("a", .href(place)) { own.toRequest }
            }
        }
    }
}
