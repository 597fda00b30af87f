package import HTTPTypes
package import Passwords

/// What a request presents to say who calls. Nobody is recognised here: each use case reads the rights with its data.
package enum Credentials: Sendable {
    case none
    /// By `Authorization: Bearer`, which no other site can make a browser send.
    case bearer(SecretToken)
    /// By the same header: a token that an identity provider signed, not looked at yet.
    case signed(String)
    /// By the session's cookie, which a browser sends whoever asks it to.
    case cookie(SecretToken)
    /// Something that can be no token.
    case unusable

    /// The header goes before the cookie.
    package init(_ fields: HTTPFields, cookie name: SessionCookie) {
        if let authorization = fields[.authorization] {
            self = Self.bearer(authorization)
        } else if let text = fields[.cookie].flatMap({ name.value(in: $0) }) {
            // Tokens of programs have no business in a browser.
            self = SecretToken(presented: text).flatMap { $0.kind == .session ? .cookie($0) : nil } ?? .unusable
        } else {
            self = .none
        }
    }

    private static func bearer(_ field: String) -> Credentials {
        let parts = field.split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return .unusable }
        if let token = SecretToken(presented: String(parts[1])) { return .bearer(token) }
        // The compact form of RFC 7515; everything else about it is the provider's keys to say.
        return parts[1].count(where: { $0 == "." }) == 2 ? .signed(String(parts[1])) : .unusable
    }

    /// The token of ours where there is one.
    package var token: SecretToken? {
        switch self {
        case .bearer(let token), .cookie(let token): token
        case .none, .signed, .unusable: nil
        }
    }

    /// Whether no other site can have made a browser send it.
    package var isByHeader: Bool {
        switch self {
        case .bearer, .signed: true
        case .none, .cookie, .unusable: false
        }
    }
}

/// The cookie of a session. The prefix `__Host-` binds it to this host alone, and browsers take it by TLS only.
package struct SessionCookie: Sendable {
    package let name: String
    private let attributes: String

    /// `isSecure` where the server speaks TLS.
    package init(isSecure: Bool) {
        name = isSecure ? "__Host-tranche" : "tranche"
        attributes = "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }

    /// The field that sets it, until the browser is closed: the session itself ends in the database.
    package func setting(_ token: String) -> String { "\(name)=\(token)\(attributes)" }

    /// The field that takes it away.
    package var removing: String { "\(name)=; Max-Age=0\(attributes)" }

    /// Its value in a Cookie field.
    package func value(in field: String) -> String? {
        for pair in field.split(separator: ";") {
            let parts = trimmed(pair).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, parts[0] == name { return String(parts[1]) }
        }
        return nil
    }
}
