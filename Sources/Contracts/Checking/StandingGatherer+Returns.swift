import Values

extension StandingGatherer {
    /// On the evening of each day no more is returned than was paid: of an installment, and of a payment where the
    /// return names it. The positions are in order of day.
    mutating func checkReturns(among positions: [Int]) {
        guard unread.isEmpty else { return }
        var accounts = PaymentAccounts()
        let told = Set(findings.filter { $0.code == .returnExceedsPaid }.map(\.fact))
        var index = 0
        while index < positions.count {
            let day = facts[positions[index]].on
            let evening = positions[index...].firstIndex { facts[$0].on != day } ?? positions.endIndex
            for position in positions[index..<evening] {
                guard case .paid(let installment, let amount, _, _) = facts[position].kind else { continue }
                accounts.pay(amount, installment, payment: facts[position].id)
            }
            for position in positions[index..<evening] {
                guard case .returned(let installment, let amount, let payment) = facts[position].kind,
                    !accounts.giveBack(amount, installment, payment: payment)
                else { continue }
                if !told.contains(position) { find(.returnExceedsPaid, position, "amount", detail: amount.description) }
            }
            index = evening
        }
    }
}

/// What is left to be returned, of each installment and of each payment.
private struct PaymentAccounts {
    private var installments: [String: Int128] = [:]
    private var payments: [String: Int128] = [:]

    mutating func pay(_ amount: Money, _ installment: String, payment: String) {
        installments[installment, default: 0] += Int128(amount.fen)
        payments[payment, default: 0] += Int128(amount.fen)
    }

    /// False where less was left.
    mutating func giveBack(_ amount: Money, _ installment: String, payment: String?) -> Bool {
        installments[installment, default: 0] -= Int128(amount.fen)
        if let payment { payments[payment, default: 0] -= Int128(amount.fen) }
        return installments[installment, default: 0] >= 0 && payment.map { payments[$0, default: 0] >= 0 } ?? true
    }
}
