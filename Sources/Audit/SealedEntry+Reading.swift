internal import Contracts
internal import JSON
internal import Values

/// Why bytes are no journal entry.
public enum EntryError: Error, Equatable, Sendable {
    /// Not JSON, or not the members that an entry has.
    case malformed
    /// An encoding that this program does not know.
    case unknownVersion
    /// A value of the right members in another writing than the canonical one.
    case notCanonical
}

extension SealedEntry {
    /// Reads an entry back from its bytes and hashes them. Only the very bytes that the entry encodes to are accepted.
    public convenience init(reading bytes: [UInt8]) throws(EntryError) {
        var parser = JSONParser()
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { Self.entry($0) }
        }
        guard case .success(let outcome) = parsed else { throw .malformed }
        let entry = try outcome.get()
        guard entry.canonicalBytes() == bytes else { throw .notCanonical }
        self.init(entry, bytes: bytes)
    }

    private static func entry(_ root: JSONValue) -> Result<JournalEntry, EntryError> {
        guard root.count == 10, let version = root.member("version"), version.kind == .string else {
            return .failure(.malformed)
        }
        guard version.isText(JournalEntry.version) else { return .failure(.unknownVersion) }
        var payload = TextOutput()
        guard let contract = root.text("contract"), let recordedBy = root.text("recordedBy"),
            let number = root.member("number")?.integer,
            let value = root.member("payload"), value.kind == .object, value.writeCanonical(to: &payload),
            let kind = root.text("kind").flatMap({ EntryKind(name: $0, value) }),
            let origin = root.text("origin").flatMap({ EntryOrigin(rawValue: $0) }),
            let recordedAt = root.text("recordedAt").flatMap({ Instant($0) }),
            let occurredOn = root.text("occurredOn").flatMap({ CalendarDay($0) }),
            let previous = root.text("previous").flatMap({ EntryHash($0) })
        else { return .failure(.malformed) }
        return .success(
            JournalEntry(
                contract: contract, number: number, kind: kind, origin: origin, recordedAt: recordedAt,
                recordedBy: recordedBy, occurredOn: occurredOn, payload: payload.bytes, previous: previous))
    }
}
