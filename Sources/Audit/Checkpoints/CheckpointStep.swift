/// One step of whoever signs checkpoints: pure, from what it kept to what it publishes. Whoever calls writes the new
/// checkpoint to its file before the note leaves the house.
public enum CheckpointStep {
    /// What stands in the way.
    public enum Refusal: Error, Equatable, Sendable {
        case note(NoteError)
        case extending(ExtensionRefusal)

        /// The stable code of the reason.
        public var code: String {
            switch self {
            case .note(let error): error.rawValue
            case .extending(let refusal): refusal.rawValue
            }
        }
    }

    /// The log's own step: signs its size and root, after verifying that they extend its last checkpoint.
    public static func sign(
        _ frontier: Frontier, after last: Checkpoint?, proof: [TreeHash], with key: SigningKey,
        extensions: [String] = []
    ) throws(Refusal) -> (checkpoint: Checkpoint, note: SignedNote) {
        let next = try naming { () throws(NoteError) in
            try Checkpoint(
                origin: key.verifier.name, size: frontier.size, root: frontier.root, extensions: extensions)
        }
        try require(next, extends: last, proof)
        let note = try naming { () throws(NoteError) in
            try SignedNote(unsigned: next.text).signed(by: key, atSecondsSince1970: 0)
        }
        return (next, note)
    }

    /// A witness's step (C2SP tlog-cosignature): countersigns a checkpoint that the log signed and that extends the
    /// last one which the witness saw.
    public static func witness(
        _ note: SignedNote, by logKeys: [VerifierKey], after last: Checkpoint?, proof: [TreeHash],
        with key: SigningKey, atSecondsSince1970 seconds: UInt64
    ) throws(Refusal) -> (checkpoint: Checkpoint, note: SignedNote) {
        let next = try naming { () throws(NoteError) in try Checkpoint.verified(note, by: logKeys).checkpoint }
        try require(next, extends: last, proof)
        let cosigned = try naming { () throws(NoteError) in
            try note.signed(by: key, atSecondsSince1970: seconds)
        }
        return (next, cosigned)
    }

    private static func naming<Value>(_ body: () throws(NoteError) -> Value) throws(Refusal) -> Value {
        do throws(NoteError) { return try body() } catch { throw .note(error) }
    }

    private static func require(
        _ next: Checkpoint, extends last: Checkpoint?, _ proof: [TreeHash]
    ) throws(Refusal) {
        do throws(ExtensionRefusal) { try next.requireExtension(of: last, proof: proof) } catch {
            throw .extending(error)
        }
    }
}
