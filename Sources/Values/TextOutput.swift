/// Bytes that are being written: a growing buffer that the values write themselves into without going through strings.
public struct TextOutput: Sendable {
    public private(set) var bytes: [UInt8] = []

    /// Starts empty, with room for so many bytes.
    public init(reservingCapacity capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Starts again, keeping the room.
    public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// One byte.
    @inline(__always)
    public mutating func write(byte: UInt8) { bytes.append(byte) }

    /// A literal, without making a string of it.
    @inline(__always)
    public mutating func write(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// The UTF-8 of a string.
    public mutating func write(text: String) {
        var copy = text
        copy.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// Bytes as they are.
    public mutating func write(raw: Bytes) { bytes.append(contentsOf: raw) }

    /// Takes back the last so many bytes.
    public mutating func removeLast(_ count: Int) { bytes.removeLast(count) }

    /// The text written so far.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}
