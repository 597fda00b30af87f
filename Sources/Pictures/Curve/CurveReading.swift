public import Contracts
public import Payables
public import Values

/// What one reading of a contract's terms pays against the score of an assessment, to be drawn.
public struct CurveReading: Sendable {
    /// What to call the reading where several are compared.
    public let name: String
    /// The terms that the curve is of.
    public let terms: Contract
    public let curve: PayableCurve
    /// The score that stands now; nil without a result.
    public let present: Fraction?
    /// The day of the question.
    public let asOf: CalendarDay

    /// Nil where no installment depends on the assessment: there is nothing to draw.
    public init?(name: String = "", terms: Contract, curve: PayableCurve, present: Fraction?, asOf: CalendarDay) {
        guard let installment = curve.installment, terms.installments.indices.contains(installment) else { return nil }
        self.name = name
        self.terms = terms
        self.curve = curve
        self.present = present
        self.asOf = asOf
    }

    var assessment: Assessment { terms.assessments[curve.assessment] }
    var installment: Installment { terms.installments[curve.installment ?? 0] }

    /// The scores within 0 and 100 at which something changes, and the present one.
    var notableScores: [Fraction] {
        curve.points.dropFirst().dropLast().map(\.score) + [present].compactMap(\.self)
    }

    /// The present score for people: at most four decimals.
    var presentText: String? { present.map { (try? $0.rounded(toPlaces: 4))?.description ?? "" } }
}

extension [CurveReading] {
    /// From a little below the lowest score at which anything changes, by tens, up to 100.
    func scoreAxis(from start: Double, to end: Double) -> AxisScale {
        let lowest = flatMap(\.notableScores).min().map { Double($0) } ?? 0
        let low = Swift.max(0, Swift.min(90, ((lowest - 4) / 10).rounded(.down) * 10))
        return AxisScale(low: low, high: 100, start: start, end: end)
    }
}
