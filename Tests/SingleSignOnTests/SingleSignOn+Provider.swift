import IdentitySupport
import Values

@testable import SingleSignOn

extension SingleSignOn {
    /// One that reads the keys of a test.
    init(
        _ set: [UInt8], name: ClaimName = "preferred_username", roles: ClaimName? = nil, mapping: [String: String] = [:]
    ) {
        self.init(
            rules: ClaimRules(
                issuer: Provider.issuer, audience: Provider.audience, name: name, roles: roles, mapping: mapping),
            keys: KeySet { () async throws(SingleSignOnError) in set })
    }

    /// The code of the error by which a token is refused; nil where it is taken.
    func refusal(_ token: String, at now: Instant = Provider.now) async -> String? {
        do throws(SingleSignOnError) {
            _ = try await verify(token, at: now)
            return nil
        } catch { return error.code }
    }
}
