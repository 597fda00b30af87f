internal import Audit
internal import Postgres
internal import Storage
internal import Synchronization

/// How bytes are posted: to which address, of which media type; the body of the answer. Throws where it is no success.
public typealias Post = @Sendable (_ url: String, _ mediaType: String, _ body: [UInt8]) async throws -> [UInt8]

/// Which places have which checkpoint, as far as this process knows: after a start the newest is sent once more.
public final class CheckpointDelivery: Sendable {
    private let sizes = Mutex<[CheckpointPlace: Int]>([:])

    /// Nothing was sent yet.
    public init() {}

    func has(_ place: CheckpointPlace, _ size: Int) -> Bool { sizes.withLock { $0[place] == size } }
    func note(_ place: CheckpointPlace, _ size: Int) { sizes.withLock { $0[place] = size } }
}

extension Workspace {
    /// Sends the newest published checkpoint to places that do not have it yet. One that fails does not keep the others
    /// from it; the first failure is thrown at the end, and the place is tried again next time.
    public func sendCheckpoint(
        to places: [CheckpointPlace], _ delivery: CheckpointDelivery, post: Post
    ) async throws(OperationError) {
        try await mappingErrors {
            guard !places.isEmpty, let bytes = try await database.checkpoint() else { return }
            let note = try SignedNote(reading: bytes)
            let size = try Checkpoint(reading: note.text).size
            var failure: (any Error)?
            for place in places where !delivery.has(place, size) {
                do {
                    try await send(note, size, to: place, post)
                    delivery.note(place, size)
                } catch { failure = failure ?? error }
            }
            if let failure { throw failure }
        }
    }

    private func send(_ note: SignedNote, _ size: Int, to place: CheckpointPlace, _ post: Post) async throws {
        switch place {
        case .directory(let path): try await write(note.bytes, to: "\(path)/\(size)")
        case .mail(let spool, let address):
            try await write(note.message(to: address, size: size), to: "\(spool)/checkpoint-\(size).eml")
        case .url(let url):
            do { _ = try await post(url, "text/plain", note.bytes) } catch { throw LogRefusal.unsendable }
        case .authority(let url): try await stamp(note, size, url, post)
        }
    }

    /// A file of that name is the same note, or one with fewer signatures.
    private func write(_ bytes: [UInt8], to path: String) async throws(LogRefusal) {
        try await offThePool { () throws(LogRefusal) in
            guard DurableFile.replace(path, bytes, mode: 0o644) else { throw .unsendable }
        }
    }

    private func stamp(_ note: SignedNote, _ size: Int, _ url: String, _ post: Post) async throws {
        guard let signer else { throw LogRefusal.noSigner }
        let query = TimeStampQuery(about: note, nonce: effects.random() >> 1)
        guard let asked = query.bytes else { throw LogRefusal.unsendable }
        let reply: [UInt8]
        do { reply = try await post(url, "application/timestamp-query", asked) } catch { throw LogRefusal.unsendable }
        do throws(TimeStampError) { try query.check(reply) } catch { throw LogRefusal.timeStamp(error) }
        try await offThePool { () throws(LogRefusal) in try signer.keep(note, stampedBy: reply, size: size) }
    }
}

extension SignedNote {
    /// The note as a message (RFC 5322).
    fileprivate func message(to address: String, size: Int) -> [UInt8] {
        let head = [
            "To: \(address)", "Subject: Checkpoint \(size)", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "",
        ]
        return head.flatMap { Array($0.utf8) + [0x0D, 0x0A] } + bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }
}
