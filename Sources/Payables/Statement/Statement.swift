public import Contracts
public import Values

/// What a contract owes on a day, installment by installment (payable.md, section 5). Positions of installments and
/// assessments refer to ``terms``.
public struct Statement: Sendable {
    /// What the statement was computed from; it explains every figure.
    public let dossier: Dossier
    public internal(set) var paid = Money.zero
    /// Outstanding of the installments that are due or overdue.
    public internal(set) var payableNow = Money.zero
    public internal(set) var outstanding = Money.zero
    public internal(set) var deducted = Money.zero
    /// What the supplier owes outside of the schedule.
    public internal(set) var claim = Money.zero
    public internal(set) var waived = Money.zero
    /// Carried beyond the last installment; part of ``claim``.
    public internal(set) var carriedOut = Money.zero
    /// The first installment, in schedule order, that is neither settled nor cancelled.
    public internal(set) var next: Int?
    public internal(set) var installments: [InstallmentStatement] = []
    /// One for each assessment of the terms; nil where it has no result.
    public internal(set) var outcomes: [AssessmentOutcome?] = []
    public internal(set) var flags: [Flag] = []

    /// The terms in force.
    public var terms: Contract { dossier.standing.terms }

    /// What a reader must know beside the figures (payable.md, section 4).
    public enum Flag: Equatable, Sendable {
        case overpaid(installment: Int, Money)
        /// The score lies below every band: no rule says what it costs.
        case gap(assessment: Int)
        /// A veto withholds the installment until a ruling.
        case veto(assessment: Int)
        case terminationRight(assessments: [Int])
        case calendarMissing
    }
}

/// The figures of one installment (payable.md, section 4).
public struct InstallmentStatement: Equatable, Sendable {
    /// The gross of the schedule; a cancelled installment shows it but walks with 0.
    public internal(set) var gross = Money.zero
    public internal(set) var deducted = Money.zero
    public internal(set) var recovered = Money.zero
    public internal(set) var withheld = Money.zero
    public internal(set) var payable = Money.zero
    public internal(set) var paid = Money.zero
    public internal(set) var outstanding = Money.zero
    public internal(set) var overpaid = Money.zero
    /// What earlier installments owed back before this one.
    public internal(set) var carriedIn = Money.zero
    /// The part of the deductions that did not fit into the installment.
    public internal(set) var excess = Money.zero
    public internal(set) var status = Status.blocked
    public internal(set) var startedOn: CalendarDay?
    public internal(set) var dueOn: CalendarDay?
    public internal(set) var blockers = Blockers()
    public internal(set) var daysOverdue: Int?
    /// Late interest; nil unless overdue in a contract that has it.
    public internal(set) var interest: Money?

    /// Where an installment stands; the first that fits (payable.md, section 4).
    public enum Status: String, CaseIterable, Sendable {
        case cancelled, settled, undetermined, blocked, overdue, due
    }

    /// What keeps an installment from being paid, in the order of payable.md, section 4.
    public struct Blockers: Equatable, Sendable {
        public internal(set) var when = false
        public internal(set) var assessment = false
        public internal(set) var rectification = false
        /// One bit for each of the installment's `needs`.
        public internal(set) var needs: UInt64 = 0

        public var isEmpty: Bool { self == Blockers() }
    }
}

/// What stands of one assessment: its score, what it costs, and whether that is final (payable.md 2.3).
public struct AssessmentOutcome: Equatable, Sendable {
    /// As recorded or combined.
    public internal(set) var score: ExactDecimal
    /// What bands and points see: 0 after a veto to zero.
    public internal(set) var countedScore: ExactDecimal
    public internal(set) var on: CalendarDay
    public internal(set) var failed: [String]
    public internal(set) var vetoed: [String]
    /// The fact of the standing round; nil for a combined assessment.
    public internal(set) var fact: Int?
    public internal(set) var lines: [DeductionLine] = []
    public internal(set) var doubt: Doubt?
    public internal(set) var isSettled = false

    /// Why no rule says what the result costs.
    public enum Doubt: Sendable { case gap, veto }

    /// Gives a line, a veto to withhold, or a gap.
    var isAdverse: Bool { !lines.isEmpty || doubt != nil }
}

/// One deduction of an assessment: the rule, by its position in the terms, and the amount.
public struct DeductionLine: Equatable, Sendable {
    public let rule: Rule
    /// Negative for a cap.
    public let amount: Money
    /// The points that the rule counted.
    public internal(set) var points = ExactDecimal.zero

    /// The rule of the assessment that a line comes from.
    public enum Rule: Equatable, Sendable {
        case failure(Int)
        case band(Int)
        case points(Int)
        case cap
        case ruling
    }
}
