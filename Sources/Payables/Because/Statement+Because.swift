import Contracts
import Values

extension Statement {
    /// The figures of an installment that carry a `because`.
    public enum Figure: String, CaseIterable, Sendable {
        case gross, deducted, recovered, withheld, payable, paid, outstanding, overpaid, startedOn, dueOn, interest
    }

    /// Why a figure of an installment is what it is; nil for `overpaid` and `interest` where there is none.
    public func because(_ figure: Figure, of position: Int) -> Because? {
        let row = installments[position]
        let isCancelled = row.status == .cancelled
        switch figure {
        case .gross: return becauseOfGross(position)
        case .deducted where isCancelled, .recovered where isCancelled, .withheld where isCancelled,
            .payable where isCancelled, .startedOn where isCancelled, .dueOn where isCancelled:
            return Because(.cancelled, nil, facts: dossier.standing.termination.map { [$0.fact] } ?? [])
        case .deducted: return becauseOfDeducted(position)
        case .recovered:
            guard row.carriedIn > .zero else { return Because(.nothingCarried) }
            let inputs: [Because.Input] = [
                .init("carried", .money(row.carriedIn)), .init("gross", .money(row.gross)),
                .init("result", .money(row.recovered)),
            ]
            return Because(.recovered, nil, inputs)
        case .withheld: return becauseOfWithheld(position)
        case .payable:
            let inputs: [Because.Input] = [
                .init("gross", .money(row.gross)), .init("recovered", .money(row.recovered)),
                .init("deducted", .money(row.deducted)), .init("withheld", .money(row.withheld)),
                .init("result", .money(row.payable)),
            ]
            return Because(.payable, nil, inputs)
        case .paid:
            let payments = dossier.standing.ledgers[position].payments
            guard !payments.isEmpty else { return Because(.nothingPaid) }
            return Because(
                .paid, nil, [.init("parts", .sum(payments.map(\.amount))), .init("result", .money(row.paid))],
                facts: payments.map(\.fact))
        case .outstanding:
            let inputs: [Because.Input] = [
                .init("payable", .money(row.payable)), .init("paid", .money(row.paid)),
                .init("result", .money(row.outstanding)),
            ]
            return Because(.outstanding, nil, inputs)
        case .overpaid: return becauseOfOverpaid(row)
        case .startedOn: return becauseOfStart(position)
        case .dueOn: return becauseOfDueDate(position)
        case .interest: return becauseOfInterest(row)
        }
    }

    func clause(_ installment: Int, _ member: String) -> Because.Clause {
        .init(
            pointer: "\(dossier.termsPointer)/installments/\(installment)/\(member)",
            label: terms.installments[installment].label)
    }

    /// A base as the terms name it.
    func name(of base: Base) -> Because.Value {
        switch base {
        case .contract: .text("contract")
        case .year(let year): .text("year:\(terms.years[year].number)")
        case .installment: .text("installment")
        }
    }

    private func becauseOfOverpaid(_ row: InstallmentStatement) -> Because? {
        guard row.overpaid > .zero else { return nil }
        let inputs: [Because.Input] = [
            .init("paid", .money(row.paid)), .init("payable", .money(row.payable)), .init("result", .money(row.overpaid)),
        ]
        return Because(.overpaid, nil, inputs)
    }

    private func becauseOfInterest(_ row: InstallmentStatement) -> Because? {
        guard let interest = row.interest, let rate = terms.lateInterest else { return nil }
        let days = ExactDecimal(mantissa: Int128(row.daysOverdue ?? 0), scale: 0)
        let inputs: [Because.Input] = [
            .init("outstanding", .money(row.outstanding)), .init("percent", .percentage(rate)),
            .init("days", .number(days)), .init("result", .money(interest)),
        ]
        let clause = Because.Clause(pointer: "\(dossier.termsPointer)/lateInterest", label: "lateInterest")
        return Because(.interest, clause, inputs)
    }
}
