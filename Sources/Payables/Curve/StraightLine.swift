import Values

/// An amount (in fen) or a number of points that depends on one score in a straight line, exactly.
struct StraightLine: Equatable {
    /// What it is at a score of 0.
    let constant: Fraction
    /// What each point adds.
    let slope: Fraction

    static let zero = StraightLine(Fraction.zero)
    /// The score itself.
    static let score = StraightLine(constant: .zero, slope: Fraction(1))

    init(constant: Fraction, slope: Fraction) {
        self.constant = constant
        self.slope = slope
    }

    init(_ constant: Fraction) { self.init(constant: constant, slope: .zero) }
    init(_ number: ExactDecimal) { self.init(Fraction(number)) }
    init(_ money: Money) { self.init(Fraction(Int128(money.fen))) }

    var isConstant: Bool { slope == .zero }

    func plus(_ other: StraightLine) throws(Overflow) -> StraightLine {
        StraightLine(constant: try constant.plus(other.constant), slope: try slope.plus(other.slope))
    }

    func minus(_ other: StraightLine) throws(Overflow) -> StraightLine {
        StraightLine(constant: try constant.minus(other.constant), slope: try slope.minus(other.slope))
    }

    func times(_ factor: Fraction) throws(Overflow) -> StraightLine {
        StraightLine(constant: try constant.times(factor), slope: try slope.times(factor))
    }

    /// The part that a percentage takes. What depends on no score is rounded to fen as a statement rounds it.
    func share(_ percentage: Percentage, times points: StraightLine = StraightLine(Fraction(1))) throws(Overflow)
        -> StraightLine
    {
        let rate = Fraction(ExactDecimal(mantissa: Int128(percentage.millionths), scale: 8))
        let line = try isConstant ? points.times(constant).times(rate) : times(points.asConstant()).times(rate)
        return line.isConstant ? StraightLine(Fraction(line.constant.rounded)) : line
    }

    /// Two factors that both depend on the score would make a parabola, which no line can tell.
    private func asConstant() throws(Overflow) -> Fraction {
        guard isConstant else { throw Overflow() }
        return constant
    }

    func value(at score: Fraction) throws(Overflow) -> Fraction { try constant.plus(slope.times(score)) }

    /// The score at which it is zero; nil where it is zero nowhere or everywhere.
    func root() throws(Overflow) -> Fraction? {
        slope == .zero ? nil : try Fraction.zero.minus(constant).divided(by: slope)
    }
}
