internal import Crypto
internal import Values

/// The private key of a log or a witness. No description, dump or reflection shows it.
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    /// What others verify with.
    public let verifier: VerifierKey

    /// Makes the key of 32 random bytes. Throws ``NoteError/malformedName`` and ``NoteError/malformedKey``.
    public init(name: String, algorithm: VerifierKey.Algorithm, seed: [UInt8]) throws(NoteError) {
        guard seed.count == 32, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw .malformedKey
        }
        self.key = key
        verifier = try VerifierKey(name: name, algorithm: algorithm, publicKey: Array(key.publicKey.rawRepresentation))
    }

    /// Reads `PRIVATE+KEY+name+hash+base64(algorithm ‖ seed)`, the form of Go's sumdb/note. Throws
    /// ``NoteError/malformedKey``.
    public init(_ text: String) throws(NoteError) {
        let prefix = "PRIVATE+KEY+"
        let parts = text.dropFirst(prefix.count).split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard text.hasPrefix(prefix), text.utf8.count <= 1000, parts.count == 3,
            let bytes = Base64.standard.bytes(Array(parts[2].utf8)),
            let algorithm = bytes.first.flatMap(VerifierKey.Algorithm.init)
        else { throw .malformedKey }
        try self.init(name: String(parts[0]), algorithm: algorithm, seed: Array(bytes.dropFirst()))
        guard parts[1] == HexDigits.text(verifier.hash.bigEndianBytes) else { throw .malformedKey }
    }

    /// What the key file holds; it is secret.
    public var secretText: String {
        let seed = Array(key.rawRepresentation)
        return "PRIVATE+KEY+\(verifier.name)+\(HexDigits.text(verifier.hash.bigEndianBytes))+"
            + Base64.standard.text([verifier.algorithm.rawValue] + seed)
    }

    /// Signs bytes as they are. Nil where the machine has no randomness, which Ed25519 does not need.
    func signature(of message: [UInt8]) -> [UInt8]? {
        (try? key.signature(for: message)).map { Array($0) }
    }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
    /// The name and nothing more.
    public var description: String { "signing key of \(verifier.name)" }

    /// Shows nothing of what is inside.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
