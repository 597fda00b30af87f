public import Values

extension Installment {
    var isWithheld: Bool { if case .withheld = amount { true } else { false } }
    var isMetered: Bool { if case .metered = amount { true } else { false } }
}

extension Contract {
    var isMetered: Bool { installments.contains { $0.isMetered } }

    /// The money that a base stands for; the gross of an assessment's installment is given by the caller.
    public func amount(of base: Base, installmentGross: Money = .zero) -> Money {
        switch base {
        case .contract: price
        case .year(let year): years[year].fee
        case .installment: installmentGross
        }
    }

    /// The gross of every installment by payable.md 2.1; 0 for what usage, withholding or a remainder decides.
    func grossWithoutRemainders() throws(Overflow) -> [Money] {
        var gross: [Money] = []
        gross.reserveCapacity(installments.count)
        for installment in installments {
            switch installment.amount {
            case .fixed(let amount): gross.append(amount)
            case .percent(let percentage, let base): gross.append(try amount(of: base).share(percentage))
            case .remainder, .metered, .withheld: gross.append(.zero)
            }
        }
        return gross
    }

    /// The base less the gross of every other installment that belongs to it (payable.md 2.1, `remainder`).
    public func remainder(_ position: Int, _ gross: [Money]) throws(Overflow) -> Money {
        guard case .remainder(let base) = installments[position].amount else { return .zero }
        var rest = amount(of: base)
        for other in installments.indices where belongs(other, to: base) && other != position {
            try rest -= gross[other]
        }
        return rest
    }

    /// Whether an installment counts in the remainder of a base; withheld ones never do.
    public func belongs(_ position: Int, to base: Base) -> Bool {
        let installment = installments[position]
        if installment.isWithheld { return false }
        switch base {
        case .contract: return true
        case .year(let year): return installment.year == year
        case .installment: return false
        }
    }

    func remainder(_ position: Int, dependsOn other: Int) -> Bool {
        guard position != other, case .remainder(let base) = installments[position].amount else { return false }
        return belongs(other, to: base)
    }

    /// Notes the gross that no fact can change, and leaves in the order of remainders only those that usage changes.
    mutating func keepScheduledGross(_ gross: [Money]) {
        var changes = installments.map { $0.isMetered || $0.isWithheld }
        for position in remainderOrder {
            guard case .remainder(let base) = installments[position].amount else { continue }
            changes[position] = installments.indices.contains { other in
                other != position && changes[other] && belongs(other, to: base)
            }
        }
        for position in installments.indices where !changes[position] {
            installments[position].scheduledGross = gross[position]
        }
        remainderOrder.removeAll { !changes[$0] }
    }
}
