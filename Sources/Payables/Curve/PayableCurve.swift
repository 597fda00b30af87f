public import Contracts
public import Values

/// What a contract pays against the score of one assessment, exactly: the scores at which that jumps or bends, with a
/// straight line from each to the next. Rounding to fen is left out of the lines; figures come from ``statement(of:)``.
public struct PayableCurve: Sendable {
    /// Position in the terms in force.
    public let assessment: Int
    /// The first installment that the assessment decides on, directly or in a combination; nil for none.
    public let installment: Int?
    /// From a score of 0 to one of 100.
    public let points: [Point]

    /// A score at which the curve begins, jumps, bends or ends.
    public struct Point: Equatable, Sendable {
        public let score: Fraction
        /// What lower scores come arbitrarily near to; nil at 0.
        public let below: Figures?
        public let at: Figures
        /// What higher scores come arbitrarily near to; nil at 100.
        public let above: Figures?

        /// Whether the figures differ right beside it; else the curve only changes its direction (or begins or ends).
        public var isJump: Bool { below.map { $0 != at } ?? false || above.map { $0 != at } ?? false }
    }

    /// Amounts in fen, not rounded.
    public struct Figures: Equatable, Sendable {
        /// Deducted from the installment.
        public let deducted: Fraction
        /// Payable of the installment.
        public let payable: Fraction
        /// Payable of all installments.
        public let total: Fraction
        /// No rule says what the score costs, or a veto withholds: the figures wait for a ruling.
        public let isUndetermined: Bool
    }
}

extension PayableCurve {
    /// The curve of a dossier whose assessment has a result (see ``Dossier/assuming(_:for:)``). Throws where numbers
    /// leave 128 bits, or where a deduction depends on the score twice over, so that it is no straight line.
    public init(of dossier: Dossier, assessment: Int) throws(Overflow) {
        var walk = Walk(dossier)
        try walk.fillGross()
        let terms = dossier.standing.terms
        let family = terms.assessmentAndItsCombinations(assessment)
        let installment = terms.installments.firstIndex { $0.assessedBy.map(family.contains) ?? false }
        let sweep = CurveSweep(dossier: dossier, assessment: assessment, installment: installment, gross: walk.gross)
        self.init(assessment: assessment, installment: installment, points: try sweep.points())
    }

    /// The exact figures at a score from 0 to 100.
    public func figures(at score: Fraction) throws(Overflow) -> Figures? {
        guard let upper = points.firstIndex(where: { $0.score >= score }) else { return nil }
        guard points[upper].score > score, upper > 0 else { return points[upper].at }
        guard let left = points[upper - 1].above, let right = points[upper].below else { return nil }
        let width = try points[upper].score.minus(points[upper - 1].score)
        let part = try score.minus(points[upper - 1].score).divided(by: width)
        func between(_ start: Fraction, _ end: Fraction) throws(Overflow) -> Fraction {
            try start.plus(end.minus(start).times(part))
        }
        return Figures(
            deducted: try between(left.deducted, right.deducted), payable: try between(left.payable, right.payable),
            total: try between(left.total, right.total), isUndetermined: left.isUndetermined)
    }
}
