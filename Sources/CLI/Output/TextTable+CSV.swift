internal import Tables
internal import Values

extension TextTable {
    /// Comma-separated values under the columns' names for programs.
    func writeCSV(to output: inout TextOutput) {
        var csv = CSVOutput(header: columns.map(\.key), in: .english)
        for row in rows { csv.append(row.map(\.csv)) }
        csv.takeBytes().withUnsafeBufferPointer { output.write(raw: $0) }
    }
}

extension TextTable.Cell {
    /// With the words for programs.
    fileprivate var csv: Tables.Cell {
        switch self {
        case .text(let text), .word(let text, _): .text(text)
        case .words(let words, _): .text(words.joined(separator: " "))
        case .money(let money): .money(money)
        case .day(let day): .day(day)
        case .number(let number): .count(number)
        case .nothing: .nothing
        }
    }
}
