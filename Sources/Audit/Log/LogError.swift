/// Why something about the log cannot be computed, or is not so. The codes are never renamed.
public enum LogError: String, CaseIterable, Error, Sendable {
    /// A size below 0 or beyond ``Subtree/largestLog``.
    case sizeOutOfRange = "log-size-out-of-range"
    /// An entry that a log of that size does not have.
    case indexOutOfRange = "log-index-out-of-range"
    /// A consistency proof was asked for from a larger log to a smaller one.
    case sizeShrinks = "log-size-shrinks"
    /// A frontier of that size has another number of hashes.
    case frontierMalformed = "log-frontier-malformed"
    /// A subtree is put where none of its size can stand.
    case subtreeMisplaced = "log-subtree-misplaced"
    /// A stored subtree that the proof needs was not given.
    case subtreeMissing = "log-subtree-missing"
    /// The proof has too many or too few hashes.
    case proofLengthDiffers = "log-proof-length-differs"
    /// The proof leads to another root.
    case rootDiffers = "log-root-differs"
}
