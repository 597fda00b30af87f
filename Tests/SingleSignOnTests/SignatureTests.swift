import Crypto
import CryptoExtras
import FoundationEssentials
import IdentitySupport
import Testing

@testable import SingleSignOn

@Suite struct SignatureTests {
    private let provider: Provider
    private let signOn: SingleSignOn

    init() throws {
        provider = try Provider()
        signOn = SingleSignOn(try provider.set())
    }

    @Test(arguments: ["ES256", "ES384", "EdDSA", "RS256", "PS256"])
    func aSignatureOfAnotherKeyOrOfOtherBytesIsWrong(algorithm: String) async throws {
        let foreign = try Provider().token(with: algorithm)
        #expect(await signOn.refusal(foreign) == "token-signature")
        let parts = try provider.token(with: algorithm).split(separator: ".").map(String.init)
        let others = Provider.encoded(Data(Provider.claims { $0["preferred_username"] = "\"admin\"" }.utf8))
        #expect(await signOn.refusal([parts[0], others, parts[2]].joined(separator: ".")) == "token-signature")
        #expect(await signOn.refusal([parts[0], parts[1], ""].joined(separator: ".")) == "token-signature")
        let zeros = Provider.encoded(Data(count: 64))
        #expect(await signOn.refusal([parts[0], parts[1], zeros].joined(separator: ".")) == "token-signature")
    }

    /// No signature, a shared secret, and what is not in use here, whatever the key.
    @Test(arguments: ["none", "None", "HS256", "HS512", "RS384", "RS512", "PS512", "ES512", "ES256K", "RSA-OAEP", ""])
    func otherAlgorithmsAreRefused(algorithm: String) async throws {
        let token = try provider.token(named: algorithm)
        #expect(await signOn.refusal(token) == "token-algorithm")
        let unsigned = token.split(separator: ".").prefix(2).joined(separator: ".") + "."
        #expect(await signOn.refusal(unsigned) == "token-algorithm")
    }

    /// The attack on libraries that take the algorithm from the token: the public key is everybody's shared secret.
    @Test func thePublicKeyIsNoSharedSecret() async throws {
        let pem = Data(provider.rsa.publicKey.pemRepresentation.utf8)
        for secret in [pem, provider.rsa.publicKey.derRepresentation, Data(try provider.set())] {
            for (algorithm, refusal) in [("HS256", "token-algorithm"), ("RS256", "token-signature")] {
                let header = "{\"alg\":\"\(algorithm)\",\"kid\":\"rs256\"}"
                let signed = Provider.encoded(Data(header.utf8)) + "." + Provider.encoded(Data(Provider.claims().utf8))
                let mac = HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: SymmetricKey(data: secret))
                #expect(await signOn.refusal(signed + "." + Provider.encoded(Data(mac))) == refusal)
            }
        }
    }

    /// A key is for one algorithm: the same RSA key signs PS256 for one identifier and RS256 for the other.
    @Test func theAlgorithmIsTheKeys() async throws {
        for (algorithm, kid) in [("RS256", "ps256"), ("PS256", "rs256"), ("ES256", "es384"), ("EdDSA", "es256")] {
            let token = try provider.token(with: algorithm, kid: kid)
            #expect(await signOn.refusal(token) == "token-algorithm", "\(algorithm)")
            let claimed = try provider.token(with: algorithm, named: kid.uppercased(), kid: kid)
            if kid != "eddsa" { #expect(await signOn.refusal(claimed) == "token-signature", "\(algorithm)") }
        }
    }

    /// Not the first key of the set, nor each in turn.
    @Test(arguments: ["other", "ES256", "es256\\u0000", " es256", "es25\\u0036x"] as [String])
    func anUnknownKeyIsNobodys(kid: String) async throws {
        #expect(await signOn.refusal(try provider.token(kid: kid)) == "token-key")
    }

    @Test func aTokenNamesItsKey() async throws {
        #expect(await signOn.refusal(try provider.token(kid: nil)) == "token-key")
        #expect(await signOn.refusal(try provider.token(kid: nil, header: ",\"kid\":7")) == "token-key")
        // An escape is the character that it stands for.
        #expect(await signOn.refusal(try provider.token(kid: "es25\\u0036")) == nil)
    }

    /// Keys that a token brings along count for nothing.
    @Test func aTokenBringsNoKeys() async throws {
        let thief = try Provider()
        let key = try #require(try thief.keys()["es256"])
        let jwk = "{" + key.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",") + "}"
        for header in [",\"jwk\":\(jwk)", ",\"jku\":\"http://127.0.0.1:1/keys\"", ",\"x5u\":\"http://127.0.0.1:1\""] {
            #expect(await signOn.refusal(try thief.token(header: header)) == "token-signature", "\(header)")
            #expect(await signOn.refusal(try provider.token(header: header)) == nil, "\(header)")
        }
    }

    @Test(
        arguments: [
            (",\"crit\":[\"exp\"]", "token-malformed"), (",\"crit\":[\"b64\"],\"b64\":false", "token-malformed"),
            (",\"typ\":\"logout+jwt\"", "token-malformed"), (",\"typ\":7", "token-malformed"),
            (",\"typ\":\"JWT\"", nil),
            (",\"typ\":\"at+jwt\"", nil), (",\"alg\":\"ES256\"", "token-malformed"), (",\"cty\":\"JWT\"", nil),
        ] as [(String, String?)])
    func headers(more: String, refusal: String?) async throws {
        #expect(await signOn.refusal(try provider.token(header: more)) == refusal)
    }
}
