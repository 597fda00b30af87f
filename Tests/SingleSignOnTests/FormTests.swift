import FoundationEssentials
import IdentitySupport
import Testing

@testable import SingleSignOn

@Suite struct FormTests {
    private let provider: Provider
    private let signOn: SingleSignOn

    init() throws {
        provider = try Provider()
        signOn = SingleSignOn(try provider.set())
    }

    @Test(arguments: [
        "", ".", "..", "...", "a.b.c", "token", "e30.e30.e30", "e30.e30", "\0", "trs_AAAA",
        String(repeating: ".", count: 9000), "王.小.明",
    ])
    func whatIsNoTokenIsRefused(text: String) async {
        #expect(["token-malformed", "token-algorithm"].contains(await signOn.refusal(text)))
    }

    @Test func aTokenHasAtMost8192Bytes() async throws {
        func token(_ padding: Int) throws -> String {
            try provider.token(Provider.claims { $0["p"] = "\"" + String(repeating: "p", count: padding) + "\"" })
        }
        let bare = try token(0).utf8.count
        // Three bytes of the claims are four of the token.
        let most = (8192 - bare) / 4 * 3
        #expect(await signOn.refusal(try token(most)) == nil)
        #expect(await signOn.refusal(try token(most + 4)) == "token-malformed")
        #expect(await signOn.refusal(try token(1_000_000)) == "token-malformed")
    }

    /// A signature over bytes that are no claims is still no identity.
    @Test(arguments: [
        "", "[]", "null", "7", "{", "{}x", "{\"iss\":1,\"iss\":2}", "\u{FEFF}x", String(repeating: "[", count: 3000),
    ])
    func claimsAreAnObject(text: String) async throws {
        #expect(await signOn.refusal(try provider.token(text)) == "token-malformed")
    }

    @Test func anEmptyObjectSaysNothing() async throws {
        #expect(await signOn.refusal(try provider.token("{}")) == "token-claim-iss")
    }

    /// One token has one text: no padding, no other alphabet, no bits left over.
    @Test func base64IsStrict() async throws {
        let token = try provider.token(with: "EdDSA")
        for changed in [
            token + "=", token + "==", token + "\n", " " + token, token.replacing(".", with: "=."),
            "Bearer " + token,
        ] {
            #expect(await signOn.refusal(changed) == "token-malformed")
        }
        // A signature of 64 bytes has four spare bits in its last letter.
        let last = try #require(token.last.flatMap(Self.alphabet.firstIndex(of:)))
        let other = Self.alphabet[last ^ 1]
        #expect(await signOn.refusal(token.dropLast() + String(other)) == "token-malformed")
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
}
