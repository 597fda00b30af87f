internal import HTTPTypes

extension HTTPField.Name {
    /// The constant names here are valid, so the fallback is never taken.
    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .accept }

    static let requestID = named("X-Request-Id")
    static let idempotencyKey = named("Idempotency-Key")
    static let idempotentReplayed = named("Idempotent-Replayed")
    static let forwardedFor = named("X-Forwarded-For")
    static let forwarded = named("Forwarded")
    static let fetchSite = named("Sec-Fetch-Site")
    static let link = named("Link")
    static let referrerPolicy = named("Referrer-Policy")
}

/// The fields that every answer of a form has, made once.
struct StandardFields: Sendable {
    private let json: HTTPFields
    private let problem: HTTPFields
    private let metrics: HTTPFields
    private let text: HTTPFields
    private let file: HTTPFields

    /// HSTS for a year, only where the server speaks TLS itself.
    init(isSecure: Bool) {
        func fields(_ form: Answer.Form) -> HTTPFields {
            var fields: HTTPFields = [
                .contentType: form.mediaType,
                .xContentTypeOptions: "nosniff",
                .cacheControl: "no-store",
                .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
                .referrerPolicy: "no-referrer",
            ]
            if isSecure { fields[.strictTransportSecurity] = "max-age=31536000" }
            return fields
        }
        (json, problem, metrics) = (fields(.json), fields(.problem), fields(.metrics))
        (text, file) = (fields(.text), fields(.file))
    }

    subscript(form: Answer.Form) -> HTTPFields {
        switch form {
        case .json: json
        case .problem: problem
        case .metrics: metrics
        case .text: text
        case .file: file
        }
    }
}
