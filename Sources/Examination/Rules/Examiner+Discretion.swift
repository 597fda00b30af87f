internal import Audit
internal import Contracts
internal import Payables
internal import Reperformance
internal import Values

extension Examiner {
    mutating func findRulings(_ known: KnownContract) {
        let terms = known.statement.terms
        for (_, record) in known.standing {
            guard case .ruling(let assessment, let deduction, let reason) = record.fact.kind else { continue }
            let position = terms.assessments.first { $0.id == assessment }?.installment
            findings.append(
                AuditFinding(
                    .ruling, number, installment: position.map { terms.installments[$0].id }, subject: record.fact.id,
                    entry: record.entry.number, on: record.fact.on, amount: deduction,
                    people: [record.entry.recordedBy],
                    .ruled(
                        assessment: terms.label(of: assessment), reason: reason,
                        hasDocument: record.fact.document != nil)))
        }
    }

    mutating func findVoids(_ known: KnownContract) {
        for record in known.records where record.fact.on <= contract.asOf {
            guard case .voided(let name, let reason) = record.fact.kind,
                let target = known.records.first(where: { $0.fact.id == name })
            else { continue }
            let money = KnownContract.amount(of: target.fact)
            let days = both(record.entry.recordedAt.dayInChina, target.entry.recordedAt.dayInChina)
                .map { $0.days(since: $1) }
            findings.append(
                AuditFinding(
                    .voided, number, installment: money?.installment, subject: record.fact.id,
                    entry: record.entry.number, on: record.fact.on, amount: money?.amount,
                    people: [record.entry.recordedBy, target.entry.recordedBy],
                    .voidedFact(
                        target.fact.kind.name, id: name, reason: reason,
                        daysLater: record.isRecorded && target.isRecorded ? days : nil)))
        }
    }

    /// Payments and invoices that were undone and soon recorded again on the same installment.
    mutating func findDoneAgain(_ known: KnownContract) {
        for undoing in known.records where undoing.isRecorded {
            guard let undone = undone(by: undoing, known) else { continue }
            let limit = Int128(parameters.redoneWithinHours) * 3_600_000_000
            let again = known.records.first { record in
                guard record.isRecorded, record.entry.number > undoing.entry.number,
                    record.fact.kind.name == undone.kind
                else { return false }
                let passed = record.entry.recordedAt.microseconds - undoing.entry.recordedAt.microseconds
                return Int128(passed) <= limit
                    && KnownContract.amount(of: record.fact)?.installment == undone.installment
            }
            guard let again, let money = KnownContract.amount(of: again.fact) else { continue }
            let passed = again.entry.recordedAt.microseconds - undoing.entry.recordedAt.microseconds
            findings.append(
                AuditFinding(
                    .redoneWithinDay, number, installment: money.installment, subject: again.fact.id,
                    entry: again.entry.number, on: again.entry.recordedAt.dayInChina ?? again.fact.on,
                    amount: money.amount, people: [undoing.entry.recordedBy, again.entry.recordedBy],
                    .doneAgain(
                        undone.kind, before: undone.id, amountBefore: undone.amount, wasReturned: undone.isReturn,
                        minutes: Int(passed / 60_000_000))))
        }
    }

    private struct Undone {
        let kind: FactKind
        let id: String
        let installment: String
        let amount: Money
        let isReturn: Bool
    }

    private func undone(by record: KnownContract.Record, _ known: KnownContract) -> Undone? {
        switch record.fact.kind {
        case .voided(let name, _):
            guard let target = known.records.first(where: { $0.fact.id == name }),
                target.fact.kind.name == .paid || target.fact.kind.name == .invoice,
                let money = KnownContract.amount(of: target.fact)
            else { return nil }
            return Undone(
                kind: target.fact.kind.name, id: name, installment: money.installment, amount: money.amount,
                isReturn: false)
        case .returned(let installment, let amount, let payment):
            return Undone(
                kind: .paid, id: payment ?? record.fact.id, installment: installment, amount: amount, isReturn: true)
        default: return nil
        }
    }
}

/// Both, or nothing.
private func both<One, Other>(_ one: One?, _ other: Other?) -> (One, Other)? {
    if let one, let other { (one, other) } else { nil }
}
