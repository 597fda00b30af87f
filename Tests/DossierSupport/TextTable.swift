/// A table for people in a text file of Tests/Fixtures/tables: what stands before the first `|` is prose; the first row
/// names the columns; each further row is a case. A cell with a single `-` or nothing is empty.
public enum TextTable {
    /// One case, which remembers the line it stands on.
    public struct Row: Sendable, CustomStringConvertible {
        public let line: Int
        public let columns: [String]
        public let cells: [String]
        let file: String

        /// The cell of that column; "" where it is empty or there is no such column.
        public subscript(column: String) -> String {
            columns.firstIndex(of: column).map { cells[$0] } ?? ""
        }

        /// `file:line: column=cell …`, which is what a failed case prints.
        public var description: String {
            let named = zip(columns, cells).filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }
            return "\(file):\(line): " + named.joined(separator: " │ ")
        }
    }

    /// The cases of a file. A row that does not fit its header stops the tests.
    public static func rows(_ name: String) -> [Row] {
        let text = String(decoding: Cases.contents(of: "tables/\(name)"), as: UTF8.self)
        var header: [String] = []
        var rows: [Row] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let cells = cells(line), !cells.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "-" } }) else {
                continue
            }
            if header.isEmpty {
                header = cells
                continue
            }
            precondition(cells.count == header.count, "\(name):\(index + 1): \(cells.count) cells, not \(header.count)")
            let values = cells.map { $0 == "-" ? "" : $0 }
            rows.append(Row(line: index + 1, columns: header, cells: values, file: name))
        }
        precondition(!rows.isEmpty, "\(name) has no rows")
        return rows
    }

    private static func cells(_ line: Substring) -> [String]? {
        guard line.hasPrefix("|") else { return nil }
        return line.dropFirst().split(separator: "|", omittingEmptySubsequences: false).dropLast().map(trimmed)
    }

    private static func trimmed(_ cell: Substring) -> String {
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
