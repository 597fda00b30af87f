internal import Values

/// What a log says of itself at a moment: its size and root (C2SP tlog-checkpoint). Signed, it is a ``SignedNote``.
public struct Checkpoint: Hashable, Sendable {
    /// Names the log; the name of its key.
    public let origin: String
    public let size: Int
    public let root: TreeHash
    /// Further lines, none of them empty.
    public let extensions: [String]

    /// Takes the parts. Throws ``NoteError/malformedCheckpoint`` where they are no checkpoint.
    public init(origin: String, size: Int, root: TreeHash, extensions: [String] = []) throws(NoteError) {
        let lines = [origin] + extensions
        guard (0...Subtree.largestLog).contains(size),
            lines.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
        else { throw .malformedCheckpoint }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a note. Throws ``NoteError/malformedCheckpoint``.
    public init(reading text: [UInt8]) throws(NoteError) {
        guard text.last == 0x0A, let string = String(validating: text, as: UTF8.self) else {
            throw .malformedCheckpoint
        }
        let lines = string.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { String(String.UnicodeScalarView($0)) }
        guard lines.count >= 3, let size = Int(lines[1]), String(size) == lines[1],
            let root = Base64.standard.bytes(Array(lines[2].utf8)).flatMap({ TreeHash(bytes: $0) })
        else { throw .malformedCheckpoint }
        try self.init(origin: lines[0], size: size, root: root, extensions: Array(lines.dropFirst(3)))
    }

    /// What is signed.
    public var text: [UInt8] {
        let lines = [origin, String(size), root.base64] + extensions
        return lines.flatMap { Array($0.utf8) + [0x0A] }
    }

    /// The checkpoint in a note by a known log: at least one of the keys signed the text itself, under the name of the
    /// origin. Throws the reason why there is none.
    public static func verified(
        _ note: SignedNote, by keys: [VerifierKey]
    ) throws(NoteError) -> (checkpoint: Checkpoint, signatures: [VerifiedSignature]) {
        let checkpoint = try Checkpoint(reading: note.text)
        let signatures = try note.verified(by: keys)
        guard signatures.contains(where: { $0.key.algorithm == .ed25519 && $0.key.name == checkpoint.origin }) else {
            throw .unsigned
        }
        return (checkpoint, signatures)
    }
}
