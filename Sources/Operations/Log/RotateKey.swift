public import Audit
internal import Postgres

extension Workspace {
    /// Signs the newest checkpoint with a new key beside the old one, and from then on with the new one alone. The
    /// trail is that note, in the signer's file and among the published ones, the list of all keys, and an entry in the
    /// journal of the office. Returns both keys.
    public func rotateKey() async throws(OperationError) -> (old: VerifierKey, new: VerifierKey) {
        _ = try await signCheckpoint()
        return try await mappingErrors {
            guard let signer else { throw LogRefusal.noSigner }
            let lock = try await lock(signer)
            defer { withExtendedLifetime(lock) {} }
            let old = try signer.key()
            guard let last = try signer.last(signedBy: old.verifier) else { throw LogRefusal.checkpointsUnusable }
            let new = try SigningKey(name: old.verifier.name, algorithm: .ed25519, seed: SigningKey.seed(effects))
            let note = try last.signed(by: new, atSecondsSince1970: 0)
            // In this order a crash leaves the old key in force, and the note is one that it signed.
            try await offThePool { () throws(LogRefusal) in
                try signer.append(note)
                try signer.replaceKey(with: new)
            }
            try await database.withTransaction { session in
                let act = OfficeAct(action: "rotate-key", subject: "\(old.verifier)", detail: "\(new.verifier)")
                try await record(act, by: effects.user, session)
            }
            try await publishSignatures(of: note, size: try Checkpoint(reading: note.text).size)
            return (old.verifier, new.verifier)
        }
    }
}
