public import Contracts
public import Payables
public import Values

/// One assessment with everything that was recorded of it, and what it comes to.
public struct AssessmentAnswer: Sendable {
    public let statement: Statement
    /// Position in the terms in force.
    public let position: Int
    /// What is payable against the score; nil where no installment depends on it, or numbers leave 128 bits.
    public let curve: PayableCurve?
    /// The results that count, first to last.
    public let rounds: [AssessmentRound]
    /// Steps and evidence, waiver and rulings that count, in the order of the dossier.
    public let records: [AssessmentRecord]
    /// What documents are called, by their hashes; those that the caller may see.
    public let documents: [String: String]
    /// The contract's version.
    public let version: Int

    public var assessment: Assessment { statement.terms.assessments[position] }
    public var outcome: AssessmentOutcome? { statement.outcomes[position] }
    public var state: AssessmentState { statement.state(ofAssessment: position) }
    /// Position of the installment that it decides on.
    public var installment: Int? { statement.installment(decidedBy: position) }
    /// The round that stands; 1 for a combined assessment, 0 without a result.
    public var round: Int { rounds.last?.number ?? (outcome == nil ? 0 : 1) }
}

/// A fact of an assessment with who recorded it when.
public struct AssessmentRecord: Sendable {
    public let fact: Fact
    public let recordedAt: Instant
    public let recordedBy: String
}

/// The result of one round, and what it comes to by itself: without later rounds, waivers and rulings.
public struct AssessmentRound: Sendable {
    public let number: Int
    public let record: AssessmentRecord
    public let result: AssessmentResult
    public let score: Score
    /// Nil where only a ruling could say.
    public let deduction: Money?
    /// Payable of the installment; nil where none depends on it.
    public let payable: Money?
}

extension AssessmentAnswer {
    /// The steps of one kind and round, in the order of the dossier.
    public func records(of step: AssessmentStep, round: Int) -> [AssessmentRecord] {
        records(ofEvent: step.event(of: assessment.id, round: round))
    }

    /// The evidence for one criterion of the scoring sheet.
    public func evidence(for criterion: String, round: Int) -> [AssessmentRecord] {
        records(ofEvent: AssessmentStep.evidence(of: assessment.id, round: round, criterion: criterion))
    }

    /// The last ruling, which stands.
    public var ruling: AssessmentRecord? {
        records.last { if case .ruling = $0.fact.kind { true } else { false } }
    }

    /// By which the department gave up a rectification.
    public var waiver: AssessmentRecord? {
        records.last { if case .rectificationWaived = $0.fact.kind { true } else { false } }
    }

    private func records(ofEvent name: String) -> [AssessmentRecord] {
        records.filter { if case .event(name, _) = $0.fact.kind { true } else { false } }
    }
}
