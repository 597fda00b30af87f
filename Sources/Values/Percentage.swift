/// A percentage as the contract writes it: "1.5" means 1.5 %. Exact, in millionths of a percent, never negative.
@frozen
public struct Percentage: Equatable, Hashable, Comparable, Sendable {
    public var millionths: Int64

    /// A percentage in millionths of a percent.
    @inlinable public init(millionths: Int64) { self.millionths = millionths }

    public static let hundred = Percentage(millionths: 100_000_000)

    @inlinable public static func < (left: Percentage, right: Percentage) -> Bool { left.millionths < right.millionths }

    /// The percentage as an exact decimal: 1.5 for 1.5 %.
    public var exact: ExactDecimal { ExactDecimal(mantissa: Int128(millionths), scale: 6) }
}
