/// Why a signer or a witness does not sign. The codes are never renamed.
public enum ExtensionRefusal: String, CaseIterable, Error, Sendable {
    /// It is the checkpoint of another log.
    case originDiffers = "checkpoint-origin-differs"
    /// The log became smaller.
    case sizeShrinks = "checkpoint-size-shrinks"
    /// Two roots for one size: history was rewritten.
    case rootDiffers = "checkpoint-root-differs"
    /// The proof does not show that the log begins with what was signed before.
    case notConsistent = "checkpoint-not-consistent"
    /// A first checkpoint comes with no proof.
    case proofUnexpected = "checkpoint-proof-unexpected"
}

extension Checkpoint {
    /// Refuses a checkpoint that is no consistent extension of the last one, as its signer or a witness keeps it (in a
    /// file, never in the database); nil before the first. The same size and root again are fine.
    public func requireExtension(of last: Checkpoint?, proof: [TreeHash]) throws(ExtensionRefusal) {
        guard let last else {
            guard proof.isEmpty else { throw .proofUnexpected }
            return
        }
        guard origin == last.origin else { throw .originDiffers }
        guard size >= last.size else { throw .sizeShrinks }
        guard size > last.size || root == last.root else { throw .rootDiffers }
        do throws(LogError) {
            try ProofVerification.consistency(from: last.size, last.root, to: size, root, proof: proof)
        } catch { throw .notConsistent }
    }
}
