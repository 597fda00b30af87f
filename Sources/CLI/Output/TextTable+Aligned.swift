import Values

extension TextTable {
    /// Columns two blanks apart; wide (Chinese) characters count two places, as terminals show them.
    func writeTable(to output: inout TextOutput) {
        let texts = rows.map { row in row.map(Self.grouped) }
        let titles = columns.map { Padded($0.title) }
        var widths = titles.map(\.width)
        for row in texts {
            for (position, text) in row.enumerated() { widths[position] = max(widths[position], text.width) }
        }
        write(titles, widths, to: &output)
        for (position, width) in widths.enumerated() {
            if position > 0 { output.write("  ") }
            for _ in 0..<width { output.write("─") }
        }
        output.write("\n")
        for row in texts { write(row, widths, to: &output) }
    }

    private func write(_ texts: [Padded], _ widths: [Int], to output: inout TextOutput) {
        var owed = 0  // blanks that a later cell of the line needs; none trail at its end
        for (position, text) in texts.enumerated() {
            if position > 0 { owed += 2 }
            let missing = widths[position] - text.width
            if columns[position].alignment == .right { owed += missing }
            if text.width > 0 {
                for _ in 0..<owed { output.write(" ") }
                output.write(text: text.text)
                owed = 0
            } else {
                owed += text.width
            }
            if columns[position].alignment == .left { owed += missing }
        }
        output.write("\n")
    }

    /// A text and the places that it takes.
    private struct Padded {
        let text: String
        let width: Int

        init(_ text: String) {
            self.text = text
            width = text.displayWidth
        }
    }

    private static func grouped(_ cell: Cell) -> Padded {
        switch cell {
        case .text(let text), .word(_, let text), .words(_, let text): Padded(text.replacingNewlines)
        case .money(let money): Padded(money.grouped)
        case .day(let day): Padded(day.description)
        case .number(let number): Padded(String(number))
        case .nothing: Padded("")
        }
    }
}

extension String {
    /// Places on a terminal: East Asian wide and full-width characters take two, marks that combine take none.
    var displayWidth: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return unicodeScalars.reduce(0) { $0 + $1.displayWidth }
    }

    /// A cell is one line.
    fileprivate var replacingNewlines: String {
        utf8.contains(UInt8(ascii: "\n")) ? split(separator: "\n").joined(separator: " ") : self
    }
}

extension Unicode.Scalar {
    fileprivate var displayWidth: Int {
        switch value {
        case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
