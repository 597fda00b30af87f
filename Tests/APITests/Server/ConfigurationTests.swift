import Foundation
import Logging
import TestSupport
import Testing

@testable import API
@testable import Serving

@Suite struct ConfigurationTests {
    @Test func nothingSetIsTheDefault() throws {
        #expect(try ServerConfiguration.read(environment: [:]) == ServerConfiguration())
    }

    @Test func variablesAreReadAndOptionsGoBefore() throws {
        let environment = [
            "TRANCHE_HTTP_HOST": "0.0.0.0", "TRANCHE_HTTP_PORT": "80", "TRANCHE_HTTP_CERTIFICATE": "c.pem",
            "TRANCHE_HTTP_KEY": "k.pem", "TRANCHE_HTTP_PROXIES": "10.0.0.1, 10.0.0.2", "TRANCHE_LOG_LEVEL": "error",
            "TRANCHE_HTTP_METRICS": "nobody", "TRANCHE_HTTP_BODY_BYTES": "2048", "TRANCHE_HTTP_IDLE_SECONDS": "5",
        ]
        var expected = ServerConfiguration()
        expected.host = "0.0.0.0"
        expected.port = 8443
        expected.tls = TLSFiles(certificate: "c.pem", key: "k.pem")
        expected.trustedProxies = ["10.0.0.1", "10.0.0.2"]
        expected.logLevel = .error
        expected.metricsFor = .nobody
        expected.limits.bodyBytes = 2048
        expected.limits.idleTime = .seconds(5)
        #expect(try ServerConfiguration.read(environment: environment, options: ["http.port": "8443"]) == expected)
    }

    @Test func anIdentityProviderIsReadWhole() throws {
        let environment = [
            "TRANCHE_SSO_ISSUER": "https://i", "TRANCHE_SSO_AUDIENCE": "tranche", "TRANCHE_SSO_KEYS": "https://i/keys",
            "TRANCHE_SSO_ROLE_CLAIM": "/realm_access/roles", "TRANCHE_SSO_ROLES": "jingban=officer, caiwu=finance",
        ]
        let settings = try #require(try ServerConfiguration.read(environment: environment).singleSignOn)
        #expect(settings.roles == ["jingban": "officer", "caiwu": "finance"])
        #expect(settings.nameClaim == "preferred_username" && settings.roleClaim == "/realm_access/roles")
    }

    /// Half of a provider, roles that are none, and keys that anybody on the way could change.
    @Test(arguments: [
        ["TRANCHE_SSO_ISSUER": "https://i"], ["TRANCHE_SSO_ROLES": "a=boss"], ["TRANCHE_SSO_ROLES": "a=head,a=admin"],
        [
            "TRANCHE_SSO_ISSUER": "https://i", "TRANCHE_SSO_AUDIENCE": "tranche", "TRANCHE_SSO_KEYS": "http://far/keys",
        ],
        [
            "TRANCHE_SSO_ISSUER": "https://i", "TRANCHE_SSO_AUDIENCE": "tranche", "TRANCHE_SSO_KEYS": "k.json",
            "TRANCHE_SSO_ROLE_CLAIM": "roles",
        ],
    ])
    func halfAnIdentityProviderIsNone(_ environment: [String: String]) {
        #expect(throws: ConfigurationError.self) { try ServerConfiguration.read(environment: environment) }
    }

    /// A mistyped value is never passed over for the default.
    @Test func whatCannotBeUsedIsToldAtOnce() {
        let environment = [
            "TRANCHE_HTTP_PORT": "x", "TRANCHE_HTTP_METRICS": "all", "TRANCHE_HTTP_IDLE_SECONDS": "0",
            "TRANCHE_HTTP_KEY": "k.pem",
        ]
        let error = ConfigurationError(variables: [
            "TRANCHE_HTTP_PORT", "TRANCHE_HTTP_METRICS", "TRANCHE_HTTP_IDLE_SECONDS", "TRANCHE_HTTP_CERTIFICATE",
            "TRANCHE_HTTP_KEY",
        ])
        #expect(throws: error) { try ServerConfiguration.read(environment: environment) }
    }

    /// The page of the documentation is written from the settings; TRANCHE_WRITE_DOCS=1 writes it anew.
    @Test func thePageIsTheOneOfTheSettings() throws {
        let rows = Setting.all.map { "| `\($0.variable)` | \($0.help) | \($0.standard) |" }
        let path = Fixtures.repositoryRoot + "/Sources/Operations/Documentation.docc/configuration.md"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let head = String(text.prefix { $0 != "|" })
        let page: String =
            head + "| variable | meaning | default |\n| --- | --- | --- |\n" + rows.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["TRANCHE_WRITE_DOCS"] != nil {
            try page.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(text == page)
    }
}
