public import Audit
internal import Storage

extension Workspace {
    /// Adds a witness's signature to the published checkpoint that it countersigned, so that it goes into bundles. The
    /// witness's key is kept with the log's own.
    public func addCosignature(_ note: [UInt8], by witness: VerifierKey) async throws(OperationError) {
        try await mappingErrors {
            guard let signer else { throw LogRefusal.noSigner }
            let lock = try await lock(signer)
            defer { withExtendedLifetime(lock) {} }
            let given = try SignedNote(reading: note)
            let checkpoint = try Checkpoint(reading: given.text)
            guard let stored = try await database.checkpoint(ofSize: checkpoint.size) else {
                throw LogRefusal.noCheckpoint
            }
            guard try SignedNote(reading: stored).text == given.text, witness.algorithm == .cosignature else {
                throw LogRefusal.notExtending(.rootDiffers)
            }
            _ = try given.verified(by: [witness])
            let own = given.signatures.filter { $0.name == witness.name && $0.keyHash == witness.hash }
            try signer.trust(witness)
            try await publishSignatures(
                of: own.reduce(SignedNote(unsigned: given.text)) { $0.adding($1) }, size: checkpoint.size)
        }
    }
}
