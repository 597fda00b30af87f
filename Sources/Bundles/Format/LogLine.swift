public import Audit
internal import Values

/// A line of log.csv: an entry that is in the bundle, or a complete subtree whose entries are not. From left to right
/// they cover the whole log, so that whoever reads them knows its root (RFC 9162, 2.1.1).
public enum LogLine: Hashable, Sendable {
    /// An entry of the bundle by its index in the log.
    case entry(Int, TreeHash)
    case subtree(TreeNode)

    static let header = "kind,level,index,hash"

    /// The line without its end.
    var text: String {
        switch self {
        case .entry(let index, let hash): "entry,0,\(index),\(hash)"
        case .subtree(let node): "subtree,\(node.subtree.level),\(node.subtree.index),\(node.hash)"
        }
    }

    /// Reads a line; nil for what is none.
    init?(_ text: String) {
        let cells = text.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count == 4, let level = Int(cells[1]), let index = Int(cells[2]),
            let hash = TreeHash(String(cells[3])), let subtree = try? Subtree(level: level, index: index)
        else { return nil }
        switch cells[0] {
        case "entry" where level == 0: self = .entry(index, hash)
        case "subtree": self = .subtree(TreeNode(subtree, hash))
        default: return nil
        }
        guard self.text == text else { return nil }
    }

    /// The subtrees between two entries of a bundle, whose hashes are to be fetched. `sizes` are those of earlier
    /// checkpoints: no subtree reaches across one, so that the bundle shows the root that the log had then. Throws
    /// ``LogError/sizeOutOfRange``.
    public static func subtrees(between entries: Range<Int>, splitAt sizes: [Int]) throws(LogError) -> [Subtree] {
        var subtrees: [Subtree] = []
        var start = entries.lowerBound
        for size in sizes.sorted() where size > start && size < entries.upperBound {
            subtrees += try Subtree.covering(start..<size)
            start = size
        }
        return try subtrees + Subtree.covering(start..<entries.upperBound)
    }
}
