internal import Audit
internal import JSON
internal import Storage
internal import Values

/// Something that is to be written to the journal of one contract, and may be sent twice.
struct Command: Sendable {
    /// What the access log calls it.
    let name: String
    let place: ContractPlace
    /// What was sent, JSON.
    let body: [UInt8]
    /// The caller's; the same key again gives the first answer again.
    let idempotencyKey: String?
    /// The contract's version that the caller knows; nil for any.
    let expectedVersion: Int?

    init(
        _ name: String, _ place: ContractPlace, body: [UInt8], idempotencyKey: String?, expectedVersion: Int? = nil
    ) {
        self.name = name
        self.place = place
        self.body = body
        self.idempotencyKey = idempotencyKey
        self.expectedVersion = expectedVersion
    }

    /// SHA-256 of what it does, to tell it from another command with the same key. JSON that reads the same is the
    /// same.
    var hash: [UInt8] {
        var output = TextOutput(reservingCapacity: body.count + 100)
        output.write(object: ["command": .text(name), "name": .text(place.name), "place": .text(place.kind)])
        var parser = JSONParser()
        let isCanonical = body.withUnsafeBufferPointer { bytes in
            (try? parser.parse(bytes) { $0.writeCanonical(to: &output) }.get()) ?? false
        }
        if !isCanonical { body.withUnsafeBufferPointer { output.write(raw: $0) } }
        return ContentHash(of: output.bytes).bytes
    }
}
