internal import FoundationEssentials
internal import JSON
internal import JWTKit
internal import Values

/// A provider's public key, for one algorithm. jwt-kit makes it and checks signatures; which key and algorithm count is
/// decided here, since jwt-kit would take its first key for an unknown identifier, and the algorithm from the token for
/// a key without one.
struct PublishedKey: Sendable {
    let identifier: String
    let algorithm: String
    private let key: any JWTAlgorithm

    /// Asymmetric ones that are in use, with their type of key and its curve (RFC 7518, RFC 8037).
    static let algorithms: [String: (type: String, curve: String?)] = [
        "RS256": ("RSA", nil), "PS256": ("RSA", nil), "ES256": ("EC", "P-256"), "ES384": ("EC", "P-384"),
        "EdDSA": ("OKP", "Ed25519"),
    ]
    /// Bits of an RSA modulus (NIST SP 800-131A); beyond the upper end each check would take long.
    private static let modulusBits = 2048...8192
    /// A provider has two or three.
    private static let mostKeys = 50

    func hasSigned(_ token: SignedToken) -> Bool {
        (try? key.verify(token.signature, signs: token.signed)) ?? false
    }

    /// The keys of a set (RFC 7517) that can be used: with an identifier, an algorithm of ours that fits them, and not
    /// for encryption. Others are left out. A repeated identifier or none that can be used makes the set unusable.
    static func read(_ set: [UInt8]) async throws(SingleSignOnError) -> [String: PublishedKey] {
        let found: [JWK]
        do {
            found = try readJSON(set) { (set: JSONValue) throws(SingleSignOnError) in
                guard let keys = set.member("keys"), keys.kind == .array, keys.count <= mostKeys else {
                    throw .malformed
                }
                return keys.elements.compactMap(key)
            }
        } catch { throw .keysUnavailable }
        var keys: [String: PublishedKey] = [:]
        for key in found {
            guard let published = await PublishedKey(key) else { continue }
            guard keys.updateValue(published, forKey: published.identifier) == nil else { throw .keysUnavailable }
        }
        guard !keys.isEmpty else { throw .keysUnavailable }
        return keys
    }

    private init?(_ key: JWK) async {
        guard let identifier = key.keyIdentifier, let algorithm = key.algorithm?.rawValue else { return nil }
        // A collection of its own for each key: then it has nothing to choose from.
        let collection = JWTKeyCollection()
        guard (try? await collection.add(jwk: key)) != nil, let made = try? await collection.getKey(for: identifier)
        else { return nil }
        guard made.name == algorithm else { return nil }
        (self.identifier, self.algorithm, self.key) = (identifier.string, algorithm, made)
    }

    /// The public parts of an element of the set; private ones are not even read.
    private static func key(_ value: JSONValue) -> JWK? {
        func text(_ name: StaticString) -> String? {
            value.member(name).flatMap { $0.kind == .string ? $0.text : nil }
        }
        guard let name = text("alg"), let form = algorithms[name], let algorithm = JWK.Algorithm(rawValue: name),
            let identifier = text("kid").map(JWKIdentifier.init(string:)), text("kty") == form.type,
            text("crv") == form.curve, value.member("use") == nil || text("use") == "sig"
        else { return nil }
        switch form.type {
        case "RSA":
            guard let modulus = text("n"), isStrong(modulus), let exponent = text("e") else { return nil }
            return .rsa(algorithm, identifier: identifier, modulus: modulus, exponent: exponent)
        case "EC":
            let curve = form.curve.flatMap(ECDSACurve.init(rawValue:))
            return .ecdsa(algorithm, identifier: identifier, x: text("x"), y: text("y"), curve: curve)
        default:
            let curve = form.curve.flatMap(EdDSACurve.init(rawValue:))
            return .octetKeyPair(algorithm, identifier: identifier, x: text("x"), y: nil, curve: curve)
        }
    }

    private static func isStrong(_ modulus: String) -> Bool {
        guard let bytes = Base64.forURLs.bytes(modulus.utf8).map({ $0.drop { $0 == 0 } }), let first = bytes.first
        else {
            return false
        }
        return modulusBits.contains(bytes.count * 8 - first.leadingZeroBitCount)
    }
}
