import Audit
import TestSupport
import Testing
import Values

@testable import Bundles

/// Whatever somebody calls a bundle: refused by name, never a crash, never more than the limits.
struct HostileBundleTests {
    private func error(_ bytes: [UInt8], _ limits: BundleLimits = BundleLimits()) -> BundleError? {
        do { _ = try verify(bytes, limits: limits) } catch { return error as? BundleError }
        return nil
    }

    private func archive(_ files: [(String, [UInt8])]) throws -> [UInt8] {
        var parts = try Parts(honest())
        parts.files = files.map { (path: $0.0, bytes: $0.1) }
        return try parts.archive()
    }

    private func honest() throws -> [UInt8] {
        var random = SeededGenerator(seed: 7)
        return try World.some(1, &random)[0].bytes
    }

    @Test func whatIsNoBundleIsRefusedByName() throws {
        #expect(error([]) == .damaged)
        #expect(error(Array("no archive".utf8)) == .damaged)
        #expect(error(try archive([])) != nil)
        #expect(error(try archive([("hello.txt", [1])])) == .notABundle)
        #expect(error(try archive([("bundle.json", []), ("../evil", [])])) == nil)
        #expect(error(try archive([("bundle.json", []), ("a b", [])])) == .strangeFile)
        #expect(error(try archive([("bundle.json", []), ("\u{1}", [])])) == .strangeFile)
        #expect(error(try archive([("bundle.json", []), (String(repeating: "a", count: 201), [])])) == .strangeFile)
        #expect(throws: BundleError.unreadable) { try BundleVerifier.verify("/nowhere") }
        #expect(throws: BundleError.unreadable) { try BundleVerifier.verify("/tmp") }
    }

    @Test func namesThatNoBundleHasAreFaults() throws {
        let names = [
            "../evil", "/etc/passwd", "contracts/1/entries.ndjson", "contracts/000001/other", "keys/01.vkey",
            "documents/x", "checkpoints/-1", "calendars/a.csv", "a/b/c/d",
        ]
        for name in names {
            let report = try verify(archive([("bundle.json", []), (name, [1])]))
            #expect(report.faults.contains { $0.code == .fileUnexpected && $0.place == name }, "\(name)")
        }
    }

    @Test func limitsHold() throws {
        var limits = BundleLimits()
        limits.files = 5
        #expect(error(try honest(), limits) == .tooManyFiles)
        limits = BundleLimits()
        limits.bytes = 10_000
        #expect(error(try honest(), limits) == .tooLarge)
        limits = BundleLimits()
        limits.contractFile = 100
        #expect(error(try honest(), limits) == .tooLarge)
        limits = BundleLimits()
        limits.contractEntries = 2
        #expect(error(try honest(), limits) == .tooLarge)
        limits = BundleLimits()
        limits.contractNumber = 2
        #expect(error(try honest(), limits) == .tooLarge)
        // 40 MiB of zeros in 40 KiB: a document may be large, but not so dense.
        let zeros = [UInt8](repeating: 0, count: 40 << 20)
        let path = BundleFile.document(ContentHash(of: zeros)).path
        #expect(error(try archive([("bundle.json", []), (path, zeros)])) == .ratio)
        let line = [UInt8](repeating: 0x61, count: 1000)
        #expect(error(try archive([("bundle.json", []), ("log.csv", line)])) == .tooLarge)
    }

    /// Bytes at random in every file, and files at random: a report or a named refusal.
    @Test func noBytesEndTheProgram() throws {
        var random = SeededGenerator(named: "hostile")
        let parts = try Parts(honest())
        var (reported, refused) = (0, 0)
        for _ in 0..<300 {
            var changed = parts
            let place = Int.random(in: changed.files.indices, using: &random)
            let count = Int.random(in: 0...300, using: &random)
            let noise = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let cut = Int.random(in: 0...changed.files[place].bytes.count, using: &random)
            changed.files[place].bytes =
                Bool.random(using: &random) ? noise : changed.files[place].bytes.prefix(cut) + noise
            if Bool.random(using: &random) { changed.rehash() }
            if Bool.random(using: &random) { changed.files.shuffle(using: &random) }
            let report = try? verify(changed.archive())
            changed[.manifest] = parts[.manifest]
            changed[.checksums] = parts[.checksums]
            if report == nil { refused += 1 } else { reported += 1 }
            // README.md explains and proves nothing: another one is a notice.
            changed[.dictionary] = parts[.dictionary]
            if changed != parts { #expect(report?.isFine != true) }
        }
        #expect(reported > 50 && refused > 5)
    }

    /// The report is for a terminal: what stands in a bundle does not act on it.
    @Test func textsOfABundleAreMadeHarmless() {
        let fault = BundleFault(
            .contractRepeated, "contracts/\u{1B}[2J", "a\u{202E}b\nc" + String(repeating: "x", count: 500))
        for text in [fault.message(in: .chinese), fault.message(in: .english)] {
            #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("\n"))
            #expect(text.count < 400)
        }
    }
}
