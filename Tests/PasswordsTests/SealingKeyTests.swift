import Glibc
import Testing

@testable import Passwords

@Suite struct SealingKeyTests {
    private static let text = String(repeating: "0123456789abcdef", count: 4)

    @Test func opensWhatItSealedForThePurposeAndNothingElse() throws {
        let key = try #require(SealingKey.random())
        let other = try #require(SealingKey.random())
        let plain: [UInt8] = Array("twenty bytes of text".utf8)
        let sealed = key.seal(plain, for: "account 7")
        #expect(sealed.count == 60 && sealed != key.seal(plain, for: "account 7"))
        #expect(key.open(sealed, for: "account 7") == plain)
        #expect(key.open(sealed, for: "account 8") == nil)
        #expect(other.open(sealed, for: "account 7") == nil)
        for index in sealed.indices {
            var touched = sealed
            touched[index] ^= 1
            #expect(key.open(touched, for: "account 7") == nil, "\(index)")
        }
        #expect(key.open(Array(sealed.dropLast()), for: "account 7") == nil)
        #expect(key.open([], for: "account 7") == nil)
    }

    private static let short = String(text.dropLast())
    private static let forms: [(String, Bool)] = [
        (text, true), (text + "\n", true), (text.uppercased(), true), (short, false), (text + "0", false),
        (short + "g", false), ("", false), (short + "١", false),
    ]

    @Test(arguments: forms)
    func isALineOfHexadecimalDigits(text: String, isKey: Bool) {
        #expect((SealingKey(text: text) != nil) == isKey)
    }

    @Test func theFileIsMadeOnceForItsOwnerOnly() throws {
        try withDirectory { directory in
            let path = directory + "/key"
            #expect(SealingKeyFile(path: path, creating: false).key() == nil)
            let first = try #require(SealingKeyFile(path: path, creating: true).key())
            var status = stat()
            #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
            let second = try #require(SealingKeyFile(path: path, creating: true).key())
            #expect(second.open(first.seal([1, 2, 3], for: ""), for: "") == [1, 2, 3])
        }
    }

    /// A key that everybody can read is none, and what is there is never replaced.
    @Test func aFileThatIsNoKeyIsRefused() throws {
        try withDirectory { directory in
            let path = directory + "/key"
            let file = try #require(fopen(path, "w"))
            fputs(Self.text + "\n", file)
            fclose(file)
            chmod(path, 0o644)
            #expect(SealingKeyFile(path: path, creating: true).key() == nil)
            chmod(path, 0o640)
            #expect(SealingKeyFile(path: path, creating: true).key()?.text == Self.text + "\n")
            #expect(SealingKeyFile(path: directory, creating: true).key() == nil)
            #expect(SealingKeyFile(path: directory + "/none/key", creating: true).key() == nil)
        }
    }

    private func withDirectory(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/tranche-key-XXXXXX".utf8CString)
        let directory = try #require(mkdtemp(&template).map { String(cString: $0) })
        defer {
            unlink(directory + "/key")
            rmdir(directory)
        }
        try body(directory)
    }
}
