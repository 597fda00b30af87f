internal import Values

/// The newest checkpoint of the journal's log, as a paper prints it: whoever has the paper can witness that the log was
/// not rewritten since.
public struct LogCheckpoint: Equatable, Sendable {
    public let origin: String
    /// Entries in the log.
    public let size: Int
    /// The root hash in Base64, as the signed note writes it.
    public let root: String

    /// Takes the parts as they stand in the note.
    public init(origin: String, size: Int, root: String) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    func text(in language: Language) -> String {
        language == .chinese
            ? "日志检查点：\(origin)，第 \(size) 条，根哈希 \(root)" : "Checkpoint of the log: \(origin), size \(size), root \(root)"
    }
}

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
