internal import JSON
internal import Values

/// What the claims of a token must be, and what they say.
struct ClaimRules: Sendable {
    let issuer: String
    let audience: String
    let name: ClaimName
    let roles: ClaimName?
    /// Names of roles by the provider's words.
    let mapping: [String: String]

    /// Microseconds that the provider's clock and ours may differ.
    private static let leeway: Int64 = 60_000_000
    /// Bytes of a log-in name (account_name_form).
    private static let longestName = 200
    /// Seconds until the end of the year 9999.
    private static let latest = 253_402_300_799

    /// Whom the claims are about; throws ``SingleSignOnError/wrongClaim(_:)`` for the first one that is not right.
    func identity(in claims: [UInt8], at now: Instant) throws(SingleSignOnError) -> ExternalIdentity {
        try readJSON(claims) { (claims: JSONValue) throws(SingleSignOnError) in
            try checkParties(claims)
            try checkTimes(claims, now)
            guard let name = name.value(in: claims), name.kind == .string else { throw .wrongClaim(.name) }
            let text = name.text
            guard (1...Self.longestName).contains(text.utf8.count) else { throw .wrongClaim(.name) }
            return ExternalIdentity(name: text, roles: try roles(in: claims))
        }
    }

    /// A token for others as well is none for us: each of them could come with it here.
    private func checkParties(_ claims: JSONValue) throws(SingleSignOnError) {
        guard let given = claims.member("iss"), given.isString(issuer) else { throw .wrongClaim(.issuer) }
        guard let given = claims.member("aud") else { throw .wrongClaim(.audience) }
        let all = given.kind == .array ? Array(given.elements) : [given]
        guard all.count == 1, all[0].isString(audience) else { throw .wrongClaim(.audience) }
    }

    private func checkTimes(_ claims: JSONValue, _ now: Instant) throws(SingleSignOnError) {
        guard let expiry = Self.moment(claims.member("exp")), now.microseconds < expiry + Self.leeway else {
            throw .wrongClaim(.expiry)
        }
        guard let issued = Self.moment(claims.member("iat")), issued - Self.leeway <= now.microseconds else {
            throw .wrongClaim(.issuedAt)
        }
        if let claim = claims.member("nbf") {
            guard let start = Self.moment(claim), start - Self.leeway <= now.microseconds else {
                throw .wrongClaim(.notBefore)
            }
        }
    }

    /// Whole seconds since 1970, as every provider writes them, in microseconds.
    private static func moment(_ claim: JSONValue?) -> Int64? {
        guard let seconds = claim?.integer, (0...latest).contains(seconds) else { return nil }
        return Int64(seconds) * 1_000_000
    }

    /// Without the claim there are no roles, rather than the account's: the provider took them away.
    private func roles(in claims: JSONValue) throws(SingleSignOnError) -> Set<String>? {
        guard let roles else { return nil }
        guard let claim = roles.value(in: claims) else { return [] }
        let all = claim.kind == .array ? Array(claim.elements) : [claim]
        guard all.allSatisfy({ $0.kind == .string }) else { throw .wrongClaim(.roles) }
        return Set(all.compactMap { mapping[$0.text] })
    }
}

extension JSONValue {
    /// Whether it is this text, byte for byte.
    func isString(_ expected: String) -> Bool { kind == .string && text.utf8.elementsEqual(expected.utf8) }
}

/// Reads an object; anything else is ``SingleSignOnError/malformed``.
func readJSON<Result>(
    _ bytes: [UInt8], _ body: (JSONValue) throws(SingleSignOnError) -> Result
) throws(SingleSignOnError) -> Result {
    var parser = JSONParser()
    let outcome: Swift.Result<Swift.Result<Result, JSONError>, SingleSignOnError> = bytes.withUnsafeBufferPointer {
        bytes in
        do throws(SingleSignOnError) {
            return .success(
                try parser.parse(bytes) { (value: JSONValue) throws(SingleSignOnError) in
                    guard value.kind == .object else { throw .malformed }
                    return try body(value)
                })
        } catch {
            return .failure(error)
        }
    }
    guard case .success(let result) = try outcome.get() else { throw .malformed }
    return result
}
