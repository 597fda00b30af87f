internal import Values

/// Writes comma-separated values as spreadsheets read them: UTF-8 with a byte order mark, lines ending in CR LF
/// (RFC 4180).
struct CSVOutput {
    private var output = TextOutput()

    init(header: [String]) {
        output.write("\u{FEFF}")
        write(header.map { .text($0) })
    }

    /// What stands in a cell.
    enum Cell {
        /// Somebody's words: what a spreadsheet would take for a formula gets an apostrophe before it.
        case text(String)
        case money(Money)
        case day(CalendarDay)
        case number(Int)
        case nothing
    }

    var bytes: [UInt8] { output.bytes }

    mutating func write(_ cells: [Cell]) {
        for (position, cell) in cells.enumerated() {
            if position > 0 { output.write(",") }
            switch cell {
            case .text(let text): output.write(text: Self.quoted(Self.defused(text)))
            case .money(let money): output.write(money)
            case .day(let day): output.write(day)
            case .number(let number): output.write(number)
            case .nothing: continue
            }
        }
        output.write("\r\n")
    }

    private static func defused(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n\0＝＋－＠".unicodeScalars.contains(first) else {
            return text
        }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0) }
        guard needsQuotes else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
