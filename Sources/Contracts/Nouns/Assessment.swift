public import Values

/// How the supplier's work is scored and what a score costs (考核办法, payable.md 2.2).
public struct Assessment: Equatable, Sendable {
    public let id: String
    public let label: String
    /// Scoring sheet; empty where scores are given as such.
    public let sheet: [SheetCriterion]
    /// The parts of a combined assessment; empty where results are recorded for it directly.
    public let parts: [Part]
    /// Places that a combined score is rounded to, half up; nil for none.
    public let decimals: Int?
    /// How often the supplier may rectify (整改) and be assessed again.
    public let rectifications: Int
    public let veto: Veto?
    public let failures: Failures?
    public let bands: [Band]
    public let points: [PointsRule]
    public let cap: Share?
    /// The position of the installment that names it; nil for none.
    public internal(set) var installment: Int?

    public var isCombined: Bool { !parts.isEmpty }

    /// One criterion of the scoring sheet.
    public struct SheetCriterion: Equatable, Sendable {
        public let id: String
        public let label: String
        /// Points where nothing happened.
        public let max: Score
        /// Points off for each incident.
        public let each: Score
    }

    /// One of the assessments that a combined one is made of.
    public struct Part: Equatable, Sendable {
        /// Position in ``Contract/assessments``.
        public let assessment: Int
        /// The weights of an assessment's parts add up to 1.
        public let weight: ExactDecimal
    }

    /// One criterion decides alone (一票否决).
    public struct Veto: Equatable, Sendable {
        public let criteria: [String]
        public let effect: Effect

        /// What a vetoed criterion does.
        public enum Effect: String, CaseIterable, Sendable {
            /// No lines; the installment is undetermined until a ruling.
            case withhold
            /// Bands and points see a score of 0.
            case zero
        }
    }

    /// What each failed criterion costs.
    public struct Failures: Equatable, Sendable {
        public let criteria: [String]
        public let share: Share
    }

    /// From this score upward (and below the next band) the deduction is this share.
    public struct Band: Equatable, Sendable {
        public let from: Score
        /// The limit as the terms write it, for the line's name `band:<from>`.
        public let fromText: String
        public let share: Share
    }

    /// What each point below a limit costs.
    public struct PointsRule: Equatable, Sendable {
        public let pointsBelow: Score
        public let downTo: Score?
        public let scoreFrom: Score?
        public let scoreBelow: Score?
        public let share: Share
        public let fraction: Fraction

        /// What a broken point counts.
        public enum Fraction: String, CaseIterable, Sendable {
            case exact, whole, started
        }
    }
}

/// A percentage of a base.
public struct Share: Equatable, Sendable {
    public let percentage: Percentage
    public let base: Base
}
