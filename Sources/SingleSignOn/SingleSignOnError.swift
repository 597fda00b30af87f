/// Why a token says nothing. Nothing of the token is in it.
public enum SingleSignOnError: Error, Equatable, Sendable {
    /// Too long, not three parts of base64url, not JSON, or with critical extensions.
    case malformed
    /// Not one of RS256, PS256, ES256, ES384 and EdDSA, or not the one that the key is for.
    case wrongAlgorithm
    /// No key of that identifier is published, or the token names none.
    case unknownKey
    case wrongSignature
    /// A claim is missing or not as it must be.
    case wrongClaim(Claim)
    /// Keys come from a file, by https, or by http from this machine.
    case keysNotAllowed
    /// The keys cannot be read; the provider or the operator has to act, not the caller.
    case keysUnavailable

    /// The claims that are looked at.
    public enum Claim: String, Sendable {
        case issuer = "iss"
        case audience = "aud"
        case expiry = "exp"
        case notBefore = "nbf"
        case issuedAt = "iat"
        case name
        case roles
    }

    /// A name that never changes.
    public var code: String {
        switch self {
        case .malformed: "token-malformed"
        case .wrongAlgorithm: "token-algorithm"
        case .unknownKey: "token-key"
        case .wrongSignature: "token-signature"
        case .wrongClaim(let claim): "token-claim-\(claim.rawValue)"
        case .keysNotAllowed: "keys-not-allowed"
        case .keysUnavailable: "keys-unavailable"
        }
    }
}
