public import Values

/// What stands on the notice that tells a supplier the result of an assessment (考核结果通知书).
public struct AssessmentNotice: Equatable, Sendable {
    public let contract: ContractHead
    public let assessment: String
    /// The contract year that is assessed; nil where the terms do not say.
    public let period: Period?
    public let on: CalendarDay
    /// Nil for a combined assessment, which has none of its own.
    public let round: Int?
    public let score: ExactDecimal
    /// The scoring sheet; empty where the result was recorded as a score.
    public let criteria: [Criterion]
    /// Of a combined assessment.
    public let parts: [Part]
    public let failed: [String]
    public let vetoed: [String]
    public let deductions: [Deduction]
    public let total: Money
    /// What falls on which installment; nil where none names the assessment.
    public let effect: Effect?
    public let outlook: Outlook
    public let printedAt: Instant
    public let language: Language

    /// From one day to another, both included.
    public struct Period: Equatable, Sendable {
        public let from: CalendarDay
        public let to: CalendarDay
    }

    /// A line of the scoring sheet.
    public struct Criterion: Equatable, Sendable {
        public let label: String
        public let max: Score
        /// Points off for each incident.
        public let each: Score
        public let incidents: Int
        public let score: Score
    }

    /// A part of a combined assessment.
    public struct Part: Equatable, Sendable {
        public let label: String
        public let weight: ExactDecimal
        public let score: ExactDecimal
    }

    /// A deduction, its rule in words.
    public struct Deduction: Equatable, Sendable {
        public let name: String
        public let reason: String
        public let amount: Money
    }

    /// The installment that the result decides on, as it stands with it.
    public struct Effect: Equatable, Sendable {
        public let installment: String
        public let gross: Money
        public let deducted: Money
        public let payable: Money
        /// Deductions beyond what the installment could bear, and what the terms make of them.
        public let excess: Money
        public let rule: ExcessRule
    }

    /// What becomes of deductions that an installment cannot bear.
    public enum ExcessRule: Sendable { case carry, waive, claim }

    /// What comes next for the supplier.
    public enum Outlook: Equatable, Sendable {
        /// The result stands.
        case settled
        /// The supplier may rectify (整改) and be assessed so many times again.
        case rectification(left: Int)
        /// No rule says what the result costs, or a veto withholds the payment: a ruling (裁定) decides.
        case ruling
    }
}
