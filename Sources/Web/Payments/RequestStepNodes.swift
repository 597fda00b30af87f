internal import HTML
internal import Operations
internal import Requests
internal import Values

/// The chain of a request as steps, and all that was done on it.
struct RequestStepNodes {
    let visit: Visit
    let review: RequestReview

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }
    private var request: PaymentRequest { review.request }

    /// Who did what when, and who is next.
    var chain: Node {
        group {
            if let who = request.waitsFor?.name, let day = request.steps.last?.at.dayInChina {
                element("p") {
                    own.waitingSince(own.waiting(for: who), words.text(of: day), visit.today.days(since: day))
                }
            }
            element("ol", .class("chain")) {
                item(own.requester, asked, isNext: request.waitsFor == .requester)
                for (place, role) in request.claim.chain.enumerated() {
                    item(
                        own.name(of: role), request.approvals.dropFirst(place).first,
                        isNext: request.waitsFor != nil && place == request.approvals.count
                            && request.state == .submitted)
                }
                item(own.treasury, request.state == .paid ? paid : nil, isNext: request.waitsFor == .treasury)
            }
        }
    }

    private var asked: RecordedStep? {
        request.steps.last { step in
            switch step.event.step {
            case .submitted, .reconfirmed: true
            default: false
            }
        }
    }

    private var paid: RecordedStep? {
        request.steps.last { if case .paid = $0.event.step { true } else { false } }
    }

    private func item(_ role: String, _ step: RecordedStep?, isNext: Bool) -> Node {
        let isOver = request.waitsFor == nil
        let kind = isNext ? "now" : step != nil ? "done" : "ahead"
        return element("li", .class(kind), isNext ? .aria("current", "step") : nil) {
            element("strong") { role }
            if let step {
                element("span") { name(step.by) }
                element("span", .class("soft small")) { words.moment(step.at) }
            }
            if isNext || step == nil {
                element("span") { isNext ? own.stepNow : isOver ? own.stepNever : own.stepAhead }
            } else {
                element("span") { own.stepDone }
            }
        }
    }

    private func name(_ account: String) -> String { review.people[account] ?? account }

    /// All steps of all rounds.
    var history: Node {
        dataTable(caption: own.history, .class("titled")) {
            headRow((own.step, false), (own.who, false), (own.when, false), (own.remark, false))
            element("tbody") {
                for step in request.steps {
                    element("tr") {
                        element("th", .scope("row"), .class("label")) { own.name(of: step.event) }
                        element("td", .class("label")) { name(step.by) }
                        element("td") { words.moment(step.at) }
                        element("td", .class("wide")) { own.remark(step.event) }
                    }
                }
            }
        }
    }
}
