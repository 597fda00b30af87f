/// An exact decimal number, `mantissa × 10^-scale`, for quantities, weights, unit prices and combined scores.
/// Trailing zeros are stripped, so equal numbers have equal parts; what does not fit throws ``Overflow``.
public struct ExactDecimal: Equatable, Hashable, Sendable {
    public private(set) var mantissa: Int128
    public private(set) var scale: Int

    public static let zero = ExactDecimal(mantissa: 0, scale: 0)
    public static let one = ExactDecimal(mantissa: 1, scale: 0)

    /// `mantissa × 10^-scale`, `scale` from 0 to 38.
    public init(mantissa: Int128, scale: Int) {
        self.mantissa = mantissa
        self.scale = mantissa == 0 ? 0 : scale
        if let narrow = Int64(exactly: mantissa) { stripZeros(of: narrow) } else { stripZeros() }
    }

    private mutating func stripZeros(of narrow: Int64) {
        var digits = narrow
        while scale > 0, digits % 10 == 0 {
            digits /= 10
            scale -= 1
        }
        mantissa = Int128(digits)
    }

    private mutating func stripZeros() {
        while scale > 0, mantissa % 10 == 0 {
            mantissa /= 10
            scale -= 1
        }
    }

    /// The exact sum.
    public func plus(_ other: ExactDecimal) throws(Overflow) -> ExactDecimal {
        let common = max(scale, other.scale)
        let (sum, overflow) = try scaled(to: common).addingReportingOverflow(try other.scaled(to: common))
        if overflow { throw Overflow() }
        return ExactDecimal(mantissa: sum, scale: common)
    }

    /// The exact difference.
    public func minus(_ other: ExactDecimal) throws(Overflow) -> ExactDecimal {
        try plus(ExactDecimal(mantissa: -other.mantissa, scale: other.scale))
    }

    /// The exact product.
    public func times(_ other: ExactDecimal) throws(Overflow) -> ExactDecimal {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
        guard !overflow, scale + other.scale <= Self.largestScale else { throw Overflow() }
        return ExactDecimal(mantissa: product, scale: scale + other.scale)
    }

    /// Less than zero, zero or more than zero, as the difference to `other` is.
    public func compared(to other: ExactDecimal) throws(Overflow) -> Int {
        if scale == other.scale { return mantissa < other.mantissa ? -1 : mantissa == other.mantissa ? 0 : 1 }
        return Int(try minus(other).mantissa.signum())
    }

    /// Rounded down to a whole number; the number is never negative where this is used (points).
    public func roundedDown() -> ExactDecimal {
        ExactDecimal(mantissa: mantissa / Self.powersOfTen[scale], scale: 0)
    }

    /// Rounded up to a whole number (a started point counts whole).
    public func roundedUp() -> ExactDecimal {
        let whole = roundedDown()
        return whole == self ? whole : ExactDecimal(mantissa: whole.mantissa + 1, scale: 0)
    }

    /// Rounded half up to so many places (payable.md 2.2, `decimals`); the number is not negative.
    public func rounded(toPlaces places: Int) -> ExactDecimal {
        guard scale > places else { return self }
        let unit = Self.powersOfTen[scale - places]
        let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: unit)
        return ExactDecimal(mantissa: remainder >= unit - remainder ? quotient + 1 : quotient, scale: places)
    }

    private func scaled(to wanted: Int) throws(Overflow) -> Int128 {
        if wanted == scale { return mantissa }
        let (result, overflow) = mantissa.multipliedReportingOverflow(by: Self.powersOfTen[wanted - scale])
        if overflow { throw Overflow() }
        return result
    }

    static let largestScale = 38
    static let powersOfTen: [Int128] = (0...largestScale).reduce(into: []) { powers, _ in
        powers.append((powers.last ?? 0) == 0 ? 1 : powers[powers.count - 1] * 10)
    }
}
