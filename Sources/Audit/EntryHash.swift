internal import Crypto

/// The SHA-256 of a journal entry's bytes: its name, and what the next entry of its contract refers to.
public struct EntryHash: Hashable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Takes 32 bytes as they were stored; nil for any other number.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Hashes an entry's bytes. Nothing else in the program hashes entries.
    init(of entry: [UInt8]) {
        bytes = Array(SHA256.hash(data: entry))
    }

    /// 32 zero bytes: what a contract's first entry has for a predecessor.
    public static let none = EntryHash(zeros: 32)

    private init(zeros count: Int) {
        bytes = Array(repeating: 0, count: count)
    }
}

extension EntryHash: CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    public var description: String { HexDigits.text(bytes) }

    /// Reads 64 lower-case hexadecimal digits; nil for anything else.
    public init?(_ text: String) {
        guard let bytes = HexDigits.bytes(text, count: 32) else { return nil }
        self.bytes = bytes
    }
}
