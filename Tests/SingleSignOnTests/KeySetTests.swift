import FoundationEssentials
import Glibc
import IdentitySupport
import Synchronization
import Testing
import Values

@testable import SingleSignOn

@Suite struct KeySetTests {
    private let provider: Provider

    init() throws { provider = try Provider() }

    /// What a provider answers, and how often it was asked.
    private final class Shelf: Sendable {
        private let state: Mutex<(bytes: [UInt8]?, asked: Int)>

        init(_ bytes: [UInt8]?) { state = Mutex((bytes, 0)) }

        var asked: Int { state.withLock { $0.asked } }

        func put(_ bytes: [UInt8]?) { state.withLock { $0.bytes = bytes } }

        func keys() -> KeySet {
            KeySet { () async throws(SingleSignOnError) in
                let bytes = self.state.withLock { state in
                    state.asked += 1
                    return state.bytes
                }
                guard let bytes else { throw .keysUnavailable }
                return bytes
            }
        }
    }

    private func code(_ keys: KeySet, _ kid: String, after seconds: Int64) async -> String? {
        let now = Instant(microseconds: Provider.now.microseconds + seconds * 1_000_000)
        do throws(SingleSignOnError) {
            _ = try await keys.key(kid, at: now)
            return nil
        } catch { return error.code }
    }

    @Test func isReadAgainByAgeAndForAnUnknownKeyAtMostOnceAMinute() async throws {
        let shelf = Shelf(try provider.set { $0["es384"] = nil })
        let keys = shelf.keys()
        #expect(await code(keys, "es256", after: 0) == nil)
        for second in Int64(0)..<60 { #expect(await code(keys, "es384", after: second) == "token-key") }
        #expect(shelf.asked == 1)
        shelf.put(try provider.set())
        #expect(await code(keys, "es384", after: 59) == "token-key")
        #expect(await code(keys, "es384", after: 60) == nil)
        #expect(shelf.asked == 2)
        #expect(await code(keys, "es256", after: 3659) == nil)
        #expect(shelf.asked == 2)
        // An hour later, and a key that was withdrawn is gone.
        shelf.put(try provider.set { $0["es256"] = nil })
        #expect(await code(keys, "es256", after: 3660) == "token-key")
        #expect(shelf.asked == 3)
    }

    @Test func keysThatCannotBeReadAgainServeADay() async throws {
        let shelf = Shelf(try provider.set())
        let keys = shelf.keys()
        #expect(await code(keys, "es256", after: 0) == nil)
        for bytes in [nil, Array("[]".utf8), Array("{\"keys\":[]}".utf8), Array("<html>".utf8)] as [[UInt8]?] {
            shelf.put(bytes)
            let asked = shelf.asked
            #expect(await code(keys, "es256", after: 3600 + Int64(asked) * 60) == nil)
            #expect(shelf.asked == asked + 1)
        }
        #expect(await code(keys, "es256", after: 86_399) == nil)
        #expect(await code(keys, "es256", after: 86_460) == "keys-unavailable")
        shelf.put(try provider.set())
        #expect(await code(keys, "es256", after: 86_519) == "keys-unavailable")
        #expect(await code(keys, "es256", after: 86_520) == nil)
    }

    @Test func aClockThatIsPutBackBlocksNothing() async throws {
        let shelf = Shelf(nil)
        let keys = shelf.keys()
        #expect(await code(keys, "es256", after: 7200) == "keys-unavailable")
        shelf.put(try provider.set())
        #expect(await code(keys, "es256", after: 0) == nil)
        #expect(shelf.asked == 2)
    }

    @Test func manyAtOnceAskOnce() async throws {
        let shelf = Shelf(try provider.set())
        let keys = shelf.keys()
        await withTaskGroup(of: String?.self) { group in
            for number in 0..<50 {
                group.addTask { await code(keys, number.isMultiple(of: 2) ? "es256" : "none", after: 0) }
            }
            for await code in group { #expect(code == nil || code == "token-key") }
        }
        #expect(shelf.asked == 1)
    }

    /// A key without an algorithm, one for encryption, one whose type or curve does not fit, one that is too small.
    @Test(arguments: [
        ("es256", ["alg": ""]), ("es256", ["alg": "HS256"]), ("es256", ["alg": "none"]), ("es256", ["use": "enc"]),
        ("es256", ["crv": "P-384"]), ("es256", ["crv": ""]), ("es256", ["kty": "RSA"]), ("es256", ["x": "AAAA"]),
        ("es256", ["y": ""]), ("es256", ["alg": "ES384"]), ("rs256", ["alg": ""]), ("rs256", ["n": "AQAB"]),
        ("rs256", ["n": ""]), ("rs256", ["e": ""]), ("rs256", ["alg": "ES256"]), ("eddsa", ["crv": "X25519"]),
        ("eddsa", ["x": "AAAA"]), ("eddsa", ["kty": "EC"]),
    ])
    func keysThatCannotBeUsedAreLeftOut(kid: String, change: [String: String]) async throws {
        let keys = try await PublishedKey.read(try provider.set { $0[kid]?.merge(change) { $1 } })
        #expect(keys.count == 4 && keys[kid] == nil)
    }

    /// A shared secret is no key of ours, whatever it says.
    @Test func sharedSecretsAreLeftOut() async throws {
        let keys = try await PublishedKey.read(
            try provider.set { $0["hmac"] = ["kty": "oct", "alg": "HS256", "k": "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0"] })
        #expect(keys["hmac"] == nil && keys.count == 5)
    }

    @Test func aSetThatIsNoneIsUnusable() async throws {
        let one = String(decoding: try provider.set { keys in keys = keys.filter { $0.key == "es256" } }, as: UTF8.self)
        let element = try #require(one.split(separator: "[", maxSplits: 1).last?.dropLast(2))
        for text in [
            "", "{}", "{\"keys\":{}}", "{\"keys\":[]}", "{\"keys\":[7]}", "{\"keys\":[\(element),\(element)]}",
            "{\"keys\":[" + Array(repeating: "{}", count: 51).joined(separator: ",") + "]}",
        ] {
            await #expect(throws: SingleSignOnError.keysUnavailable, "\(text.prefix(40))") {
                _ = try await PublishedKey.read(Array(text.utf8))
            }
        }
    }
}
