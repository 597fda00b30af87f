internal import Operations

extension Setting {
    /// An identity provider (OpenID Connect); issuer, audience and keys belong together.
    static let singleSignOn = [
        text("sso.issuer", "Identity provider: the `iss` of its tokens, byte for byte.") { $0.issuer = $1 },
        text("sso.audience", "The one `aud` of tokens that are for this service.") { $0.audience = $1 },
        text("sso.keys", "Its JSON Web Key Set: a file, an https address, or http on this machine.") { $0.keys = $1 },
        text(
            "sso.name.claim", "The claim with the log-in name, or a JSON Pointer to it.",
            standard: SingleSignOnSettings().nameClaim
        ) { $0.nameClaim = $1 },
        text("sso.role.claim", "The claim with the roles; where it is not set, the account's own count.") {
            $0.roleClaim = $1
        },
        Setting(key: "sso.roles", help: "What the words of that claim mean: word=role, by commas.", standard: "") {
            configuration, text in
            guard let roles = mapping(text) else { return false }
            configuration.singleSignOn = configuration.singleSignOn ?? SingleSignOnSettings()
            configuration.singleSignOn?.roles = roles
            return true
        },
    ]

    private static func text(
        _ key: String, _ help: String, standard: String = "",
        _ set: @escaping @Sendable (inout SingleSignOnSettings, String) -> Void
    ) -> Setting {
        Setting(key: key, help: help, standard: standard) { configuration, text in
            var settings = configuration.singleSignOn ?? SingleSignOnSettings()
            set(&settings, text)
            configuration.singleSignOn = settings
            return !text.isEmpty
        }
    }

    /// Nil where a pair is none, a word is there twice or a role is not one of ours.
    private static func mapping(_ text: String) -> [String: String]? {
        var roles: [String: String] = [:]
        for pair in text.split(separator: ",") {
            let parts = pair.split(separator: "=", maxSplits: 1).map { String(trimmed($0)) }
            guard parts.count == 2, Role(rawValue: parts[1]) != nil,
                roles.updateValue(parts[1], forKey: parts[0]) == nil
            else { return nil }
        }
        return roles.isEmpty ? nil : roles
    }
}
