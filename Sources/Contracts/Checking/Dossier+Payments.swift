public import Values

/// A payment fact, dated ahead or not, with what came back of it.
public struct Payment: Equatable, Sendable {
    /// Position in ``Dossier/facts``.
    public let fact: Int
    /// The fact's id.
    public let id: String
    public let installment: String
    public let on: CalendarDay
    public let amount: Money
    public let voucher: String?
    public let fundSource: String?
    /// Of the amount; a return that names no payment falls on the latest ones that have something left.
    public internal(set) var returned = Money.zero
    public let isVoided: Bool

    /// What is left of it: nothing of one that was voided.
    public var left: Money { isVoided ? .zero : Money(fen: amount.fen - returned.fen) }
}

extension Dossier {
    /// All payments in the order of the facts, whatever their days.
    public var payments: [Payment] { payments { _ in true } }

    /// The payments dated on or before the day asked about, with what came back of them by then.
    public var paymentsSoFar: [Payment] { payments { $0 <= asOf } }

    private func payments(on isIncluded: (CalendarDay) -> Bool) -> [Payment] {
        let voided = standing.voided
        var payments: [Payment] = []
        var returns: [(installment: String, amount: Money, payment: String?)] = []
        for (position, fact) in facts.enumerated() where isIncluded(fact.on) {
            switch fact.kind {
            case .paid(let installment, let amount, let voucher, let fundSource):
                payments.append(
                    Payment(
                        fact: position, id: fact.id, installment: installment, on: fact.on, amount: amount,
                        voucher: voucher, fundSource: fundSource, isVoided: voided.contains(position)))
            case .returned(let installment, let amount, let payment) where !voided.contains(position):
                returns.append((installment, amount, payment))
            default: continue
            }
        }
        // Those that name their payment first.
        for back in returns where back.payment != nil {
            payments.take(back.amount, of: back.installment) { $0.id == back.payment }
        }
        for back in returns where back.payment == nil { payments.take(back.amount, of: back.installment) { _ in true } }
        return payments
    }
}

extension [Payment] {
    /// Lays a return on the payments of an installment, the latest first.
    fileprivate mutating func take(_ amount: Money, of installment: String, from isMeant: (Payment) -> Bool) {
        var left = amount.fen
        let order = indices.filter { !self[$0].isVoided && self[$0].installment == installment && isMeant(self[$0]) }
            .sorted { (self[$0].on, $0) > (self[$1].on, $1) }
        for index in order where left > 0 {
            let part = Swift.min(left, self[index].amount.fen - self[index].returned.fen)
            self[index].returned.fen += part
            left -= part
        }
    }
}
