public import Audit
internal import Postgres
internal import Storage

/// A proof that an entry is in the log.
public struct InclusionProof: Equatable, Sendable {
    public let index: Int
    public let leaf: TreeHash
    /// Of the log that the proof is for.
    public let size: Int
    /// From the bottom to the root (RFC 9162, 2.1.3).
    public let hashes: [TreeHash]
}

/// An entry by which a proof is asked for.
public enum LogPlace: Equatable, Sendable {
    /// By its place in the log, from 0.
    case index(Int)
    /// By its contract and its number within it.
    case entry(contract: String, number: Int)
}

/// An entry of the log as somebody may see it.
public struct ReadLogEntry: Sendable {
    public let index: Int
    public let leaf: TreeHash
    /// The entry's contract, number and bytes; nil where the caller may not read the contract.
    public let content: (contract: String, number: Int, bytes: [UInt8])?
}

extension Workspace {
    /// The newest signed checkpoint, or that of a size, as published. Whoever may read contracts may have it.
    public func checkpoint(
        ofSize size: Int? = nil, by caller: Caller = .console
    ) async throws(OperationError) -> SignedNote {
        try await readingLog("read-checkpoint", by: caller) { _ in
            guard let bytes = try await database.checkpoint(ofSize: size) else { throw LogRefusal.noCheckpoint }
            return try SignedNote(reading: bytes)
        }
    }

    /// The newest checkpoint with the proof that it extends the log of a size: what a witness asks for.
    public func checkpointOffer(
        from size: Int, by caller: Caller = .console
    ) async throws(OperationError) -> CheckpointOffer {
        let note = try await checkpoint(by: caller)
        return try await mappingErrors {
            let newest = try Checkpoint(reading: note.text).size
            let proof = try await database.proof(.consistency(from: size, to: newest))
            return CheckpointOffer(from: size, proof: proof, note: note)
        }
    }

    /// The proof that an entry is in the log of a size; without one, of the newest checkpoint's.
    public func inclusionProof(
        of place: LogPlace, in size: Int? = nil, by caller: Caller = .console
    ) async throws(OperationError) -> InclusionProof {
        try await readingLog("read-proof", by: caller) { _ in
            let size = try await self.size(size)
            guard let (index, leaf) = try await leaf(place), index < size else { throw LogRefusal.unknownEntry }
            let hashes = try await database.proof(.inclusion(of: index, in: size))
            return InclusionProof(index: index, leaf: leaf, size: size, hashes: hashes)
        }
    }

    /// The proof that the log of one size begins with that of another (RFC 9162, 2.1.4).
    public func consistencyProof(
        from first: Int, to second: Int, by caller: Caller = .console
    ) async throws(OperationError) -> [TreeHash] {
        try await readingLog("read-proof", by: caller) { _ in
            guard first <= second, try await database.logSize() >= second else { throw LogRefusal.sizeUnknown }
            return try await database.proof(.consistency(from: first, to: second))
        }
    }

    /// Entries of the log from a place on. Of contracts that the caller may not read only the hashes are shown.
    public func logEntries(
        from index: Int, limit: Int, by caller: Caller = .console
    ) async throws(OperationError) -> [ReadLogEntry] {
        try await readingLog("read-log", by: caller) { authority in
            try await database.loggedEntries(from: index, limit: max(1, min(limit, 1000))).map { entry in
                let mayRead = entry.buyerKey.map { authority.sees(buyer: $0) } ?? authority.seesEverything
                return ReadLogEntry(
                    index: entry.index, leaf: entry.leaf,
                    content: mayRead ? (entry.contract, entry.number, entry.bytes) : nil)
            }
        }
    }

    func readingLog<Value>(
        _ action: String, by caller: Caller, _ body: (Authority) async throws -> Value
    ) async throws(OperationError) -> Value {
        let authority = try await reading(action, by: caller, []) { authority, _ in
            try authority.require(.readContracts)
            return authority
        }
        return try await mappingErrors { try await body(authority) }
    }

    private func size(_ given: Int?) async throws -> Int {
        let size = try await database.logSize()
        if let given {
            guard given <= size else { throw LogRefusal.sizeUnknown }
            return given
        }
        guard let newest = try await database.checkpoint() else { return size }
        return try Checkpoint(reading: SignedNote(reading: newest).text).size
    }

    private func leaf(_ place: LogPlace) async throws -> (index: Int, leaf: TreeHash)? {
        switch place {
        case .index(let index): try await database.leaf(at: index).map { (index, $0) }
        case .entry(let contract, let number): try await database.place(ofEntry: number, of: contract)
        }
    }
}
