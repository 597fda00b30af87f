public import Values

/// Writes comma-separated values as spreadsheets read them: UTF-8 with a byte order mark, lines ending in CR LF
/// (RFC 4180). Rows come one at a time and bytes can be taken out between them. A line of headings and the rows:
/// title, notes and totals have no place in it. A spreadsheet that opens the file takes long identifiers for numbers
/// and rounds them; a workbook keeps them.
public struct CSVOutput: Sendable {
    private var output = TextOutput()
    private let width: Int
    private let language: Language

    /// Begins with the headings of a table.
    public init(_ head: TableHead, in language: Language) {
        self.init(header: head.columns.map { $0.heading.text(in: language) }, in: language)
    }

    /// Begins with headings of the caller's.
    public init(header: [String], in language: Language) {
        width = header.count
        self.language = language
        output.write("\u{FEFF}")
        append(header.map { .text($0) })
    }

    /// A row. What a spreadsheet would take for a formula gets an apostrophe before it, if people wrote it.
    public mutating func append(_ row: [Cell]) {
        for position in 0..<width {
            if position > 0 { output.write(",") }
            guard position < row.count else { continue }
            switch row[position] {
            case .text, .word, .phrase:
                write(quoting: Self.defused(row[position].text(in: language)))
            default: output.write(row[position], in: language)
            }
        }
        output.write("\r\n")
    }

    /// What was written since this was last asked.
    public mutating func takeBytes() -> [UInt8] {
        defer { output.removeAll() }
        return output.bytes
    }

    private static func defused(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n\0＝＋－＠".unicodeScalars.contains(first) else {
            return text
        }
        return "'" + text
    }

    /// Byte by byte: a quote that a combining mark follows is another `Character`, but a quote to every reader.
    private mutating func write(quoting text: String) {
        let special = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        guard text.utf8.contains(where: special.contains) else { return output.write(text: text) }
        output.write("\"")
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { output.write(byte: byte) }
            output.write(byte: byte)
        }
        output.write("\"")
    }
}

extension Table {
    /// The whole table as comma-separated values.
    public func csv(in language: Language) -> [UInt8] {
        var output = CSVOutput(head, in: language)
        for row in rows { output.append(row) }
        return output.takeBytes()
    }
}
