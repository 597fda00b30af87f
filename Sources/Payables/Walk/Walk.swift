import Contracts
import Values

/// One pass over the installments in schedule order with a running carry (payable.md, section 4).
struct Walk {
    let dossier: Dossier
    let terms: Contract
    let conditions: ConditionEvaluator
    var assessor: Assessor
    var statement: Statement
    /// Gross by position; withheld ones grow while the walk collects for them.
    var gross: [Money]
    /// What earlier installments owe back.
    var carry = Money.zero
    var isCalendarMissing = false
    /// The installment being walked, for the place of an error.
    var position = 0

    init(_ dossier: Dossier) {
        self.dossier = dossier
        terms = dossier.standing.terms
        conditions = ConditionEvaluator(terms: terms, standing: dossier.standing, asOf: dossier.asOf)
        assessor = Assessor(dossier)
        statement = Statement(dossier: dossier)
        gross = []
    }

    /// The gross of every installment; a holdback's is 0 until the walk collects it, a remainder that usage changes
    /// may fall below 0.
    mutating func fillGross() throws(Overflow) {
        gross.reserveCapacity(terms.installments.count)
        for (position, installment) in terms.installments.enumerated() {
            self.position = position
            if let scheduled = installment.scheduledGross {
                gross.append(scheduled)
            } else {
                gross.append(try metered(installment))
            }
        }
        for position in terms.remainderOrder {
            self.position = position
            gross[position] = try terms.remainder(position, gross)
        }
    }

    /// The sum of usage, at most the ceiling.
    private func metered(_ installment: Installment) throws(Overflow) -> Money {
        guard case .metered(let metering) = installment.amount else { return .zero }
        var sum = Money.zero
        for usage in dossier.standing.ledgers[position].usages { try sum += usage.amount }
        return min(sum, metering.ceiling ?? sum)
    }

    mutating func run() throws(Overflow) {
        for position in terms.installments.indices {
            self.position = position
            try step()
        }
        statement.carriedOut = carry
        try statement.claim += carry
        statement.outcomes = try assessor.all { [gross] in gross[$0] }
        addFlags()
        try addTotals()
    }

    private mutating func step() throws(Overflow) {
        let installment = terms.installments[position]
        var row = InstallmentStatement()
        row.gross = gross[position]
        row.carriedIn = carry
        var outcome: AssessmentOutcome?
        if let assessment = installment.assessedBy {
            if case .withheld = installment.amount { assessor.forget(assessment) }
            outcome = try assessor.outcome(assessment) { [gross] in gross[$0] }
        }
        let new = try outcome?.lines.sum() ?? .zero
        try settleAmounts(&row, installment, new: new)
        let start = conditions.evaluate(installment.when, installment: position, payable: row.payable)
        if let termination = dossier.standing.termination, installment.kind != .holdback,
            start == .open || start.date.map({ $0 > termination.on }) ?? false
        {
            cancel(&row)
        } else {
            try collect(row, installment, new: new)
            row.startedOn = start.date
            row.dueOn = try dueOn(installment, start.date)
        }
        try settlePayments(&row)
        try judge(&row, installment, outcome, start)
        statement.installments.append(row)
    }

    /// Recovered, deducted, withheld, payable.
    private func settleAmounts(
        _ row: inout InstallmentStatement, _ installment: Installment, new: Money
    ) throws(Overflow) {
        row.recovered = min(carry, row.gross)
        let left = try row.gross - row.recovered
        row.deducted = min(new, left)
        row.excess = try new - row.deducted
        let net = try left - row.deducted
        for share in try installment.withheldShares(of: net) { try row.withheld += share }
        row.payable = try net - row.withheld
    }

    /// Hands on what the amounts of an installment that stands leave behind.
    private mutating func collect(
        _ row: InstallmentStatement, _ installment: Installment, new: Money
    ) throws(Overflow) {
        try carry -= row.recovered
        switch terms.excess {
        case .carry: try carry += row.excess
        case .waive: try statement.waived += row.excess
        case .claim: try statement.claim += row.excess
        }
        guard !installment.withholdings.isEmpty else { return }
        let shares = try installment.withheldShares(of: row.payable + row.withheld)
        for (withholding, share) in zip(installment.withholdings, shares) { try gross[withholding.holdback] += share }
    }

    /// After a termination what had not started walks with a gross of 0 and no lines; what was carried in goes on.
    private func cancel(_ row: inout InstallmentStatement) {
        row.recovered = .zero
        row.deducted = .zero
        row.excess = .zero
        row.withheld = .zero
        row.payable = .zero
        row.status = .cancelled
    }

    private mutating func settlePayments(_ row: inout InstallmentStatement) throws(Overflow) {
        row.paid = dossier.standing.ledgers[position].paid
        row.overpaid = max(.zero, try row.paid - row.payable)
        row.outstanding = max(.zero, try row.payable - row.paid)
        try carry += row.overpaid
    }

    private mutating func dueOn(_ installment: Installment, _ start: CalendarDay?) throws(Overflow) -> CalendarDay? {
        guard let start else { return nil }
        return try installment.dueOn(from: start, dossier.calendar, missing: &isCalendarMissing)
    }
}

extension Installment {
    /// Without a time limit it is due on the day the clock starts, whatever day that is; else it moves to a working
    /// day.
    func dueOn(
        from start: CalendarDay, _ calendar: WorkingCalendar, missing: inout Bool
    ) throws(Overflow) -> CalendarDay {
        guard let within else { return start }
        let day =
            switch within {
            case .days(let days): try start.adding(days: days)
            case .months(let months): try start.adding(months: months)
            case .workingDays(let days): try calendar.adding(workingDays: days, to: start, missing: &missing)
            }
        return try calendar.due(on: day, missing: &missing)
    }

    /// What each holdback keeps of a net amount, rounded on its own; together never more than all of it.
    func withheldShares(of net: Money) throws(Overflow) -> [Money] {
        guard !withholdings.isEmpty else { return [] }
        var left = net
        var shares: [Money] = []
        for withholding in withholdings {
            let share = min(try net.share(withholding.percentage), left)
            try left -= share
            shares.append(share)
        }
        return shares
    }
}
