import Contracts
import Values

extension Statement {
    /// The totals of a statement that carry a `because`.
    public enum Total: String, CaseIterable, Sendable {
        case paid, payableNow, outstanding, deducted, claim, waived
    }

    /// Why a total is what it is: the sum of what the installments say.
    public func because(_ total: Total) -> Because {
        switch total {
        case .paid: sum(paid) { $0.paid }
        case .payableNow: sum(payableNow) { $0.status == .due || $0.status == .overdue ? $0.outstanding : .zero }
        case .outstanding: sum(outstanding) { $0.outstanding }
        case .deducted: sum(deducted) { $0.deducted }
        case .waived: sum(waived) { [waived] in waived > .zero ? $0.excess : .zero }
        case .claim: becauseOfClaim
        }
    }

    private var becauseOfClaim: Because {
        guard claim > .zero else { return Because(.nothing) }
        let claimed = Money(fen: claim.fen &- carriedOut.fen)
        let inputs: [Because.Input] = [
            .init("claimed", .money(claimed)), .init("carried", .money(carriedOut)), .init("result", .money(claim)),
        ]
        let clause = Because.Clause(pointer: "\(dossier.termsPointer)/excess", label: terms.excess.rawValue)
        return Because(.claim, terms.statesExcess ? clause : nil, inputs)
    }

    private func sum(_ total: Money, _ part: (InstallmentStatement) -> Money) -> Because {
        let parts = installments.map(part).filter { $0 != .zero }
        guard !parts.isEmpty else { return Because(.nothing) }
        return Because(.sum, nil, [.init("parts", .sum(parts)), .init("result", .money(total))])
    }
}
