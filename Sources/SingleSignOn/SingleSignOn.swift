public import Values

/// Says whom an OpenID Connect provider's signed token (RFC 7519, RFC 9068) is about. Nothing of a token decides how it
/// is checked: issuer, audience, keys and the algorithm of each key are the installation's.
public struct SingleSignOn: Sendable {
    private let rules: ClaimRules
    private let keys: KeySet

    /// `issuer` and `audience` are compared byte for byte; `nameClaim` holds an account's log-in name and must be one
    /// that the provider's users cannot choose. With a `roleClaim` the roles are those that `roleMapping` has for its
    /// values. Throws ``SingleSignOnError/keysNotAllowed`` for keys from elsewhere than https, loopback or a file.
    public init(
        issuer: String, audience: String, keys: KeySource, nameClaim: ClaimName = "preferred_username",
        roleClaim: ClaimName? = nil, roleMapping: [String: String] = [:]
    ) throws(SingleSignOnError) {
        guard keys.isAllowed else { throw .keysNotAllowed }
        self.keys = KeySet { () async throws(SingleSignOnError) in try await keys.load() }
        rules = ClaimRules(
            issuer: issuer, audience: audience, name: nameClaim, roles: roleClaim, mapping: roleMapping)
    }

    init(rules: ClaimRules, keys: KeySet) {
        self.rules = rules
        self.keys = keys
    }

    /// Whom the token is about, at a moment. The token is in no error.
    public func verify(_ token: String, at now: Instant) async throws(SingleSignOnError) -> ExternalIdentity {
        let token = try SignedToken(token)
        let key = try await keys.key(token.keyIdentifier, at: now)
        guard key.algorithm == token.algorithm else { throw .wrongAlgorithm }
        guard key.hasSigned(token) else { throw .wrongSignature }
        return try rules.identity(in: token.claims, at: now)
    }
}

/// Whom a token is about.
public struct ExternalIdentity: Equatable, Sendable {
    /// The log-in name of the account that is meant, whether there is one or not.
    public let name: String
    /// Names of roles; nil where the installation does not take them from the provider.
    public let roles: Set<String>?
}
