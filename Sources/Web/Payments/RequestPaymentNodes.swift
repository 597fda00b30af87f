internal import Contracts
internal import HTML
internal import Operations
internal import Requests
internal import Values

/// What was paid on a request and what came back of it.
struct RequestPaymentNodes {
    let visit: Visit
    let review: RequestReview

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }

    @Content var table: Node {
        if review.payments.isEmpty {
            element("p") { own.noPayments }
        } else {
            dataTable(caption: own.paymentsAndReturns, .class("titled")) {
                headRow(
                    (own.kindOfPayment, false), (own.when, false), (own.sum, true), (own.detail, false),
                    (own.recordedBy, false))
                element("tbody") {
                    for paid in review.payments {
                        row(paid)
                        for back in paid.returns { row(back) }
                    }
                }
            }
        }
    }

    private func row(_ paid: RequestReview.PaidOnRequest) -> Node {
        let payment = paid.payment
        let place = PaymentPlace.returning(payment.id, of: review.request.id)
        return element("tr") {
            element("th", .scope("row"), .class("label")) {
                own.payment
                if payment.isVoided {
                    " "
                    element("span", .class("status rejected")) { own.voided }
                }
                if review.options.mayReturn, payment.left > .zero {
                    element("br")
                    element("a", .href(place), .aria("label", "\(own.giveBack) \(payment.voucher ?? "")")) {
                        own.giveBack
                    }
                }
            }
            element("td") { words.day(payment.on) }
            element("td", .class("sum")) { words.money(payment.amount) }
            element("td", .class("wide")) {
                [payment.voucher, payment.fundSource].compactMap(\.self).joined(separator: " · ")
            }
            element("td", .class("label")) { recorded(paid.by, paid.at) }
        }
    }

    private func row(_ back: RequestReview.Returned) -> Node {
        element("tr", .class("part")) {
            element("th", .scope("row"), .class("label")) { own.returning }
            element("td") { words.day(back.on) }
            element("td", .class("sum")) { words.money(Money(fen: 0 &- back.amount.fen)) }
            element("td", .class("wide")) { back.reason }
            element("td", .class("label")) { recorded(back.by, back.at) }
        }
    }

    private func recorded(_ name: String, _ moment: Instant) -> Node {
        group {
            review.people[name] ?? name
            element("br")
            element("span", .class("soft small")) { words.moment(moment) }
        }
    }
}
