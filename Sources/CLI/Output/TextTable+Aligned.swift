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
    /// A cell is one line.
    fileprivate var replacingNewlines: String {
        utf8.contains(UInt8(ascii: "\n")) ? split(separator: "\n").joined(separator: " ") : self
    }
}
