public import Audit
internal import Postgres
internal import Storage
public import Values

/// A checkpoint as published, with who signed it.
public struct PublishedCheckpoint: Sendable {
    public let note: SignedNote
    public let checkpoint: Checkpoint
    public let publishedAt: Instant
    /// The signatures by keys that are known here; empty where none is, or one is wrong.
    public let signatures: [VerifiedSignature]
}

/// The public keys of the log and of those who countersigned it.
public struct LogKeys: Equatable, Sendable {
    /// Every one that the log ever had, the newest last; empty where this machine does not sign.
    public let own: [VerifierKey]
    public let witnesses: [VerifierKey]
}

extension Workspace {
    /// A page of the published checkpoints below a size, the largest first. Whoever may read contracts may have them.
    public func checkpoints(
        below size: Int = .max, limit: Int, by caller: Caller = .console
    ) async throws(OperationError) -> [PublishedCheckpoint] {
        try await readingLog("read-checkpoint", by: caller) { _ in
            let keys = await knownKeys()
            return try await database.publishedCheckpoints(below: size, limit: limit).map { note, moment in
                try PublishedCheckpoint(note, at: moment, keys)
            }
        }
    }

    /// The published checkpoint of a size. Throws ``LogRefusal/noCheckpoint``.
    public func publishedCheckpoint(
        ofSize size: Int, by caller: Caller = .console
    ) async throws(OperationError) -> PublishedCheckpoint {
        try await readingLog("read-checkpoint", by: caller) { _ in
            let found = try await database.publishedCheckpoints(ofSize: size, limit: 1).first
            guard let found else { throw LogRefusal.noCheckpoint }
            return try PublishedCheckpoint(found.note, at: found.publishedAt, await knownKeys())
        }
    }

    /// The public keys, for whoever may log in: everybody may check with them.
    public func logKeys(by caller: Caller) async throws(OperationError) -> LogKeys {
        if caller != .console { _ = try await actor(of: caller) }
        return await knownKeys()
    }

    func knownKeys() async -> LogKeys {
        guard let signer else { return LogKeys(own: [], witnesses: []) }
        return await offThePool { LogKeys(own: (try? signer.keys()) ?? [], witnesses: signer.witnesses()) }
    }
}

extension PublishedCheckpoint {
    init(_ bytes: [UInt8], at moment: Int64, _ keys: LogKeys) throws(NoteError) {
        let note = try SignedNote(reading: bytes)
        self.init(
            note: note, checkpoint: try Checkpoint(reading: note.text), publishedAt: Instant(microseconds: moment),
            signatures: (try? note.verified(by: keys.own + keys.witnesses)) ?? [])
    }
}
