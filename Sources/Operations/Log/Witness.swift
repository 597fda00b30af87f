public import Audit
public import Values

/// Another office that keeps the size and root of a log as it saw them, and countersigns what extends them (C2SP
/// tlog-cosignature). It needs no database, only its directory and what the log offers.
public struct Witness: Sendable {
    private let directory: SignerDirectory

    /// Works in a directory.
    public init(directory path: String) { directory = SignerDirectory(path) }

    /// Makes the witness's key. `name` is a schema-less URL of the office.
    public static func create(
        directory path: String, name: String, effects: Effects
    ) throws(OperationError) -> VerifierKey {
        do throws(LogRefusal) {
            return try SignerDirectory(path).create(
                name: name, algorithm: .cosignature, seed: SigningKey.seed(effects))
        } catch { throw .log(error) }
    }

    /// The size that the witness countersigned last; 0 before the first. An offer is made from there.
    public func size() throws(OperationError) -> Int {
        do throws(LogRefusal) { return try last(of: try directory.key())?.size ?? 0 } catch { throw .log(error) }
    }

    /// Countersigns an offered checkpoint that a trusted key of the log signed and that extends the last one seen, and
    /// keeps it before it is returned. Refuses everything else.
    public func countersign(
        _ offer: [UInt8], by logKeys: [VerifierKey], at moment: Instant
    ) throws(OperationError) -> SignedNote {
        do throws(LogRefusal) {
            let lock = try directory.lock()
            defer { withExtendedLifetime(lock) {} }
            let key = try directory.key()
            let offer = try LogRefusal.reading { () throws(NoteError) in try CheckpointOffer(reading: offer) }
            let last = try last(of: key)
            let step = try LogRefusal.naming { () throws(CheckpointStep.Refusal) in
                try CheckpointStep.witness(
                    offer.note, by: logKeys, after: last, proof: offer.proof, with: key,
                    atSecondsSince1970: UInt64(max(0, moment.microseconds / 1_000_000)))
            }
            if step.checkpoint != last { try directory.append(step.note) }
            return step.note
        } catch { throw .log(error) }
    }

    private func last(of key: SigningKey) throws(LogRefusal) -> Checkpoint? {
        guard let note = try directory.last(signedBy: key.verifier) else { return nil }
        return try LogRefusal.reading { () throws(NoteError) in try Checkpoint(reading: note.text) }
    }
}

extension LogRefusal {
    /// Runs a reading of notes in the words of this floor.
    static func reading<Value>(_ body: () throws(NoteError) -> Value) throws(LogRefusal) -> Value {
        do throws(NoteError) { return try body() } catch { throw .note(error) }
    }
}

extension SigningKey {
    /// 32 bytes that nobody can guess: the live effects take them from the kernel.
    static func seed(_ effects: Effects) -> [UInt8] {
        (0..<4).flatMap { _ in
            let number = effects.random()
            return stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
        }
    }
}
