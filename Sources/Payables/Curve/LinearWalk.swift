import Contracts
import Values

/// The walk over the installments (payable.md, section 4) in amounts that depend on one score in straight lines: what
/// every installment is paid at a place on the curve, and how far those lines hold.
struct LinearWalk {
    struct Row {
        var payable = StraightLine.zero
        var deducted = StraightLine.zero
        var isUndetermined = false
    }

    private let dossier: Dossier
    private let terms: Contract
    private let conditions: ConditionEvaluator
    private var assessor: LinearAssessor
    private var gross: [StraightLine]
    private var carry = StraightLine.zero
    private(set) var probe: CurveProbe
    private(set) var rows: [Row] = []

    /// `gross` is what a statement's walk starts with.
    init(_ dossier: Dossier, subject: Int, gross: [Money], _ probe: CurveProbe) throws(Overflow) {
        self.dossier = dossier
        terms = dossier.standing.terms
        conditions = ConditionEvaluator(terms: terms, standing: dossier.standing, asOf: dossier.asOf)
        assessor = LinearAssessor(dossier, subject: subject)
        self.gross = gross.map { StraightLine($0) }
        self.probe = probe
        for position in terms.installments.indices { try step(position) }
    }

    private mutating func step(_ position: Int) throws(Overflow) {
        let installment = terms.installments[position]
        var row = Row()
        var new = StraightLine.zero
        if let assessment = installment.assessedBy,
            let outcome = try assessor.outcome(assessment, &probe, gross: gross)
        {
            new = outcome.deduction
            row.isUndetermined = outcome.isUndetermined
        }
        let recovered = try probe.smaller(carry, gross[position])
        let left = try gross[position].minus(recovered)
        row.deducted = try probe.smaller(new, left)
        let net = try left.minus(row.deducted)
        var withheld: [(holdback: Int, share: StraightLine)] = []
        row.payable = net
        for withholding in installment.withholdings {
            let share = try probe.smaller(net.share(withholding.percentage), row.payable)
            row.payable = try row.payable.minus(share)
            withheld.append((withholding.holdback, share))
        }
        if try isCancelled(position, payable: row.payable) {
            row = Row()
        } else {
            carry = try carry.minus(recovered)
            if terms.excess == .carry { carry = try carry.plus(new.minus(row.deducted)) }
            for (holdback, share) in withheld { gross[holdback] = try gross[holdback].plus(share) }
        }
        let paid = StraightLine(dossier.standing.ledgers[position].paid)
        carry = try carry.plus(probe.larger(.zero, paid.minus(row.payable)))
        rows.append(row)
    }

    /// After a termination an installment is cancelled whose clock had not started by then. A clock that waits for
    /// invoices depends on the payable: it is compared with every sum that they have reached.
    private mutating func isCancelled(_ position: Int, payable: StraightLine) throws(Overflow) -> Bool {
        let installment = terms.installments[position]
        guard let termination = dossier.standing.termination, installment.kind != .holdback else { return false }
        var reached = Money.zero
        _ = try probe.sign(payable)
        for invoice in dossier.standing.ledgers[position].invoices {
            try reached += invoice.amount
            _ = try probe.sign(payable.minus(StraightLine(reached)))
        }
        let standIn = Money(fen: Int64(clamping: try amount(payable)))
        switch conditions.evaluate(installment.when, installment: position, payable: standIn) {
        case .open: return true
        case .met(let day): return day.map { $0 > termination.on } ?? false
        }
    }

    /// A whole amount that compares with whole amounts as the line does here.
    private func amount(_ line: StraightLine) throws(Overflow) -> Int128 {
        let value = try line.value(at: probe.score)
        let whole = value.roundedDown
        if Fraction(whole) < value { return whole + 1 }
        guard probe.isBeyond else { return whole }
        return line.slope > .zero ? whole + 1 : whole
    }
}
