import TestSupport
import Testing

@testable import Audit

@Suite struct ContentHashTests {
    /// FIPS 180-2, appendices B.1 to B.3.
    @Test(arguments: [
        ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func isSHA256HoweverTheBytesAreCut(text: String, times: Int, digits: String) {
        let bytes = [UInt8](repeatElement(Array(text.utf8), count: times).joined())
        var generator = SeededGenerator(named: "content-hash")
        for _ in 0..<5 {
            var hasher = ContentHasher()
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Int.random(in: 0...max(1, min(rest.count, 70_000)), using: &generator)
                hasher.update(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(hasher.hash.description == digits)
            #expect(hasher.hash == ContentHash(digits))
        }
    }

    @Test func readsNothingButSixtyFourLowerCaseDigits() {
        let hash = ContentHasher().hash
        #expect(hash.description == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(ContentHash(bytes: hash.bytes) == hash)
        #expect(ContentHash(bytes: Array(hash.bytes.dropLast())) == nil)
        let text = hash.description
        for wrong in ["", text.uppercased(), String(text.dropLast()), text + "0", String(text.dropLast()) + "g"] {
            #expect(ContentHash(wrong) == nil, "\(wrong)")
        }
        // 64 bytes in UTF-8, and 64 characters that are no digits.
        #expect(ContentHash(String(repeating: "é", count: 32)) == nil)
        #expect(ContentHash(String(repeating: "٣", count: 64)) == nil)
    }
}
