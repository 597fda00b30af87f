internal import JSON
internal import Values

extension JournalEntry {
    /// The version of the encoding, a member of every entry.
    static let version: StaticString = "tranche-journal/1"

    /// The one encoding of an entry, which is what is hashed and stored (decision 0010): canonical JSON (RFC 8785) of
    /// `{"contract", "kind", "number", "occurredOn", "origin", "payload", "previous", "recordedAt", "recordedBy",
    /// "version"}`; the hash in hexadecimal, the instant at +08:00 with microseconds, the payload as a value.
    func canonicalBytes() -> [UInt8] {
        var output = TextOutput(reservingCapacity: payload.count + 512)
        output.write("{\"contract\":")
        output.write(jsonString: contract)
        output.write(",\"kind\":\"")
        output.write(text: kind.name)
        output.write("\",\"number\":")
        output.write(number)
        output.write(",\"occurredOn\":\"")
        output.write(occurredOn)
        output.write("\",\"origin\":\"")
        output.write(text: origin.rawValue)
        output.write("\",\"payload\":")
        payload.withUnsafeBufferPointer { output.write(raw: $0) }
        output.write(",\"previous\":\"")
        output.write(text: previous.description)
        output.write("\",\"recordedAt\":\"")
        output.write(text: recordedAt.description)
        output.write("\",\"recordedBy\":")
        output.write(jsonString: recordedBy)
        output.write(",\"version\":\"")
        output.write(Self.version)
        output.write("\"}")
        return output.bytes
    }
}
