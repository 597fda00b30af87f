public import Values

/// All payment requests of one contract, in the order in which they were raised.
public struct RequestLedger: Equatable, Sendable {
    public private(set) var requests: [PaymentRequest] = []

    /// Makes the requests of their steps. `payments` tells what is left of each payment, by the id of its fact: the
    /// amount less what was returned, 0 where it was voided. Throws where a sum does not fit.
    public init(_ steps: [RecordedStep], payments: [String: Money]) throws(Overflow) {
        for step in steps {
            if let position = requests.firstIndex(where: { $0.id == step.event.request }) {
                requests[position].apply(step)
            } else if let request = PaymentRequest(step) {
                requests.append(request)
            }
        }
        for position in requests.indices {
            for payment in requests[position].payments {
                try requests[position].paid += payments[payment] ?? .zero
            }
        }
    }

    /// The request of an id.
    public subscript(id: String) -> PaymentRequest? { requests.first { $0.id == id } }

    /// What open requests keep of an installment's outstanding amount.
    public func held(on installment: String) throws(Overflow) -> Money {
        var sum = Money.zero
        for request in requests where request.installment == installment { try sum += request.held }
        return sum
    }

    /// The events by which requests become stale, given what is payable now for each installment (api.md, section 2).
    public func staleEvents(payable: (String) -> Money?) -> [RequestEvent] {
        requests.filter { $0.state.holds && payable($0.installment) != $0.claim.pin.payable }
            .map { RequestEvent($0.id, .stale(payable: payable($0.installment))) }
    }
}
