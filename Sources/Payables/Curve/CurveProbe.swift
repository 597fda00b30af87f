import Values

/// A place on the curve, and the ear for where it ends: every question asked here notes the next score at which the
/// answer would be another one.
struct CurveProbe {
    let score: Fraction
    /// Just above the score rather than at it.
    let isBeyond: Bool
    /// The nearest score above at which any answer so far changes; 100 if none does.
    private(set) var next = Fraction(100)

    init(at score: Fraction) { (self.score, isBeyond) = (score, false) }
    init(beyond score: Fraction) { (self.score, isBeyond) = (score, true) }

    /// Less than zero, zero or more than zero, as the line is here.
    mutating func sign(_ line: StraightLine) throws(Overflow) -> Int {
        try note(line.root())
        let value = try line.value(at: score)
        if value == .zero { return isBeyond ? Int(line.slope.numerator.signum()) : 0 }
        return Int(value.numerator.signum())
    }

    mutating func smaller(_ left: StraightLine, _ right: StraightLine) throws(Overflow) -> StraightLine {
        try sign(left.minus(right)) <= 0 ? left : right
    }

    mutating func larger(_ left: StraightLine, _ right: StraightLine) throws(Overflow) -> StraightLine {
        try sign(left.minus(right)) >= 0 ? left : right
    }

    /// The whole number at or below the line.
    mutating func roundedDown(_ line: StraightLine) throws(Overflow) -> StraightLine {
        let value = try line.value(at: score)
        var whole = Fraction(value.roundedDown)
        if isBeyond, whole == value, line.slope < .zero { whole = try whole.minus(Fraction(1)) }
        let edge = line.slope > .zero ? try whole.plus(Fraction(1)) : whole
        try note(line.minus(StraightLine(edge)).root())
        return StraightLine(whole)
    }

    /// The whole number at or above the line.
    mutating func roundedUp(_ line: StraightLine) throws(Overflow) -> StraightLine {
        try StraightLine.zero.minus(roundedDown(StraightLine.zero.minus(line)))
    }

    private mutating func note(_ root: Fraction?) {
        guard let root, root > score, root < next else { return }
        next = root
    }
}
