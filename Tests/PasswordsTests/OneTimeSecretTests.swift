import Testing

@testable import Passwords

@Suite struct OneTimeSecretTests {
    /// The secret of the examples of RFC 4226 and RFC 6238.
    private let secret = OneTimeSecret(bytes: Array("12345678901234567890".utf8))

    private static let examples: [(Int64, String)] = [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ]

    /// RFC 6238, appendix B, the rows of SHA-1.
    @Test(arguments: examples)
    func isRFC6238(seconds: Int64, code: String) {
        #expect(secret.code(step: seconds / 30, digits: 8) == code)
        #expect(secret.step(of: String(code.suffix(6)), at: seconds) == seconds / 30)
    }

    /// RFC 4226, appendix D.
    @Test func isRFC4226() {
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        #expect((0..<10).map { secret.code(step: $0) } == codes)
    }

    @Test func takesTheCodesOfTheStepBeforeAndAfterAndNoOthers() {
        let now: Int64 = 1_111_111_109
        let step = now / 30
        for distance: Int64 in -3...3 {
            let found = secret.step(of: secret.code(step: step + distance), at: now)
            #expect(found == (abs(distance) <= 1 ? step + distance : nil), "\(distance)")
        }
        #expect(secret.step(of: "081 804", at: now) == step)
    }

    @Test(arguments: ["", "08180", "0818040", "８１８０４", "08180４", "-81804", "081804\0", "abcdef"])
    func whatIsNoCodeIsNone(text: String) {
        #expect(secret.step(of: text, at: 1_111_111_109) == nil)
    }

    /// RFC 4648, section 10, without the padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func base32(plain: String, text: String) {
        #expect(OneTimeSecret(bytes: Array(plain.utf8)).base32 == text)
    }

    @Test func anAppCanReadIt() {
        #expect(
            secret.uri(account: "王 a@b", issuer: "Tranche")
                == "otpauth://totp/Tranche:%E7%8E%8B%20a%40b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tranche&algorithm=SHA1&digits=6&period=30"
        )
    }

    @Test func chanceMakes160BitsThatNothingShows() {
        let (one, other) = (OneTimeSecret.random(), OneTimeSecret.random())
        #expect(one.bytes.count == 20 && one.bytes != other.bytes)
        var dumped = ""
        dump(one, to: &dumped)
        for text in [dumped, "\(one)", String(reflecting: one), "\([one])"] {
            #expect(text.contains("one-time secret") && !text.contains("\(one.bytes[0]), \(one.bytes[1])"))
        }
    }
}
