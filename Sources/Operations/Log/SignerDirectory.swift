public import Audit
#if canImport(Glibc)
    internal import Glibc
#endif

/// What a signer of checkpoints goes by, outside of the database: `signing-key` (mode 0600), `keys` (every public key
/// that it ever had, the newest last) and `checkpoints` (every note that it signed, in order). The log has one, and so
/// has each witness. Calls block for a moment.
public struct SignerDirectory: Sendable {
    /// The directory.
    public let path: String

    /// A directory by its path; it need not be there.
    public init(_ path: String) { self.path = path }

    private var keyFile: String { path + "/signing-key" }
    private var keysFile: String { path + "/keys" }
    private var checkpointsFile: String { path + "/checkpoints" }

    /// Whether a key was made here.
    public var hasKey: Bool { access(keyFile, F_OK) == 0 }

    /// Makes the directory with a new key. The first checkpoint is that of the empty log, so that a file of
    /// checkpoints that is missing later is noticed. Throws ``LogRefusal/keyPresent``, ``LogRefusal/nameForm`` and
    /// ``LogRefusal/unwritable``.
    public func create(
        name: String, algorithm: VerifierKey.Algorithm, seed: [UInt8]
    ) throws(LogRefusal) -> VerifierKey {
        guard !hasKey else { throw .keyPresent }
        let key: SigningKey
        do throws(NoteError) { key = try SigningKey(name: name, algorithm: algorithm, seed: seed) } catch {
            throw .nameForm
        }
        _ = mkdir(path, 0o700)
        guard DurableFile.replace(keysFile, Array("\(key.verifier)\n".utf8), mode: 0o644),
            DurableFile.replace(checkpointsFile, [], mode: 0o644)
        else { throw .unwritable }
        if algorithm == .ed25519 {
            let first = try LogRefusal.naming { () throws(CheckpointStep.Refusal) in
                try CheckpointStep.sign(Frontier(), after: nil, proof: [], with: key).note
            }
            try append(first)
        }
        guard DurableFile.create(keyFile, Array((key.secretText + "\n").utf8), mode: 0o600) else { throw .unwritable }
        return key.verifier
    }

    /// The key that signs. Throws ``LogRefusal/keyUnusable``.
    public func key() throws(LogRefusal) -> SigningKey {
        guard let bytes = DurableFile.read(keyFile, isSecret: true), bytes.last == 0x0A,
            let key = try? SigningKey(String(decoding: bytes.dropLast(), as: UTF8.self))
        else { throw .keyUnusable }
        return key
    }

    /// Every public key that the signer ever had, the newest last. Throws ``LogRefusal/keyUnusable``.
    public func keys() throws(LogRefusal) -> [VerifierKey] {
        let text = String(decoding: DurableFile.read(keysFile) ?? [], as: UTF8.self)
        let keys = text.split(separator: "\n").compactMap { try? VerifierKey(String($0)) }
        guard !keys.isEmpty else { throw .keyUnusable }
        return keys
    }

    /// The note signed last. What a crash left half written behind it was never published. Nil only for a witness that
    /// has signed nothing yet; throws ``LogRefusal/checkpointsUnusable``.
    public func last(signedBy key: VerifierKey) throws(LogRefusal) -> SignedNote? {
        guard let bytes = DurableFile.read(checkpointsFile) else { throw .checkpointsUnusable }
        let blocks = Self.blocks(bytes)
        for (text, signatures) in zip(blocks, blocks.dropFirst()).reversed() {
            let note = try? SignedNote(reading: text + [0x0A, 0x0A] + signatures + [0x0A])
            if let note, (try? note.verified(by: [key])) != nil { return note }
        }
        guard key.algorithm == .cosignature, bytes.isEmpty else { throw .checkpointsUnusable }
        return nil
    }

    /// Keeps a note before it leaves the house. Throws ``LogRefusal/unwritable``.
    public func append(_ note: SignedNote) throws(LogRefusal) {
        let bytes = DurableFile.read(checkpointsFile, atMost: 2) ?? []
        // Behind what a crash left half written.
        let gap: [UInt8] = bytes.isEmpty || bytes == [0x0A, 0x0A] ? [] : [0x0A, 0x0A]
        guard DurableFile.append(checkpointsFile, gap + note.bytes + [0x0A]) else { throw .unwritable }
    }

    /// The keys of witnesses who countersigned, in the order in which they came. None is not a fault.
    public func witnesses() -> [VerifierKey] {
        let text = String(decoding: DurableFile.read(path + "/witnesses") ?? [], as: UTF8.self)
        return text.split(separator: "\n").compactMap { try? VerifierKey(String($0)) }
    }

    /// Keeps the key of a witness. Throws ``LogRefusal/unwritable``.
    func trust(_ witness: VerifierKey) throws(LogRefusal) {
        let known = witnesses()
        if known.contains(witness) { return }
        let text = (known + [witness]).map { "\($0)\n" }.joined()
        guard DurableFile.replace(path + "/witnesses", Array(text.utf8), mode: 0o644) else { throw .unwritable }
    }

    /// Keeps what a time-stamping authority replied about a note, both by the size of the log: `timestamps/SIZE` and
    /// `timestamps/SIZE.tsr`, as `openssl ts -verify` takes them. Throws ``LogRefusal/unwritable``.
    func keep(_ note: SignedNote, stampedBy reply: [UInt8], size: Int) throws(LogRefusal) {
        let place = "\(path)/timestamps"
        _ = mkdir(place, 0o700)
        guard DurableFile.replace("\(place)/\(size)", note.bytes, mode: 0o644),
            DurableFile.replace("\(place)/\(size).tsr", reply, mode: 0o644)
        else { throw .unwritable }
    }

    /// Puts another key in place; the public one joins those before it. Throws ``LogRefusal/unwritable``.
    func replaceKey(with key: SigningKey) throws(LogRefusal) {
        guard DurableFile.append(keysFile, Array("\(key.verifier)\n".utf8)),
            DurableFile.replace(keyFile, Array((key.secretText + "\n").utf8), mode: 0o600)
        else { throw .unwritable }
    }

    /// Makes the caller the only one that signs until the lock is let go. Throws ``LogRefusal/busy``.
    func lock() throws(LogRefusal) -> DurableFile.Lock {
        guard let lock = DurableFile.Lock(path + "/lock") else { throw hasKey ? .busy : .keyUnusable }
        return lock
    }

    /// What stands between blank lines.
    private static func blocks(_ bytes: [UInt8]) -> [[UInt8]] {
        var blocks: [[UInt8]] = [[]]
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.isEmpty {
                if blocks[blocks.count - 1] != [] { blocks.append([]) }
            } else {
                if blocks[blocks.count - 1] != [] { blocks[blocks.count - 1].append(0x0A) }
                blocks[blocks.count - 1] += line
            }
        }
        return blocks
    }
}

extension LogRefusal {
    /// Runs a step of a signer in the words of this floor.
    static func naming<Value>(
        _ body: () throws(CheckpointStep.Refusal) -> Value
    ) throws(LogRefusal) -> Value {
        do throws(CheckpointStep.Refusal) { return try body() } catch { throw LogRefusal(error) }
    }
}
