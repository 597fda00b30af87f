public import Audit
internal import Storage
internal import Values

extension Workspace {
    /// Adds a witness's signature to the published checkpoint that it countersigned, so that it goes into bundles. The
    /// witness's key is kept with the log's own.
    public func addCosignature(_ note: [UInt8], by witness: VerifierKey) async throws(OperationError) {
        try await mappingErrors {
            guard let signer else { throw LogRefusal.noSigner }
            let lock = try signer.lock()
            defer { withExtendedLifetime(lock) {} }
            let given = try SignedNote(reading: note)
            let checkpoint = try Checkpoint(reading: given.text)
            guard let stored = try await database.checkpoint(ofSize: checkpoint.size) else {
                throw LogRefusal.noCheckpoint
            }
            var published = try SignedNote(reading: stored)
            guard published.text == given.text, witness.algorithm == .cosignature else {
                throw LogRefusal.notExtending(.rootDiffers)
            }
            _ = try given.verified(by: [witness])
            for signature in given.signatures
            where signature.name == witness.name && signature.keyHash == witness.hash {
                published = published.adding(signature)
            }
            try signer.trust(witness)
            try await database.publishCheckpoint(
                published.bytes, size: checkpoint.size, at: effects.now().microseconds)
        }
    }
}
