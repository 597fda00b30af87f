internal import Operations
internal import SingleSignOn

extension ServerContext {
    /// Whom the credentials are of. A token of ours is looked up with the data of the use case; one of an identity
    /// provider is checked here. Throws where nobody can be known by them.
    func caller(
        _ credentials: Credentials, from address: String, telling name: CallerName
    ) async throws -> Caller {
        switch credentials {
        case .bearer(let token), .cookie(let token): return .token(token, from: address, telling: name)
        case .none, .unusable: throw OperationError.notAuthenticated
        case .signed(let token):
            guard let singleSignOn else { throw OperationError.notAuthenticated }
            do throws(SingleSignOnError) {
                let identity = try await singleSignOn.verify(token, at: workspace.now)
                let roles = identity.roles.map { Set($0.compactMap(Role.init(rawValue:))) }
                return .singleSignOn(identity.name, roles: roles, from: address, telling: name)
            } catch {
                log.refusedToken(error.code)
                throw error == .keysUnavailable ? Refusal.identityProviderAway : OperationError.notAuthenticated
            }
        }
    }
}

extension SingleSignOn {
    /// As the installation has it; throws ``SingleSignOnError/keysNotAllowed``.
    init(_ settings: SingleSignOnSettings) throws(SingleSignOnError) {
        guard let keys = KeySource(settings.keys) else { throw .keysNotAllowed }
        try self.init(
            issuer: settings.issuer, audience: settings.audience, keys: keys, nameClaim: ClaimName(settings.nameClaim),
            roleClaim: settings.roleClaim.map { ClaimName($0) }, roleMapping: settings.roles)
    }
}
