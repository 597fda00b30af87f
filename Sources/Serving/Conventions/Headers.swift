package import HTTPTypes

extension HTTPField.Name {
    /// The constant names here are valid, so the fallback is never taken.
    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .accept }

    package static let requestID = named("X-Request-Id")
    package static let idempotencyKey = named("Idempotency-Key")
    package static let idempotentReplayed = named("Idempotent-Replayed")
    package static let forwardedFor = named("X-Forwarded-For")
    package static let forwarded = named("Forwarded")
    package static let fetchSite = named("Sec-Fetch-Site")
    package static let link = named("Link")
    package static let referrerPolicy = named("Referrer-Policy")
}

/// The fields that every answer of a form has, made once.
struct StandardFields: Sendable {
    private let fields: [Answer.Form: HTTPFields]

    /// HSTS for a year, only where the server speaks TLS itself.
    init(isSecure: Bool) {
        var all: [Answer.Form: HTTPFields] = [:]
        for form in Answer.Form.allCases {
            var fields: HTTPFields = [
                .contentType: form.mediaType,
                .xContentTypeOptions: "nosniff",
                .cacheControl: form == .asset ? "public, max-age=31536000, immutable" : "no-store",
                .contentSecurityPolicy: form == .page
                    ? Self.policyOfPages : "default-src 'none'; frame-ancestors 'none'",
                // With `no-referrer` browsers would call the origin of a form "null".
                .referrerPolicy: form == .page ? "same-origin" : "no-referrer",
            ]
            if isSecure { fields[.strictTransportSecurity] = "max-age=31536000" }
            all[form] = fields
        }
        fields = all
    }

    /// Nothing inline, nothing from another host.
    private static let policyOfPages =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    subscript(form: Answer.Form) -> HTTPFields { fields[form] ?? [:] }
}
