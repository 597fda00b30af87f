internal import Contracts
internal import HTML
internal import HTTPTypes
internal import Operations
internal import Payables
internal import Requests
internal import Serving
internal import Values

/// A decision that ends a request or begins it afresh: asked once, with what will happen.
enum RequestEnding: String, CaseIterable {
    case reject, withdraw, reconfirm

    var access: WebPage.Access {
        switch self {
        // The treasury may send back what is approved and not paid yet.
        case .reject: .permissions(Self.approving.union([.recordPayments]))
        case .withdraw, .reconfirm: .permissions([.raiseRequests])
        }
    }

    /// What the steps of an approval chain ask for.
    static let approving: Set<Permission> = [.approveAsSection, .approveAsFinance, .approveAsHead]

    func field(in words: PaymentWords) -> Field? {
        switch self {
        case .reject: Field(name: "/reason", label: words.why, kind: .longText, isRequired: true)
        case .withdraw: Field(name: "/reason", label: words.why, kind: .longText)
        case .reconfirm: nil
        }
    }

    func title(_ label: String, in words: PaymentWords) -> String {
        switch self {
        case .reject: words.rejectTitle(label)
        case .withdraw: words.withdrawTitle(label)
        case .reconfirm: words.reconfirmTitle(label)
        }
    }

    /// What it will do, in money.
    func effect(on review: RequestReview, in words: PaymentWords) -> String {
        let request = review.request
        let (rest, paid) = (request.rest.grouped, request.paid > .zero ? request.paid.grouped : nil)
        return switch self {
        case .reject: words.rejectEffect(rest)
        case .withdraw: words.withdrawEffect(rest, paid: paid)
        case .reconfirm: words.reconfirmEffect(review.options.amountAgain?.grouped ?? "—", paid: paid)
        }
    }

    func standing(in options: RequestOptions) -> RequestOptions.Standing {
        switch self {
        case .reject: options.reject
        case .withdraw: options.withdraw
        case .reconfirm: options.reconfirm
        }
    }

    func button(in words: PaymentWords) -> String {
        switch self {
        case .reject: words.reject
        case .withdraw: words.withdraw
        case .reconfirm: words.reconfirm
        }
    }

    func notice(in words: PaymentWords) -> String {
        switch self {
        case .reject: words.rejected
        case .withdraw: words.withdrawn
        case .reconfirm: words.reconfirmed
        }
    }
}

/// The page that asks for such a decision.
struct RequestDecisionPage {
    let visit: Visit
    let review: RequestReview
    let ending: RequestEnding
    /// The version that the visitor had seen when something else was recorded in between.
    var seen: Int?

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }

    func form(_ sent: FormData? = nil) -> FilledForm {
        let fields = [ending.field(in: own)].compactMap(\.self)
        return sent.map { FilledForm(fields, $0) } ?? FilledForm(fields)
    }

    func page(_ form: FilledForm, status: HTTPResponse.Status = .ok) -> Answer {
        let title = ending.title((review.today ?? review.pinned).installment.label, in: own)
        let changes = RequestChangeNodes(visit: visit, review: review)
        return visit.page(title, .payments, status: status) {
            element("h1") { title }
            RequestSummary(visit: visit, review: review).node
            if let seen { changes.news(after: seen) }
            if ending == .reconfirm {
                element("section", .class("block")) {
                    element("h2") { own.computation }
                    changes.computation
                }
            }
            switch ending.standing(in: review.options) {
            case .open: question(form)
            case .notTheirs: refusal(own.nothingToDo, form)
            case .refused(let reason): refusal(reason.message(in: words.language), form)
            }
        }
    }

    private func question(_ form: FilledForm) -> Node {
        let action = "\(PaymentPlace.request(review.request.id))/\(ending.rawValue)"
        return group {
            element("p", .class("warning")) { ending.effect(on: review, in: own) }
            form.node(action: action, version: review.version, in: words) {
                element("button", .class(ending == .reconfirm ? "primary" : "danger")) { ending.button(in: own) }
                element("a", .href(PaymentPlace.request(review.request.id))) { own.toRequest }
            }
        }
    }

    private func refusal(_ sentence: String, _ form: FilledForm) -> Node {
        group {
            if form.isFaulty {
                form.errorSummary(in: words)
            } else {
                element("p", .class("warning")) { sentence }
            }
            element("p") { element("a", .href(PaymentPlace.request(review.request.id))) { own.toRequest } }
        }
    }
}

/// The few lines by which pages about a request say which one it is.
struct RequestSummary {
    let visit: Visit
    let review: RequestReview

    var node: Node {
        let (words, own) = (visit.words, visit.words.payments)
        let terms = review.pinned.statement.terms
        let amount = review.request.claim.amount
        return element("dl", .class("facts")) {
            element("dt") { own.contract }
            element("dd") {
                element("a", .href(PaymentPlace.contract(review.contract))) { "\(terms.title)（\(review.contract)）" }
            }
            element("dt") { own.supplier }
            element("dd") { terms.supplier }
            element("dt") { own.asked }
            element("dd") {
                words.money(amount)
                " "
                element("span", .class("soft")) { amount.inCapitals }
            }
            element("dt") { own.paidSoFar }
            element("dd") { words.money(review.request.paid) }
            element("dt") { own.state }
            element("dd") {
                element("span", .class("status \(review.request.state.rawValue)")) {
                    own.name(of: review.request.state)
                }
            }
        }
    }
}
