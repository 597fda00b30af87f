/// An assessment score in hundredths of a point, 0 to 100 with at most two decimals (考核得分).
@frozen
public struct Score: Equatable, Hashable, Comparable, Sendable {
    public var hundredths: Int

    /// A score in hundredths of a point.
    @inlinable public init(hundredths: Int) { self.hundredths = hundredths }

    public static let zero = Score(hundredths: 0)
    public static let highest = Score(hundredths: 10_000)

    @inlinable public static func < (left: Score, right: Score) -> Bool { left.hundredths < right.hundredths }

    /// The score as an exact decimal; only combined scores have more than two places.
    public var exact: ExactDecimal { ExactDecimal(mantissa: Int128(hundredths), scale: 2) }
}
