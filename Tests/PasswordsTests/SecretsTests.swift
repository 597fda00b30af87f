import Passwords
import Testing

@Suite struct SecretsTests {
    @Test func nothingShowsAPassword() {
        let password = Password("correct horse battery")
        var dumped = ""
        dump(password, to: &dumped)
        for text in [dumped, "\(password)", String(reflecting: password), "\([password])"] {
            #expect(!text.contains("horse") && !text.contains("99"), "\(text)")
        }
    }

    @Test func nothingShowsAToken() {
        let token = SecretToken.random(.session)
        var dumped = ""
        dump(token, to: &dumped)
        for text in [dumped, "\(token)", String(reflecting: token)] { #expect(!text.contains(token.text)) }
    }

    @Test(arguments: [
        ("twelve chars", true), ("十二个汉字也可以作为密码", true), ("too short", false), ("", false),
        ("with a\nline end", false), ("with a\0 in it", false), (String(repeating: "a", count: 1024), true),
        (String(repeating: "a", count: 1025), false),
    ])
    func acceptable(text: String, isAcceptable: Bool) {
        #expect(Password(text).isAcceptable == isAcceptable)
    }

    @Test func chanceMakesPasswordsThatMayBeSet() {
        let made = (0..<100).map { _ in Password.random() }
        #expect(made.allSatisfy { $0.password.isAcceptable && $0.text.utf8.count == 22 })
        #expect(Set(made.map(\.text)).count == 100)
    }

    @Test func tokensComeBackFromTheirText() throws {
        let tokens = SecretToken.Kind.allCases.flatMap { kind in (0..<100).map { _ in SecretToken.random(kind) } }
        #expect(Set(tokens.map(\.text)).count == 200)
        #expect(Set(tokens.map(\.hash)).count == 200)
        for token in tokens {
            let read = try #require(SecretToken(presented: token.text))
            #expect(read.kind == token.kind && read.hash == token.hash)
        }
    }

    @Test(arguments: [
        "", "trs_", "trx_" + String(repeating: "A", count: 43), "trs_" + String(repeating: "A", count: 44),
    ])
    func whatIsNoToken(text: String) {
        #expect(SecretToken(presented: text) == nil)
    }

    /// FIPS 180-4's hash, computed once by sha256sum.
    @Test func theHashIsSHA256() throws {
        let token = try #require(SecretToken(presented: "trs_" + String(repeating: "A", count: 43)))
        let digits = token.hash.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        #expect(digits == "3473b4f233d187f4c557fb321a174af6148426f54d6dd35c2e2bde3dc1878985")
    }
}
