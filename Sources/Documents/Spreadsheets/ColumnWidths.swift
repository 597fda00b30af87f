internal import Tables
internal import Values

/// How wide the columns of a sheet must be for what is in them, in characters; wide (Chinese) characters count two.
struct ColumnWidths {
    private(set) var widths: [Int]
    /// Longer text is wrapped.
    private static let most = 40
    private static let mostIdentifier = 26

    private let limits: [Int]

    init(_ columns: [TableColumn], in language: Language) {
        limits = columns.map { $0.kind == .identifier ? Self.mostIdentifier : Self.most }
        // The button of the filter stands in the heading; two lines of it are fine.
        widths = columns.map { column in
            let width = column.heading.text(in: language).displayWidth
            return max(8, width > 12 ? width / 2 + 3 : width + 3)
        }
    }

    /// A cell, or a total, has been written there.
    mutating func take(_ cell: Cell, at position: Int, in language: Language) {
        let width: Int =
            switch cell {
            case .nothing: 0
            case .text(let text): Self.longestLine(text)
            case .word(let word): word.wording.text(in: language).displayWidth
            case .phrase(let wording): Self.longestLine(wording.text(in: language))
            case .money(let money): Self.groupedWidth(money.fen.magnitude / 100) + (money.fen < 0 ? 4 : 3)
            case .percentage, .score, .count: cell.text(in: language).utf8.count + 3
            case .day: 10
            case .instant: 19
            }
        widths[position] = max(widths[position], min(width + 2, limits[position]))
    }

    private static func groupedWidth(_ yuan: UInt64) -> Int {
        let digits = String(yuan).utf8.count
        return digits + (digits - 1) / 3
    }

    /// Only as far as it decides.
    private static func longestLine(_ text: String) -> Int {
        text.prefix(2 * most).split(separator: "\n").map { String($0).displayWidth }.max() ?? 0
    }
}
