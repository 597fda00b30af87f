internal import Contracts
internal import Payables
internal import Postgres
internal import Values

/// The row of an assessment: its result where it has one, what it waits for, what waits for it.
struct AssessmentRow: Sendable {
    let contract: String
    let position: Int
    let assessment: Assessment
    let buyer: String
    let state: AssessmentState
    /// Nil without a result.
    let outcome: AssessmentOutcome?
    let round: Int?
    let factID: String?
    /// The installment that it decides on; nil for none.
    let installment: (terms: Installment, figures: InstallmentStatement)?

    /// The assessments of a statement, in the order of the terms.
    static func rows(_ contract: String, _ statement: Payables.Statement) -> [AssessmentRow] {
        let terms = statement.terms
        return terms.assessments.enumerated().map { position, assessment in
            let outcome = statement.outcomes[position]
            return AssessmentRow(
                contract: contract, position: position, assessment: assessment, buyer: terms.buyer,
                state: statement.state(ofAssessment: position), outcome: outcome,
                round: outcome.flatMap { _ in statement.dossier.standing.results[position].recorded?.round },
                factID: outcome?.fact.map { statement.dossier.facts[$0].id },
                installment: statement.installment(decidedBy: position).map {
                    (terms.installments[$0], statement.installments[$0])
                })
        }
    }
}

extension AssessmentRow {
    static let table = Table<AssessmentRow>("assessment_result", key: 2, result + list)

    private static let result: [Column<AssessmentRow>] = [
        Column("contract", .text) { .text($0.contract) },
        Column("assessment", .text) { .text($0.assessment.id) },
        Column("label", .text) { .text($0.assessment.label) },
        Column("score", .numeric) { .text($0.outcome?.score.description) },
        Column("assessed_on", .date) { .day($0.outcome?.on) },
        // The walk has added the lines up already, within 64 bits.
        Column("deduction_fen", .bigint) { .int64($0.outcome?.lines.reduce(0) { $0 &+ $1.amount.fen } ?? 0) },
        Column("settled", .boolean) { .bool($0.outcome?.isSettled ?? false) },
        Column("doubt", .text) { .text($0.outcome?.doubt.map { $0 == .gap ? "gap" : "veto" }) },
        Column("fact_id", .text) { .text($0.factID) },
    ]
    private static let list: [Column<AssessmentRow>] = [
        Column("position", .integer) { .int64(Int64($0.position)) },
        Column("buyer", .text) { .text($0.buyer) },
        Column("state", .text) { .text($0.state.rawValue) },
        Column("round", .integer) { .number($0.round.map(Int64.init)) },
        Column("installment", .text) { .text($0.installment?.terms.id) },
        Column("installment_label", .text) { .text($0.installment?.terms.label) },
        Column("outstanding_fen", .bigint) { .money($0.installment?.figures.outstanding ?? .zero) },
        Column("due_on", .date) { .day($0.installment?.figures.dueOn) },
    ]
}
