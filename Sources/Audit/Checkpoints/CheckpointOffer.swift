internal import Values

/// What a log sends to a witness: its checkpoint, and the proof that it extends the one which the witness saw last
/// (C2SP tlog-witness, add-checkpoint): `old SIZE`, a line of base64 for each hash, an empty line, the note.
public struct CheckpointOffer: Equatable, Sendable {
    /// The size that the proof begins at; 0 before the witness's first.
    public let from: Int
    public let proof: [TreeHash]
    public let note: SignedNote

    /// Takes the parts as they are.
    public init(from: Int, proof: [TreeHash], note: SignedNote) {
        self.from = from
        self.proof = proof
        self.note = note
    }

    /// The text that travels.
    public var bytes: [UInt8] {
        let lines = ["old \(from)"] + proof.map { Base64.standard.text($0.bytes) }
        return lines.flatMap { Array($0.utf8) + [0x0A] } + [0x0A] + note.bytes
    }

    /// Reads the text. Throws ``NoteError/malformedNote``.
    public init(reading bytes: [UInt8]) throws(NoteError) {
        let lines = bytes.prefix(1 << 17).split(
            separator: 0x0A, maxSplits: 65, omittingEmptySubsequences: false)
        guard let gap = lines.dropLast().firstIndex(where: \.isEmpty), let first = lines.first,
            let head = String(validating: first, as: UTF8.self), head.hasPrefix("old "),
            let from = Int(head.dropFirst(4)), from >= 0, "old \(from)" == head
        else { throw .malformedNote }
        var proof: [TreeHash] = []
        for line in lines[1..<max(gap, 1)] {
            guard let hash = Base64.standard.bytes(line).flatMap({ TreeHash(bytes: $0) }) else { throw .malformedNote }
            proof.append(hash)
        }
        self.init(
            from: from, proof: proof, note: try SignedNote(reading: Array(bytes[lines[gap].endIndex...].dropFirst())))
    }
}
