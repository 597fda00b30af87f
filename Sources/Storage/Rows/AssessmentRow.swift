internal import Contracts
internal import Payables
internal import Postgres
internal import Values

/// The row of an assessment that has a result.
struct AssessmentRow: Sendable {
    let contract: String
    let assessment: Assessment
    let outcome: AssessmentOutcome
    let factID: String?

    /// The results of a statement, in the order of the terms.
    static func rows(_ contract: String, _ statement: Payables.Statement) -> [AssessmentRow] {
        zip(statement.terms.assessments, statement.outcomes).compactMap { assessment, outcome in
            guard let outcome else { return nil }
            return AssessmentRow(
                contract: contract, assessment: assessment, outcome: outcome,
                factID: outcome.fact.map { statement.dossier.facts[$0].id })
        }
    }
}

extension AssessmentRow {
    static let table = Table<AssessmentRow>(
        "assessment_result", key: 2,
        [
            Column("contract", .text) { .text($0.contract) },
            Column("assessment", .text) { .text($0.assessment.id) },
            Column("label", .text) { .text($0.assessment.label) },
            Column("score", .numeric) { .text($0.outcome.score.description) },
            Column("assessed_on", .date) { .day($0.outcome.on) },
            // The walk has added the lines up already, within 64 bits.
            Column("deduction_fen", .bigint) { .int64($0.outcome.lines.reduce(0) { $0 &+ $1.amount.fen }) },
            Column("settled", .boolean) { .bool($0.outcome.isSettled) },
            Column("doubt", .text) { .text($0.outcome.doubt.map { $0 == .gap ? "gap" : "veto" }) },
            Column("fact_id", .text) { .text($0.factID) },
        ])
}
