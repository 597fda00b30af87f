import IdentitySupport
import Testing
import Values

@testable import SingleSignOn

@Suite struct ClaimTests {
    private let provider: Provider
    private let signOn: SingleSignOn

    init() throws {
        provider = try Provider()
        signOn = SingleSignOn(try provider.set())
    }

    @Test(arguments: ["ES256", "ES384", "EdDSA", "RS256", "PS256"])
    func aRightTokenSaysWhoItIsAbout(algorithm: String) async throws {
        let identity = try await signOn.verify(try provider.token(with: algorithm), at: Provider.now)
        #expect(identity == ExternalIdentity(name: "head", roles: nil))
    }

    /// Each claim missing, of another type, and wrong.
    @Test(
        arguments: [
            ("iss", nil, "iss"), ("iss", "7", "iss"), ("iss", "[\"https://sso.example.gov.cn/realms/finance\"]", "iss"),
            ("iss", "\"https://sso.example.gov.cn/realms/finance/\"", "iss"),
            ("iss", "\"https://evil.example\"", "iss"),
            ("aud", nil, "aud"), ("aud", "[]", "aud"), ("aud", "\"Tranche\"", "aud"), ("aud", "null", "aud"),
            ("aud", "[\"tranche\",\"account\"]", "aud"), ("aud", "[\"tranche\",\"tranche\"]", "aud"),
            ("aud", "[7]", "aud"),
            ("aud", "{\"tranche\":1}", "aud"),
            ("exp", nil, "exp"), ("exp", "\"1795219500\"", "exp"), ("exp", "1795219500.5", "exp"), ("exp", "-1", "exp"),
            ("exp", "0", "exp"), ("exp", "1e30", "exp"), ("exp", "9223372036854775807", "exp"), ("exp", "null", "exp"),
            ("iat", nil, "iat"), ("iat", "true", "iat"), ("iat", "9223372036854775807", "iat"),
            ("nbf", "\"now\"", "nbf"), ("nbf", "-9223372036854775808", "nbf"),
            ("preferred_username", nil, "name"), ("preferred_username", "\"\"", "name"),
            ("preferred_username", "7", "name"),
            ("preferred_username", "[\"head\"]", "name"), ("preferred_username", "null", "name"),
        ] as [(String, String?, String)])
    func eachClaimMustBeRight(claim: String, value: String?, named: String) async throws {
        let token = try provider.token(Provider.claims { $0[claim] = value })
        #expect(await signOn.refusal(token) == "token-claim-\(named)")
    }

    /// To the second, with the leeway of one minute, on both sides.
    @Test(
        arguments: [
            ("exp", -59, nil), ("exp", -60, "token-claim-exp"), ("exp", -61, "token-claim-exp"), ("nbf", 60, nil),
            ("nbf", 61, "token-claim-nbf"), ("iat", 60, nil), ("iat", 61, "token-claim-iat"), ("iat", -86_400, nil),
        ] as [(String, Int, String?)])
    func timesAreExact(claim: String, distance: Int, refusal: String?) async throws {
        let token = try provider.token(Provider.claims { $0[claim] = String(Provider.seconds + distance) })
        #expect(await signOn.refusal(token) == refusal)
    }

    @Test func someClaimsMayBeMissingOrLookOtherwise() async throws {
        for claims in [
            Provider.claims { $0["nbf"] = nil }, Provider.claims { $0["aud"] = "[\"tranche\"]" },
            Provider.claims { $0["extra"] = "{\"a\":[1,2.5,null]}" },
        ] {
            let token = try provider.token(claims)
            #expect(await signOn.refusal(token) == nil, "\(claims)")
        }
        let long = String(repeating: "h", count: 201)
        let token = try provider.token(Provider.claims { $0["preferred_username"] = "\"\(long)\"" })
        #expect(await signOn.refusal(token) == "token-claim-name")
    }

    @Test(
        arguments: [
            ("[\"pay-finance\",\"pay-head\",\"other\"]", ["finance", "head"]), ("\"pay-head\"", ["head"]), ("[]", []),
            ("[\"admin\",\"Pay-Head\"]", []), (nil, []),
        ] as [(String?, Set<String>)])
    func rolesAreThoseOfTheMapping(claim: String?, roles: Set<String>) async throws {
        let mapped = SingleSignOn(
            try provider.set(), roles: "/realm_access/roles", mapping: ["pay-finance": "finance", "pay-head": "head"])
        let token = try provider.token(
            Provider.claims { $0["realm_access"] = claim.map { "{\"roles\":\($0)}" } ?? "{}" })
        #expect(try await mapped.verify(token, at: Provider.now).roles == roles)
        let bare = try provider.token(Provider.claims { $0["realm_access"] = claim })
        if claim != nil { #expect(try await mapped.verify(bare, at: Provider.now).roles == []) }
    }

    @Test(arguments: ["[7]", "{}", "7", "[\"pay-head\",null]"])
    func rolesThatAreNoneAreRefused(claim: String) async throws {
        let mapped = SingleSignOn(try provider.set(), roles: "groups", mapping: ["pay-head": "head"])
        let token = try provider.token(Provider.claims { $0["groups"] = claim })
        #expect(await mapped.refusal(token) == "token-claim-roles")
    }

    @Test func namesMayBePointers() async throws {
        for (name, claim) in [("/a~1b/m~0n", "{\"m~n\":\"head\"}"), ("a/b", "\"head\"")] {
            let signOn = SingleSignOn(try provider.set(), name: ClaimName(name))
            let token = try provider.token(Provider.claims { $0["a/b"] = claim })
            #expect(try await signOn.verify(token, at: Provider.now).name == "head", "\(name)")
        }
    }
}
