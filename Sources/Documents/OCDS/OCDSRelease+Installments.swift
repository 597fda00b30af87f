internal import Contracts
internal import JSON
internal import Payables
internal import Values

extension OCDSRelease {
    /// A planned payment, with how its amount came about (``OCDSExtension``).
    func installmentMilestone(_ position: Int) -> JSONContent {
        let installment = contract.terms.installments[position]
        let row = contract.statement.installments[position]
        let payments = contract.standing.ledgers[position].payments
        let metOn = payments.last { $0.amount > .zero }?.on ?? row.startedOn
        return .object([
            "id": .text(installment.id), "title": .text(installment.label), "type": .text("financing"),
            "dueDate": row.dueOn.map { .end(of: $0) },
            "dateMet": row.status == .settled ? metOn.map { .start(of: $0) } : nil,
            "status": .text(Self.status(of: row)), "installment": figures(of: position),
        ])
    }

    /// By the closed codelist milestoneStatus.
    private static func status(of row: InstallmentStatement) -> String {
        switch row.status {
        case .settled: "met"
        case .overdue, .cancelled: "notMet"
        case .undetermined, .blocked, .due: row.paid > .zero ? "partiallyMet" : "scheduled"
        }
    }

    private func figures(of position: Int) -> JSONContent {
        let installment = contract.terms.installments[position]
        let row = contract.statement.installments[position]
        let assessment = installment.assessedBy.map { contract.terms.assessments[$0] }
        let lines = contract.statement.lines(of: position).map { line in
            JSONContent.object([
                "id": .text(line.rule.name(in: assessment)), "assessment": assessment.map { .text($0.id) },
                "amount": .value(line.amount),
            ])
        }
        return .object([
            "kind": .text(installment.kind.rawValue), "gross": .value(row.gross), "recovered": .value(row.recovered),
            "deducted": .value(row.deducted), "withheld": .value(row.withheld), "payable": .value(row.payable),
            "paid": .value(row.paid), "outstanding": .value(row.outstanding),
            "daysOverdue": row.daysOverdue.map { .integer($0) }, "lateInterest": row.interest.map { .value($0) },
            "deductions": .list(orNil: lines),
        ])
    }
}
