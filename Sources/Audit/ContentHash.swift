internal import Crypto

/// The SHA-256 of bytes that are named by it: documents, dossiers, statements, commands.
public struct ContentHash: Hashable, Sendable {
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

    /// Hashes bytes.
    public init(of content: [UInt8]) { self.init(SHA256.hash(data: content)) }

    fileprivate init(_ digest: SHA256.Digest) { bytes = Array(digest) }
}

extension ContentHash: CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    public var description: String { HexDigits.text(bytes) }
}

/// Hashes bytes that come piece by piece.
public struct ContentHasher: Sendable {
    private var state = SHA256()

    /// Has seen nothing yet.
    public init() {}

    /// Takes the next bytes.
    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { state.update(bufferPointer: $0) }
    }

    /// The hash of all bytes seen.
    public var hash: ContentHash { ContentHash(state.finalize()) }
}
