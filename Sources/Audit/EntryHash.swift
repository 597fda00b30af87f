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
    public var description: String { Hexadecimal.text(bytes) }

    /// Reads 64 lower-case hexadecimal digits; nil for anything else.
    public init?(_ text: String) {
        let digits = text.utf8.map { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        guard digits.count == 64, !digits.contains(nil) else { return nil }
        let values = digits.compactMap { $0 }
        bytes = stride(from: 0, to: 64, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }
}
