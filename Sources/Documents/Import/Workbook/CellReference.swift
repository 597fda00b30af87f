/// A cell's place, row and column counted from 0; written as in `C5`.
public struct CellReference: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var row: Int
    public var column: Int

    /// The most that a sheet has: 1,048,576 rows, 16,384 columns (XFD).
    static let mostRows = 1_048_576
    static let mostColumns = 16_384

    /// A place by its numbers from 0.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `C5` or `$C$5`; nil for what is no place on a sheet.
    public init?(_ text: some StringProtocol) {
        var row = 0
        var column = 0
        var isInDigits = false
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where !isInDigits:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                isInDigits = true
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= Self.mostColumns, row <= Self.mostRows else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row - 1, column: column - 1)
    }

    public var description: String {
        var letters: [Character] = []
        var rest = column + 1
        while rest > 0 {
            letters.append(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))))
            rest = (rest - 1) / 26
        }
        return String(letters.reversed()) + String(row + 1)
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}

/// A rectangle of cells, both corners included.
public struct CellArea: Equatable, Sendable {
    public var first: CellReference
    public var last: CellReference

    /// The area between two corners.
    public init(first: CellReference, last: CellReference) {
        self.first = first
        self.last = last
    }

    /// Reads `A1:B2`.
    init?(_ text: String) {
        let corners = text.split(separator: ":").map { CellReference($0) }
        guard corners.count == 2, let first = corners[0], let last = corners[1] else { return nil }
        self.init(first: first, last: last)
    }
}
