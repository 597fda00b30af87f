internal import Crypto
internal import Values

/// A hash of the Merkle log over the journal: of one entry, or of all entries below a node (RFC 9162, 2.1.1).
public struct TreeHash: Hashable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Takes 32 bytes as they were stored; nil for any other number.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Reads 64 lower-case hexadecimal digits; nil for anything else.
    public init?(_ text: String) {
        guard let bytes = HexDigits.bytes(text, count: 32) else { return nil }
        self.bytes = bytes
    }

    private init(_ hash: SHA256) { bytes = Array(hash.finalize()) }

    /// The leaf hash of an entry: SHA-256(0x00 ‖ entry).
    public static func leaf(_ entry: [UInt8]) -> TreeHash {
        var hash = SHA256()
        hash.update([0x00])
        hash.update(entry)
        return TreeHash(hash)
    }

    /// The hash of a node: SHA-256(0x01 ‖ left ‖ right).
    public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        var hash = SHA256()
        hash.update([0x01])
        hash.update(left.bytes)
        hash.update(right.bytes)
        return TreeHash(hash)
    }

    /// The root of the empty log: SHA-256 of nothing.
    public static let empty = TreeHash(SHA256())
}

extension SHA256 {
    fileprivate mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update(bufferPointer: $0) }
    }
}

extension TreeHash {
    /// As signed notes write it.
    public var base64: String { Base64.standard.text(bytes) }
}

extension TreeHash: CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    public var description: String { HexDigits.text(bytes) }
}
