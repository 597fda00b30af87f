/// A column of a ``Table``: what programs call it, what people read above it, and what its cells are.
public struct TableColumn: Equatable, Sendable {
    /// Stable; unique in its table.
    public let code: String
    public let heading: Wording
    public let kind: Kind
    /// Whether the sum of the column stands below it; only money and counts have one.
    public let isTotalled: Bool

    /// What the cells are, which decides on alignment and number format.
    public enum Kind: String, CaseIterable, Sendable {
        case text
        /// Digits that must stay text: account, voucher and invoice numbers, hashes.
        case identifier
        /// Yuan, exact to the fen.
        case money
        case percentage, score, day, instant, count
    }

    /// Takes the parts as they are.
    public init(_ code: String, _ heading: Wording, _ kind: Kind, isTotalled: Bool = false) {
        self.code = code
        self.heading = heading
        self.kind = kind
        self.isTotalled = isTotalled && (kind == .money || kind == .count)
    }
}
