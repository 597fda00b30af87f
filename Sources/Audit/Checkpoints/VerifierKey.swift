internal import Crypto
internal import Values

/// The public key of a log or a witness with the name it signs under (C2SP signed-note):
/// `name+hash+base64(algorithm ‖ key)`.
public struct VerifierKey: Hashable, Sendable {
    /// A schema-less URL; also the origin line of the log's checkpoints.
    public let name: String
    public let algorithm: Algorithm
    /// 32 bytes.
    public let publicKey: [UInt8]
    /// The first four bytes of SHA-256(name ‖ 0x0A ‖ algorithm ‖ key).
    public let hash: UInt32

    /// The kinds of signature, by their byte in the key.
    public enum Algorithm: UInt8, CaseIterable, Sendable {
        /// A signature of the text.
        case ed25519 = 0x01
        /// A witness's signature of the text and the time (C2SP tlog-cosignature).
        case cosignature = 0x04
    }

    /// Makes the key of its parts. Throws ``NoteError/malformedName`` and ``NoteError/malformedKey``.
    public init(name: String, algorithm: Algorithm, publicKey: [UInt8]) throws(NoteError) {
        guard Self.isName(name) else { throw .malformedName }
        guard publicKey.count == 32, (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)) != nil else {
            throw .malformedKey
        }
        self.name = name
        self.algorithm = algorithm
        self.publicKey = publicKey
        let digest = SHA256.hash(data: Array(name.utf8) + [0x0A, algorithm.rawValue] + publicKey)
        hash = UInt32(bigEndian: digest.prefix(4))
    }

    /// Reads the form with plus signs. Throws ``NoteError/malformedKey`` also where the hash is another one.
    public init(_ text: String) throws(NoteError) {
        // A name holds no plus sign; base64 may.
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard text.utf8.count <= 1000, parts.count == 3, let bytes = Base64.standard.bytes(Array(parts[2].utf8)),
            let algorithm = bytes.first.flatMap(Algorithm.init)
        else { throw .malformedKey }
        try self.init(name: String(parts[0]), algorithm: algorithm, publicKey: Array(bytes.dropFirst()))
        guard parts[1] == HexDigits.text(hash.bigEndianBytes) else { throw .malformedKey }
    }

    /// Whether it may be a name: not empty, no blanks, no plus sign, no control characters.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 255
            && !text.unicodeScalars.contains {
                $0 == "+" || $0.properties.isWhitespace || $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
            }
    }

    /// Whether the key signed the message itself.
    func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: message)
    }

    /// The public key as a PEM file (RFC 8410), as openssl reads it.
    public var pem: String {
        "-----BEGIN PUBLIC KEY-----\n\(Base64.standard.text(subjectPublicKeyInfo))\n-----END PUBLIC KEY-----\n"
    }

    /// What people compare: SHA-256 of the public key in DER, 64 hexadecimal digits, as
    /// `openssl pkey -pubin -in key.pem -outform DER | sha256sum` gives it.
    public var fingerprint: String { HexDigits.text(Array(SHA256.hash(data: subjectPublicKeyInfo))) }

    /// SubjectPublicKeyInfo of Ed25519 in DER: everything before the key is the same for all.
    private var subjectPublicKeyInfo: [UInt8] {
        [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00] + publicKey
    }
}

extension VerifierKey: CustomStringConvertible {
    /// `name+hash+base64(algorithm ‖ key)`.
    public var description: String {
        "\(name)+\(HexDigits.text(hash.bigEndianBytes))+\(Base64.standard.text([algorithm.rawValue] + publicKey))"
    }
}

extension FixedWidthInteger {
    var bigEndianBytes: [UInt8] {
        stride(from: Self.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> $0) }
    }

    init(bigEndian bytes: some Sequence<UInt8>) { self = bytes.reduce(0) { $0 << 8 | Self($1) } }
}
