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
