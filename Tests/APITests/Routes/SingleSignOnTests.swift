import Glibc
import IdentitySupport
import Operations
import TestSupport
import Testing
import Values

@testable import API
@testable import Serving

/// People who come with a token of an identity provider, over HTTP. What tokens are refused for is told by the tests of
/// the target SingleSignOn.
@Suite struct SingleSignOnTests {
    private static let now = 1_717_387_200

    /// Claims of the server's moment, changed as a test wants it.
    private static func claims(_ name: String, _ change: (inout [String: String]) -> Void = { _ in }) -> String {
        Provider.claims { claims in
            claims["preferred_username"] = "\"\(name)\""
            claims["exp"] = String(now + 300)
            claims["iat"] = String(now)
            claims["nbf"] = nil
            change(&claims)
        }
    }

    private static func lend(
        roles: [String: String] = [:], _ body: @escaping @Sendable (TestServer, Provider) async throws -> Void
    ) async throws {
        let provider = try Provider()
        try await KeyFile.lend(try provider.set()) { path in
            var configuration = ServerConfiguration()
            var settings = SingleSignOnSettings()
            (settings.issuer, settings.audience, settings.keys) = (Provider.issuer, Provider.audience, path)
            settings.roles = roles
            if !roles.isEmpty { settings.roleClaim = "groups" }
            configuration.singleSignOn = settings
            try await TestServer.lend(configuration) { server in
                try await server.addPeople()
                try await body(server, provider)
            }
        }
    }

    @Test func theProvidersTokenIsTheAccountItNames() async throws {
        try await Self.lend { server, provider in
            let me = try await server.call("GET", "/api/v1/me", as: try provider.token(Self.claims("finance")))
            #expect(me.status == 200 && me.string("/name") == "finance" && me.string("/roles/0") == "finance")
            #expect(server.log.text.contains("\"account\":\"finance\""))
            try await server.workspace.disableAccount("finance")
            let later = try await server.call("GET", "/api/v1/me", as: try provider.token(Self.claims("finance")))
            #expect(later.status == 401, "disabling works at once, whatever the token says")
        }
    }

    @Test func aTokenThatIsNotRightSaysNothing() async throws {
        try await Self.lend { server, provider in
            let stranger = try Provider()
            let tokens = [
                try stranger.token(Self.claims("finance")), try provider.token(Self.claims("nobody")),
                try provider.token(Self.claims("finance") { $0["aud"] = "\"another\"" }), "a.b.c",
            ]
            for token in tokens {
                let answer = try await server.call("GET", "/api/v1/me", as: token)
                #expect(answer.status == 401 && answer.string("/type") == "/problems/not-authenticated")
                #expect(!server.log.text.contains(token))
            }
            #expect(server.log.text.contains("token-signature") && server.log.text.contains("token-claim-aud"))
        }
    }

    @Test func mappedRolesAreThoseOfTheCall() async throws {
        try await Self.lend(roles: ["shenji": "auditor"]) { server, provider in
            let token = try provider.token(Self.claims("finance") { $0["groups"] = "[\"shenji\",\"boss\"]" })
            let me = try await server.call("GET", "/api/v1/me", as: token)
            #expect(me.string("/roles/0") == "auditor" && me.count("/roles") == 1)
            let none = try await server.call(
                "GET", "/api/v1/contracts", as: try provider.token(Self.claims("finance")))
            #expect(none.status == 403)
        }
    }

    @Test func withoutTheProvidersKeysNobodyIsTurnedAwayForGood() async throws {
        var configuration = ServerConfiguration()
        var settings = SingleSignOnSettings()
        (settings.issuer, settings.audience, settings.keys) = (Provider.issuer, Provider.audience, "/nowhere.json")
        configuration.singleSignOn = settings
        let token = try Provider().token(Self.claims("finance"))
        try await TestServer.lend(configuration) { server in
            let answer = try await server.call("GET", "/api/v1/me", as: token)
            #expect(answer.status == 503 && answer.string("/type") == "/problems/identity-provider-away")
        }
    }
}
