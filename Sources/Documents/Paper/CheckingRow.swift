internal import Values

/// What a paper can be checked by: the statement's hash in words and as a QR code, the checkpoint, when it was printed.
struct CheckingRow {
    /// SHA-256 in hexadecimal; nil where there is none to name.
    let statement: String?
    let checkpoint: LogCheckpoint?
    let printedAt: Instant

    func row(in words: PaperWords) -> Paper.Row {
        var lines: [String] = []
        if let statement { lines.append("\(words.statementHash) SHA-256\(words.colon)\(statement)") }
        if let checkpoint { lines.append(checkpoint.text(in: words.language)) }
        lines.append("\(words.printedAt)\(words.colon)\(printedAt.toTheMinute)")
        var cells = [Paper.Cell(content: .lines(lines), style: .small, share: 7)]
        if let statement { cells.append(Paper.Cell(content: .code("sha256:" + statement), share: 1)) }
        return Paper.Row(cells: cells, hasBorder: false)
    }
}
