public import Values

/// Something that happened and was recorded (payable.md 2.4). Facts are never changed; a later one voids them.
public struct Fact: Equatable, Sendable {
    public let id: String
    /// The day it happened.
    public let on: CalendarDay
    public let kind: Kind
    /// A hash or a name.
    public let document: String?
    public let note: String?
    public let recordedAt: Instant?
    public let recordedBy: String?

    /// What happened, by payable.md 2.4.
    public indirect enum Kind: Equatable, Sendable {
        case event(String, count: Int)
        case invoice(installment: String, number: String, amount: Money)
        case usage(installment: String, item: String, quantity: ExactDecimal)
        case assessment(AssessmentResult)
        case rectificationWaived(assessment: String)
        case ruling(assessment: String, deduction: Money, reason: String)
        case objection(String)
        case objectionResolved(String)
        case paid(installment: String, amount: Money, voucher: String?, fundSource: String?)
        case returned(installment: String, amount: Money, payment: String?)
        case amended(Contract)
        case terminated(reason: String)
        case voided(fact: String, reason: String)
    }
}

/// The outcome of one round of an assessment, as recorded.
public struct AssessmentResult: Equatable, Sendable {
    public let assessment: String
    public let score: RecordedScore
    public let failed: [String]
    public let vetoed: [String]
    /// 1 for the first, one more after each rectification.
    public let round: Int
}

/// How a result was recorded: as a score, or as incidents on the scoring sheet.
public enum RecordedScore: Equatable, Sendable {
    case score(Score)
    /// Incidents for each criterion of the scoring sheet; criteria that are not named had none.
    case incidents([Incidents])

    /// How often something happened that a criterion of the sheet counts.
    public struct Incidents: Equatable, Sendable {
        public let criterion: String
        public let count: Int
    }
}

/// The kinds of fact by the names they have in JSON, in the order of payable.md 2.4.
public enum FactKind: String, CaseIterable, Sendable {
    case event, invoice, usage, assessment
    case rectificationWaived = "rectification-waived"
    case ruling, objection
    case objectionResolved = "objection-resolved"
    case paid, returned, amended, terminated, voided
}

extension Fact.Kind {
    public var name: FactKind {
        switch self {
        case .event: .event
        case .invoice: .invoice
        case .usage: .usage
        case .assessment: .assessment
        case .rectificationWaived: .rectificationWaived
        case .ruling: .ruling
        case .objection: .objection
        case .objectionResolved: .objectionResolved
        case .paid: .paid
        case .returned: .returned
        case .amended: .amended
        case .terminated: .terminated
        case .voided: .voided
        }
    }
}
