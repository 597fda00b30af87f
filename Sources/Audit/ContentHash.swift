internal import Crypto

/// The SHA-256 of bytes that are named by it: dossiers, statements, documents, commands.
public struct ContentHash: Hashable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Hashes bytes.
    public init(of content: [UInt8]) { bytes = Array(SHA256.hash(data: content)) }
}

extension ContentHash: CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    public var description: String { Hexadecimal.text(bytes) }
}
