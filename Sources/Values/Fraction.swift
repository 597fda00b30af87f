/// An exact fraction in lowest terms, for scores and amounts between the roundings: where a curve bends need be no
/// decimal number at all. What does not fit 128 bits throws ``Overflow``.
public struct Fraction: Equatable, Hashable, Comparable, Sendable {
    public let numerator: Int128
    /// Always above zero.
    public let denominator: Int128

    public static let zero = Fraction(0)

    /// A whole number.
    public init(_ whole: Int128) {
        numerator = whole
        denominator = 1
    }

    /// A decimal number, exactly.
    public init(_ number: ExactDecimal) {
        self.init(reducing: number.mantissa, over: ExactDecimal.powersOfTen[number.scale])
    }

    /// The denominator must be above zero.
    private init(reducing numerator: Int128, over denominator: Int128) {
        var (divisor, rest) = (numerator.magnitude, denominator.magnitude)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        let common = Int128(truncatingIfNeeded: divisor)
        self.numerator = numerator / common
        self.denominator = denominator / common
    }

    /// The exact sum.
    public func plus(_ other: Fraction) throws(Overflow) -> Fraction {
        if denominator == 1, other.denominator == 1 { return Fraction(try Self.sum(numerator, other.numerator)) }
        let left = try Self.product(numerator, other.denominator)
        let right = try Self.product(other.numerator, denominator)
        return Fraction(reducing: try Self.sum(left, right), over: try Self.product(denominator, other.denominator))
    }

    /// The exact difference.
    public func minus(_ other: Fraction) throws(Overflow) -> Fraction {
        guard other.numerator != Int128.min else { throw Overflow() }
        return try plus(Fraction(reducing: -other.numerator, over: other.denominator))
    }

    /// The exact product.
    public func times(_ other: Fraction) throws(Overflow) -> Fraction {
        let left = Fraction(reducing: numerator, over: other.denominator)
        let right = Fraction(reducing: other.numerator, over: denominator)
        return Fraction(
            reducing: try Self.product(left.numerator, right.numerator),
            over: try Self.product(left.denominator, right.denominator))
    }

    /// Throws for a divisor of zero too.
    public func divided(by other: Fraction) throws(Overflow) -> Fraction {
        guard other.numerator != 0, other.numerator != Int128.min else { throw Overflow() }
        let sign: Int128 = other.numerator < 0 ? -1 : 1
        return try times(Fraction(reducing: sign * other.denominator, over: sign * other.numerator))
    }

    public static func < (left: Fraction, right: Fraction) -> Bool {
        if left.denominator == right.denominator { return left.numerator < right.numerator }
        let leftProduct = left.numerator.multipliedFullWidth(by: right.denominator)
        let rightProduct = right.numerator.multipliedFullWidth(by: left.denominator)
        return (leftProduct.high, leftProduct.low) < (rightProduct.high, rightProduct.low)
    }

    /// The next whole number at or below.
    public var roundedDown: Int128 {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The nearest whole number, half away from zero (四舍五入).
    public var rounded: Int128 {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        guard remainder.magnitude >= denominator.magnitude - remainder.magnitude else { return quotient }
        return numerator < 0 ? quotient - 1 : quotient + 1
    }

    /// The number if it is a whole multiple of `10^-places`.
    public func decimal(places: Int) -> ExactDecimal? {
        let unit = ExactDecimal.powersOfTen[places]
        guard unit % denominator == 0 else { return nil }
        let (product, overflow) = numerator.multipliedReportingOverflow(by: unit / denominator)
        return overflow ? nil : ExactDecimal(mantissa: product, scale: places)
    }

    /// The nearest decimal number of so many places, half away from zero.
    public func rounded(toPlaces places: Int) throws(Overflow) -> ExactDecimal {
        let scaled = try times(Fraction(ExactDecimal.powersOfTen[places]))
        return ExactDecimal(mantissa: scaled.rounded, scale: places)
    }

    private static func sum(_ left: Int128, _ right: Int128) throws(Overflow) -> Int128 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        if overflow { throw Overflow() }
        return sum
    }

    private static func product(_ left: Int128, _ right: Int128) throws(Overflow) -> Int128 {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        if overflow { throw Overflow() }
        return product
    }
}
