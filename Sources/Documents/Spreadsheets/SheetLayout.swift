internal import Tables
internal import Values

/// How wide the columns of a sheet are and how high its rows, so that nothing is hidden and a page stays legible.
/// Widths are in characters (wide, Chinese, ones count two), heights in points. Not every reader fits the height of a
/// row to wrapped text by itself (LibreOffice does not).
struct SheetLayout {
    let widths: [Int]
    private let columns: [TableColumn]
    private let language: Language

    /// So many characters on a line of A4 landscape are printed at about 7 points.
    private static let mostOnPage = 205
    private static let widestText = 40
    private static let narrowestText = 10
    private static let narrowestIdentifier = 16
    /// A page rather gets smaller type than higher rows.
    private static let mostLines = 6
    /// Further on a text does not change what is decided.
    private static let longestText = 160
    private static let pointsPerLine = 13.0
    /// What a row can have.
    private static let highest = 409.0

    /// From the first rows and their totals; `isWhole` where there are no others, so that no number is wider.
    init(_ columns: [TableColumn], rows: [[Cell]], totals: [Cell], isWhole: Bool, in language: Language) {
        self.columns = columns
        self.language = language
        var natural = columns.map { column in
            max(isWhole ? 8 : Self.least(column.kind), Self.longestWord(column.heading.text(in: language)) + 3)
        }
        for row in rows + [totals] {
            for (position, cell) in row.prefix(columns.count).enumerated() {
                natural[position] = max(natural[position], Self.width(of: cell, in: language) + 2)
            }
        }
        widths = Self.fitted(natural, columns)
    }

    /// Where the columns do not fit on a page, those with text give way, the one first that stays lowest by it.
    private static func fitted(_ natural: [Int], _ columns: [TableColumn]) -> [Int] {
        var widths = zip(columns, natural).map { wraps($0.kind) ? min($1, widestText) : $1 }
        while widths.reduce(0, +) > mostOnPage {
            let narrowable = columns.indices.filter { position in
                let narrowest = columns[position].kind == .identifier ? narrowestIdentifier : narrowestText
                return wraps(columns[position].kind)
                    && widths[position] > max(narrowest, (natural[position] + mostLines - 1) / mostLines)
            }
            guard let lowest = narrowable.min(by: { natural[$0] * widths[$1] < natural[$1] * widths[$0] }) else {
                break
            }
            widths[lowest] -= 1
        }
        return widths
    }

    /// The height of a row; nil where one line is enough.
    func height(of row: [Cell]) -> Double? {
        var lines = 1
        for (position, cell) in row.prefix(columns.count).enumerated() where Self.wraps(columns[position].kind) {
            lines = max(lines, self.lines(of: cell.text(in: language), at: position))
        }
        return Self.height(lines)
    }

    /// The height of the headings.
    var headingHeight: Double? {
        // The button of the filter stands in the heading.
        Self.height(
            columns.indices.map { lines(of: columns[$0].heading.text(in: language), at: $0, less: 3) }.max() ?? 1)
    }

    private static func height(_ lines: Int) -> Double? {
        lines > 1 ? min(Double(lines) * pointsPerLine + 2, highest) : nil
    }

    /// A line rarely ends just at the edge: a character is kept free.
    private func lines(of text: String, at position: Int, less: Int = 2) -> Int {
        let room = max(1, widths[position] - less)
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) { lines, line in
            lines + max(1, (String(line).displayWidth + room - 1) / room)
        }
    }

    private static func wraps(_ kind: TableColumn.Kind) -> Bool { kind == .text || kind == .identifier }

    /// Room for what is still to come: 99,999,999,999.99, and whole dates.
    private static func least(_ kind: TableColumn.Kind) -> Int {
        switch kind {
        case .money: 19
        case .percentage, .score, .count: 12
        case .day: 12
        case .instant: 21
        case .text, .identifier: 24
        }
    }

    /// Chinese breaks anywhere: half of it, where it is long.
    private static func longestWord(_ heading: String) -> Int {
        let longest = heading.split(separator: " ").map { String($0).displayWidth }.max() ?? 0
        return heading.utf8.allSatisfy { $0 < 0x80 } || longest <= 6 ? longest : longest / 2
    }

    private static func width(of cell: Cell, in language: Language) -> Int {
        switch cell {
        case .nothing: 0
        case .text, .word, .phrase:
            cell.text(in: language).prefix(longestText).split(whereSeparator: \.isNewline)
                .map { String($0).displayWidth }.max() ?? 0
        case .money(let money): groupedWidth(money.fen.magnitude / 100) + (money.fen < 0 ? 4 : 3)
        case .percentage, .score: cell.text(in: language).utf8.count + 2
        case .count(let count): groupedWidth(UInt64(count.magnitude)) + (count < 0 ? 1 : 0)
        case .day: 10
        case .instant: 19
        }
    }

    private static func groupedWidth(_ number: UInt64) -> Int {
        let digits = String(number).utf8.count
        return digits + (digits - 1) / 3
    }
}
