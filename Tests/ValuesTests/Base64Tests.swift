import TestSupport
import Testing
import Values

struct Base64Tests {
    @Test(arguments: [Base64.standard, .forURLs])
    func readsWhatItWrote(_ base64: Base64) {
        var random = SeededGenerator(named: "base64")
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            #expect(base64.bytes(base64.text(bytes).utf8) == bytes)
        }
    }

    /// RFC 4648, section 10, and the two letters in which the alphabets differ.
    @Test func examplesOfTheStandard() {
        #expect(
            ["", "f", "fo", "foo", "foob"].map { Base64.standard.text($0.utf8) } == [
                "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==",
            ])
        #expect(Base64.standard.text([0xFF, 0xEF]) == "/+8=" && Base64.forURLs.text([0xFF, 0xEF]) == "_-8")
    }

    @Test func valuesHaveOneWriting() {
        for bad in ["Zg", "Zg=", "Zh==", "Zg===", "====", "Zm9=", "Z m9", "Zm_v", "Zg==Zg==", "=", "Zm9v\n"] {
            #expect(Base64.standard.bytes(bad.utf8) == nil, "\(bad)")
        }
        for bad in ["A", "Zg==", "_-9", "Zm+v", "Zm9v\n", "Zm9vY"] {
            #expect(Base64.forURLs.bytes(bad.utf8) == nil, "\(bad)")
        }
        #expect(Base64.forURLs.bytes("".utf8) == [])
    }
}
