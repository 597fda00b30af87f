import Contracts
import Values

extension Walk {
    /// The status, first that fits (payable.md, section 4).
    func judge(
        _ row: inout InstallmentStatement, _ installment: Installment, _ outcome: AssessmentOutcome?,
        _ start: ConditionEvaluator.Fulfilment
    ) throws(Overflow) {
        if row.status == .cancelled { return }
        let isStarted = start != .open
        let isAssessed = installment.assessedBy == nil || outcome.map { $0.isSettled && $0.doubt == nil } ?? false
        if row.outstanding == .zero, row.paid > .zero || isStarted && isAssessed {
            row.status = .settled
            return
        }
        if outcome?.doubt != nil {
            row.status = .undetermined
            return
        }
        row.blockers = blockers(row, installment, outcome, isStarted: isStarted)
        guard row.blockers.isEmpty, let dueOn = row.dueOn else {
            row.status = .blocked
            return
        }
        guard dossier.asOf > dueOn else {
            row.status = .due
            return
        }
        row.status = .overdue
        let days = dossier.asOf.days(since: dueOn)
        row.daysOverdue = days
        row.interest = try terms.lateInterest.map { rate throws(Overflow) in
            try row.outstanding.share(rate, times: ExactDecimal(mantissa: Int128(days), scale: 0))
        }
    }

    private func blockers(
        _ row: InstallmentStatement, _ installment: Installment, _ outcome: AssessmentOutcome?, isStarted: Bool
    ) -> InstallmentStatement.Blockers {
        var blockers = InstallmentStatement.Blockers()
        blockers.when = !isStarted
        if installment.assessedBy != nil {
            blockers.assessment = outcome == nil
            blockers.rectification = outcome.map { !$0.isSettled } ?? false
        }
        for (bit, need) in installment.needs.enumerated() {
            let condition: Condition =
                switch need {
                case .invoice: .invoice
                case .event(let name): .event(name)
                }
            let isMet = conditions.evaluate(condition, installment: position, payable: row.payable) != .open
            if !isMet { blockers.needs |= 1 << UInt64(bit) }
        }
        return blockers
    }

    mutating func addFlags() {
        for (position, row) in statement.installments.enumerated() {
            if row.overpaid > .zero { statement.flags.append(.overpaid(installment: position, row.overpaid)) }
            guard let assessment = terms.installments[position].assessedBy else { continue }
            switch statement.outcomes[assessment]?.doubt {
            case .gap: statement.flags.append(.gap(assessment: assessment))
            case .veto: statement.flags.append(.veto(assessment: assessment))
            case nil: continue
            }
        }
        for rule in terms.termination { addTerminationRights(rule) }
        if isCalendarMissing { statement.flags.append(.calendarMissing) }
    }

    /// One flag for each member of the series that ends a run of settled scores below the limit.
    private mutating func addTerminationRights(_ rule: TerminationRule) {
        var run = 0
        for (index, assessment) in rule.series.enumerated() {
            let outcome = statement.outcomes[assessment]
            let isLow = outcome.map { $0.isSettled && (try? $0.score.compared(to: rule.below.exact)) == -1 } ?? false
            run = isLow ? run + 1 : 0
            guard run >= rule.times else { continue }
            statement.flags.append(.terminationRight(assessments: Array(rule.series[(index - rule.times + 1)...index])))
        }
    }

    /// Sums of rows that each fit 64 bits; together they are bounded by price and payments.
    mutating func addTotals() throws(Overflow) {
        for (position, row) in statement.installments.enumerated() {
            try statement.paid += row.paid
            try statement.outstanding += row.outstanding
            try statement.deducted += row.deducted
            switch row.status {
            case .due, .overdue: try statement.payableNow += row.outstanding
            case .settled, .cancelled: continue
            case .undetermined, .blocked: break
            }
            statement.next = statement.next ?? position
        }
    }
}
