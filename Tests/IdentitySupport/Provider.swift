public import Crypto
public import CryptoExtras
public import FoundationEssentials
public import Values

/// An identity provider with a key of each kind, which signs whatever a test wants signed.
public struct Provider: Sendable {
    public static let issuer = "https://sso.example.gov.cn/realms/finance"
    public static let audience = "tranche"
    /// 2026-11-21T00:00:00Z.
    public static let now = Instant(microseconds: 1_795_219_200_000_000)
    public static let seconds = 1_795_219_200

    public let p256 = P256.Signing.PrivateKey()
    public let p384 = P384.Signing.PrivateKey()
    public let ed25519 = Curve25519.Signing.PrivateKey()
    public let rsa: _RSA.Signing.PrivateKey

    public init() throws { rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    /// The members of each public key by its identifier, which is the algorithm's name in small letters.
    public func keys() throws -> [String: [String: String]] {
        let (point, point384) = (p256.publicKey.rawRepresentation, p384.publicKey.rawRepresentation)
        let primitives = try rsa.publicKey.getKeyPrimitives()
        let rsa = [
            "kty": "RSA", "use": "sig", "n": Self.encoded(primitives.modulus),
            "e": Self.encoded(primitives.publicExponent),
        ]
        return [
            "es256": [
                "kty": "EC", "alg": "ES256", "crv": "P-256", "x": Self.encoded(point.prefix(32)),
                "y": Self.encoded(point.suffix(32)),
            ],
            "es384": [
                "kty": "EC", "alg": "ES384", "crv": "P-384", "x": Self.encoded(point384.prefix(48)),
                "y": Self.encoded(point384.suffix(48)),
            ],
            "eddsa": [
                "kty": "OKP", "alg": "EdDSA", "crv": "Ed25519", "x": Self.encoded(ed25519.publicKey.rawRepresentation),
            ],
            "rs256": rsa.merging(["alg": "RS256"]) { $1 }, "ps256": rsa.merging(["alg": "PS256"]) { $1 },
        ]
    }

    /// The set of keys as published, changed as a test wants it.
    public func set(_ change: (inout [String: [String: String]]) -> Void = { _ in }) throws -> [UInt8] {
        var keys = try keys()
        change(&keys)
        let elements = keys.sorted { $0.key < $1.key }.map { identifier, members in
            Self.object(members.merging(["kid": identifier]) { $1 }.filter { $0.value != "" })
        }
        return Array("{\"keys\":[\(elements.joined(separator: ","))]}".utf8)
    }

    /// Claims as they should be.
    public static func claims(_ change: (inout [String: String]) -> Void = { _ in }) -> String {
        var claims = [
            "iss": "\"\(issuer)\"", "aud": "\"\(audience)\"", "exp": "\(seconds + 300)", "iat": "\(seconds)",
            "nbf": "\(seconds)", "preferred_username": "\"head\"", "sub": "\"7\"",
        ]
        change(&claims)
        return "{" + claims.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    /// A token with a right signature; `named` is the algorithm that its header tells, and `kid` nil for none.
    public func token(
        _ claims: String = claims(), with algorithm: String = "ES256", named: String? = nil, kid: String? = "",
        header more: String = ""
    ) throws -> String {
        let kid = kid.map { ",\"kid\":\"\($0.isEmpty ? algorithm.lowercased() : $0)\"" } ?? ""
        let header = "{\"alg\":\"\(named ?? algorithm)\"\(kid)\(more)}"
        let signed = Self.encoded(Data(header.utf8)) + "." + Self.encoded(Data(claims.utf8))
        return signed + "." + Self.encoded(try signature(of: Data(signed.utf8), algorithm))
    }

    private func signature(of data: Data, _ algorithm: String) throws -> Data {
        switch algorithm {
        case "ES256": try p256.signature(for: data).rawRepresentation
        case "ES384": try p384.signature(for: data).rawRepresentation
        case "EdDSA": try ed25519.signature(for: data)
        case "RS256":
            try rsa.signature(for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5).rawRepresentation
        default: try rsa.signature(for: SHA256.hash(data: data), padding: .PSS).rawRepresentation
        }
    }

    public static func encoded(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func object(_ members: [String: String]) -> String {
        "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",") + "}"
    }
}
