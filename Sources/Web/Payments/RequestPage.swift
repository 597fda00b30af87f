internal import Contracts
internal import HTML
internal import HTTPTypes
internal import Operations
internal import Payables
internal import Requests
internal import Serving
internal import Values

/// A payment request in full: what is asked for and why, what changed since, and what the visitor may do about it.
struct RequestPage {
    let visit: Visit
    let review: RequestReview
    /// The version that the visitor had seen when something else was recorded in between.
    var seen: Int?

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }
    private var request: PaymentRequest { review.request }
    var label: String { (review.today ?? review.pinned).installment.label }

    /// With the form of the approval as it is before anything is typed, or as it was sent.
    func approval(_ sent: FormData? = nil) -> FilledForm {
        let fields = review.options.needsProof ? [FilledForm.proofField(own)] : []
        return sent.map { FilledForm(fields, $0) } ?? FilledForm(fields)
    }

    func page(_ form: FilledForm, status: HTTPResponse.Status = .ok) -> Answer {
        let title = own.title(label)
        let terms = (review.today ?? review.pinned).statement.terms
        let evidence = EvidenceNodes(visit: visit, terms: terms, people: review.people)
        let changes = RequestChangeNodes(visit: visit, review: review)
        let actions = RequestActionNodes(visit: visit, review: review, form: form)
        return visit.page(title, .payments, status: status) {
            element("h1") {
                title + " "
                element("span", .class("status \(request.state.rawValue)")) { own.name(of: request.state) }
            }
            if !actions.showsForm { form.errorSummary(in: words) }
            if let seen { changes.news(after: seen) }
            head
            if actions.isAnythingOpen {
                element("p", .class("no-print")) {
                    element("a", .class("button"), .href("#action")) { own.toAction }
                }
            }
            section(own.steps) { RequestStepNodes(visit: visit, review: review).chain }
            section(own.computation) { changes.computation }
            section(own.changes) { changes.news }
            section(own.evidence) { evidence.list(review.evidence, since: request.claim.pin.version) }
            section(own.payee) { evidence.payee(review.accounts) }
            section(own.paymentsAndReturns) { RequestPaymentNodes(visit: visit, review: review).table }
            element("section", .class("block"), .id("action")) {
                element("h2") { own.action }
                actions.node
            }
            section(own.history) { RequestStepNodes(visit: visit, review: review).history }
        }
    }

    private func section(_ heading: String, @Content _ content: () -> Node) -> Node {
        element("section", .class("block")) {
            element("h2") { heading }
            content()
        }
    }

    private var head: Node {
        let terms = review.pinned.statement.terms
        return group {
            element("dl", .class("figures")) {
                figure(own.asked, request.claim.amount, request.claim.amount.inCapitals)
                figure(own.paidSoFar, request.paid)
                if request.state.holds || request.state == .stale { figure(own.rest, request.rest) }
            }
            element("dl", .class("facts")) {
                pair(own.contract) {
                    element("a", .href(PaymentPlace.contract(review.contract))) {
                        "\(terms.title)（\(review.contract)）"
                    }
                }
                pair(own.installment) { label }
                pair(own.supplier) { terms.supplier }
                pair(own.buyer) { terms.buyer }
                pair(own.requestedBy) {
                    (review.people[request.requestedBy] ?? request.requestedBy) + " · "
                    words.moment(request.requestedAt)
                }
                pair(own.requestNumber) { element("span", .class("mono")) { request.id } }
            }
            if request.state == .stale { stale }
        }
    }

    private func figure(_ name: String, _ amount: Money, _ note: String? = nil) -> Node {
        element("div") {
            element("dt") { name }
            element("dd") {
                words.money(amount)
                if let note { element("small") { note } }
            }
        }
    }

    private func pair(_ name: String, @Content _ content: () -> Node) -> Node {
        group {
            element("dt") { name }
            element("dd") { content() }
        }
    }

    @Content private var stale: Node {
        if let step = request.steps.last, case .stale(let payable) = step.event.step {
            element("div", .class("warning")) {
                element("p") {
                    own.staleReason(
                        request.claim.pin.payable.grouped, payable?.grouped, by: review.people[step.by] ?? step.by,
                        at: words.momentText(step.at))
                }
                element("p") { own.staleAdvice }
            }
        }
    }
}

extension Words {
    /// The same as ``moment(_:)`` for the inside of a sentence.
    func momentText(_ instant: Instant) -> String {
        let date = instant.dayInChina.map { text(of: $0) } ?? ""
        return "\(date) \(instant.description.dropFirst(11).prefix(5))"
    }
}
