import Values

extension TextTable {
    /// RFC 4180 in UTF-8 with a byte order mark, so that a spreadsheet shows Chinese. Text that a spreadsheet would
    /// take for a formula gets an apostrophe before it.
    func writeCSV(to output: inout TextOutput) {
        output.write("\u{FEFF}")
        write(columns.map { .text($0.key) }, to: &output)
        for row in rows { write(row, to: &output) }
    }

    private func write(_ cells: [Cell], to output: inout TextOutput) {
        for (position, cell) in cells.enumerated() {
            if position > 0 { output.write(",") }
            switch cell {
            case .words(let words, _): output.write(text: Self.quoted(Self.defused(words.joined(separator: " "))))
            case .text(let text), .word(let text, _): output.write(text: Self.quoted(Self.defused(text)))
            case .money(let money): output.write(money)
            case .day(let day): output.write(day)
            case .number(let number): output.write(number)
            case .nothing: continue
            }
        }
        output.write("\r\n")
    }

    private static func defused(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n\0＝＋－＠".unicodeScalars.contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0) }
        guard needsQuotes else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
