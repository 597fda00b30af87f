public import Audit
internal import Postgres
internal import Storage
internal import Synchronization
internal import Values

extension Workspace {
    /// Seals what waits, and signs the log as it is then unless it is signed already. The signer verifies that the log
    /// extends what it signed last, as its own file tells and not the database; the note is in that file before anybody
    /// can read it. Throws ``OperationError/log(_:)``: ``LogRefusal/notExtending(_:)`` where history was rewritten or
    /// lost.
    @discardableResult
    public func signCheckpoint() async throws(OperationError) -> SignedNote {
        _ = try await seal()
        return try await mappingErrors {
            guard let signer else { throw LogRefusal.noSigner }
            let lock = try await lock(signer)
            defer { withExtendedLifetime(lock) {} }
            let key = try signer.key()
            guard let kept = try signer.last(signedBy: key.verifier) else { throw LogRefusal.checkpointsUnusable }
            let last = try Checkpoint(reading: kept.text)
            let frontier = try await database.withConnection { try await $0.frontier() }
            if frontier.size == last.size, frontier.root == last.root {
                try await publish(kept, size: last.size)
                return kept
            }
            let proof = try await consistency(from: last.size, to: frontier.size)
            let note = try LogRefusal.naming { () throws(CheckpointStep.Refusal) in
                try CheckpointStep.sign(frontier, after: last, proof: proof, with: key).note
            }
            try await offThePool { () throws(LogRefusal) in try signer.append(note) }
            try await publish(note, size: frontier.size)
            return note
        }
    }

    /// Waits while another task or process signs, which takes milliseconds.
    func lock(_ signer: SignerDirectory) async throws(LogRefusal) -> DurableFile.Lock {
        for _ in 0..<100 {
            do throws(LogRefusal) { return try signer.lock() } catch .busy { await effects.pause(.milliseconds(50)) }
        }
        throw .busy
    }

    /// What a service does once a second: seals what waits, and signs where there is a key and no other process signs.
    public func sealAndSign() async throws(OperationError) {
        guard let signer, signer.hasKey else {
            _ = try await seal()
            return
        }
        let log = try await seal()
        guard log.added > 0 || publishedSize.withLock({ $0 }) != log.size else { return }
        do throws(OperationError) { try await signCheckpoint() } catch .log(.busy) { return }
    }

    /// The newest checkpoint for whatever is printed or exported, signed just now where there is a key; nil while
    /// nothing is signed. A log that cannot be signed keeps nobody from their report: the one signed last is printed.
    func newestCheckpoint() async throws -> Checkpoint? {
        try? await sealAndSign()
        return try await database.checkpoint().map { try Checkpoint(reading: SignedNote(reading: $0).text) }
    }

    /// Every public key that the log ever had, the newest last.
    public func logKeys() throws(OperationError) -> [VerifierKey] {
        guard let signer else { throw .log(.noSigner) }
        do throws(LogRefusal) { return try signer.keys() } catch { throw .log(error) }
    }

    /// A shorter log has no proof; the refusal says so.
    private func consistency(from first: Int, to second: Int) async throws -> [TreeHash] {
        guard first <= second else { throw LogRefusal.notExtending(.sizeShrinks) }
        return try await database.proof(.consistency(from: first, to: second))
    }

    /// Once a process for each size: what is there already costs nothing.
    private func publish(_ note: SignedNote, size: Int) async throws {
        guard publishedSize.withLock({ $0 }) != size else { return }
        try await publishSignatures(of: note, size: size)
        publishedSize.withLock { $0 = size }
    }

    /// Publishes a note with the signatures that the published one of its size has, such as those of witnesses.
    func publishSignatures(of note: SignedNote, size: Int) async throws {
        var merged = note
        if let stored = try await database.checkpoint(ofSize: size).map({ try SignedNote(reading: $0) }),
            stored.text == note.text
        {
            merged = note.signatures.reduce(stored) { $0.adding($1) }
        }
        try await database.publishCheckpoint(merged.bytes, size: size, at: effects.now().microseconds)
    }
}
