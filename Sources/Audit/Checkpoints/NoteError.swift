/// Why bytes are no signed note, no key, no checkpoint, or are not signed by whom they should be. The codes are never
/// renamed.
public enum NoteError: String, CaseIterable, Error, Sendable {
    /// Not the form of a note (C2SP signed-note), or larger than 64 KiB, or with more than 100 signatures.
    case malformedNote = "note-malformed"
    /// Not the form of a checkpoint (C2SP tlog-checkpoint).
    case malformedCheckpoint = "checkpoint-malformed"
    /// Not the form of a verifier key or a signing key, or its hash is not that of the key.
    case malformedKey = "key-malformed"
    /// A name that is empty or holds a blank, a plus sign or a control character.
    case malformedName = "key-name-malformed"
    /// A signature that claims to be by a known key is not.
    case signatureInvalid = "signature-invalid"
    /// None of the known keys signed it.
    case unsigned = "note-unsigned"
}
