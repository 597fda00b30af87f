import JSON
import Values

/// A listing that prints as an aligned table, as CSV or as JSON.
struct TextTable {
    struct Column {
        /// The name in JSON and CSV.
        let key: String
        /// The name above the column in the reader's language.
        let title: String
        var alignment = Alignment.left
    }

    enum Alignment { case left, right }

    enum Cell {
        case text(String)
        /// A word with a stable name for programs and another for people.
        case word(String, shown: String)
        case words([String], shown: String)
        case money(Money)
        case day(CalendarDay)
        case number(Int)
        case nothing
    }

    let columns: [Column]
    var rows: [[Cell]] = []

    /// The listing in the form asked for, with a newline at its end.
    func render(_ format: ListingFormat) -> TextOutput {
        var output = TextOutput(reservingCapacity: rows.count * 128)
        switch format {
        case .table: writeTable(to: &output)
        case .csv: writeCSV(to: &output)
        case .json: writeJSON(to: &output)
        }
        return output
    }

    private func writeJSON(to output: inout TextOutput) {
        output.write("[")
        for (index, row) in rows.enumerated() {
            output.write(index > 0 ? ",\n{" : "\n{")
            for (position, (column, cell)) in zip(columns, row).enumerated() {
                if position > 0 { output.write(",") }
                output.write(jsonString: column.key)
                output.write(":")
                write(json: cell, to: &output)
            }
            output.write("}")
        }
        output.write("\n]\n")
    }

    private func write(json cell: Cell, to output: inout TextOutput) {
        switch cell {
        case .text(let text), .word(let text, _): output.write(jsonString: text)
        case .words(let words, _):
            output.write("[")
            for (index, word) in words.enumerated() {
                if index > 0 { output.write(",") }
                output.write(jsonString: word)
            }
            output.write("]")
        case .number(let number): output.write(number)
        case .nothing: output.write("null")
        case .money(let money):
            output.write("\"")
            output.write(money)
            output.write("\"")
        case .day(let day):
            output.write("\"")
            output.write(day)
            output.write("\"")
        }
    }
}
