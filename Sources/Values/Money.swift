/// An amount of money in fen (分, 1/100 yuan), exact, 64 bits. Every sum is checked: it throws ``Overflow``.
@frozen
public struct Money: Equatable, Hashable, Comparable, Sendable {
    public var fen: Int64

    /// An amount in fen.
    @inlinable public init(fen: Int64) { self.fen = fen }

    public static let zero = Money(fen: 0)

    @inlinable public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

    /// The sum; throws where it does not fit.
    @inlinable public static func + (left: Money, right: Money) throws(Overflow) -> Money {
        let (sum, overflow) = left.fen.addingReportingOverflow(right.fen)
        if overflow { throw Overflow() }
        return Money(fen: sum)
    }

    /// The difference; throws where it does not fit.
    @inlinable public static func - (left: Money, right: Money) throws(Overflow) -> Money {
        let (difference, overflow) = left.fen.subtractingReportingOverflow(right.fen)
        if overflow { throw Overflow() }
        return Money(fen: difference)
    }

    /// Adds, or throws and leaves the amount as it was.
    @inlinable public static func += (left: inout Money, right: Money) throws(Overflow) { left = try left + right }
    @inlinable public static func -= (left: inout Money, right: Money) throws(Overflow) { left = try left - right }

    /// The part of the amount that a percentage takes, rounded once to fen, half away from zero (四舍五入).
    public func share(_ percentage: Percentage) throws(Overflow) -> Money {
        Money(fen: try ExactDecimal.rounded(fen, times: percentage.millionths, dividedByTenToThe: 8))
    }

    /// Points times percentage times the amount, computed exactly and rounded once to fen (payable.md 2.2, `points`).
    public func share(_ percentage: Percentage, times factor: ExactDecimal) throws(Overflow) -> Money {
        let rate = try factor.times(ExactDecimal(mantissa: Int128(percentage.millionths), scale: 8))
        return Money(fen: try ExactDecimal.rounded(rate.mantissa, times: Int128(fen), dividedByTenToThe: rate.scale))
    }
}
