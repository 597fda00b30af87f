import TestSupport
import Testing

@testable import Audit

/// Notes signed by Go's sumdb/note, and whatever else somebody may send.
struct NoteTests {
    private let golden = Fixtures.bytes("Tests/Fixtures/log/checkpoint.note")
    private let keys = String(decoding: Fixtures.bytes("Tests/Fixtures/log/keys.txt"), as: UTF8.self)
        .split(separator: "\n").map(String.init)

    private func error(_ body: () throws(NoteError) -> Void) -> NoteError? {
        do throws(NoteError) { try body() } catch { return error }
        return nil
    }

    @Test func theForeignNoteVerifies() throws {
        let known = [try VerifierKey(keys[1]), try VerifierKey(keys[3])]
        let note = try SignedNote(reading: golden)
        let (checkpoint, signatures) = try Checkpoint.verified(note, by: known)
        #expect(note.bytes == golden)
        #expect(checkpoint.origin == "tranche.example/眉山" && checkpoint.size == 37)
        #expect(signatures.map(\.secondsSince1970) == [nil, 1_679_315_147])
        #expect(checkpoint.text == note.text)
    }

    @Test func weSignTheSameBytes() throws {
        let note = try SignedNote(reading: golden)
        let again = try SignedNote(unsigned: note.text).signed(by: SigningKey(keys[0]), atSecondsSince1970: 0)
            .signed(by: SigningKey(keys[2]), atSecondsSince1970: 1_679_315_147)
        // swift-crypto may sign with fresh randomness: what counts is that it verifies.
        let known = [try VerifierKey(keys[1]), try VerifierKey(keys[3])]
        #expect(try Checkpoint.verified(SignedNote(reading: again.bytes), by: known).signatures.count == 2)
        #expect(again.signatures.map(\.keyHash) == note.signatures.map(\.keyHash))
    }

    /// As openssl and sha256sum give it: `openssl pkey -pubin -in key.pem -outform DER | sha256sum`.
    @Test func theFingerprintIsThatOfTheKeyFile() throws {
        let expected = "fd110d301d2f077de1414b8f99f441b1403fab207b2052fbd2c065e4ee8e7dc2"
        #expect(try VerifierKey(keys[1]).fingerprint == expected)
    }

    @Test func keysReadAndWriteTheirText() throws {
        for (secret, shown) in [(keys[0], keys[1]), (keys[2], keys[3])] {
            let key = try SigningKey(secret)
            #expect(key.secretText == secret)
            #expect(key.verifier.description == shown)
            #expect(try VerifierKey(shown) == key.verifier)
            #expect("\(key)" == "signing key of \(key.verifier.name)")
            #expect(!String(reflecting: key).contains("AQEB"))
        }
        let broken = [
            "", "a", "a+b", "+00000000+AQ==", keys[1] + "=", keys[1].replacing("bad5ac01", with: "bad5ac02"),
            keys[1].replacing("眉山", with: "眉 山"), keys[1].replacing("+AYqI", with: "+AoqI"),
            String(keys[1].dropLast(4)),
        ]
        for text in broken { #expect(error { () throws(NoteError) in _ = try VerifierKey(text) } != nil, "\(text)") }
        #expect(error { () throws(NoteError) in _ = try SigningKey(keys[1]) } == .malformedKey)
        #expect(error { () throws(NoteError) in _ = try SigningKey("PRIVATE+KEY+a+b") } == .malformedKey)
    }

    @Test func unknownSignaturesAreIgnoredAndFalseOnesRefused() throws {
        let (log, witness) = (try VerifierKey(keys[1]), try VerifierKey(keys[3]))
        let note = try SignedNote(reading: golden)
        #expect(try note.verified(by: [witness]).map(\.key) == [witness])
        #expect(try note.verified(by: [log]).map(\.key) == [log])
        #expect(error { () throws(NoteError) in _ = try note.verified(by: []) } == .unsigned)
        #expect(error { () throws(NoteError) in _ = try Checkpoint.verified(note, by: [witness]) } == .unsigned)
        let stranger = try SigningKey(name: "stranger", algorithm: .ed25519, seed: Array(repeating: 9, count: 32))
        #expect(
            error { () throws(NoteError) in _ = try note.verified(by: [stranger.verifier]) } == .unsigned)
        var other = note.text
        other[other.count - 2] ^= 1
        var forged = try SignedNote(unsigned: other)
        for signature in note.signatures { forged = forged.adding(signature) }
        #expect(error { () throws(NoteError) in _ = try forged.verified(by: [log]) } == .signatureInvalid)
        // One good and one false signature by the same key: known-bad.
        let doubled = try SignedNote(unsigned: note.text).adding(note.signatures[0])
            .adding(.init(name: log.name, keyHash: log.hash, bytes: Array(repeating: 1, count: 64)))
        #expect(error { () throws(NoteError) in _ = try doubled.verified(by: [log]) } == .signatureInvalid)
    }

    /// A changed byte makes it no note, or one that is not signed, or not by its key.
    @Test func everyChangedBitShows() throws {
        let known = [try VerifierKey(keys[1]), try VerifierKey(keys[3])]
        for place in golden.indices {
            for bit in 0..<8 {
                var bytes = golden
                bytes[place] ^= 1 << bit
                let read = try? Checkpoint.verified(SignedNote(reading: bytes), by: known)
                // A change in one signature line's name or key hash makes it a stranger's, which is ignored.
                if let read {
                    #expect(read.checkpoint.text == (try SignedNote(reading: golden)).text && read.signatures.count < 2)
                }
            }
        }
    }

    @Test func hostileBytesAreNoNotes() {
        let text = String(decoding: golden, as: UTF8.self)
        let line = "— a AAAAAAAA\n"
        let cases = [
            "", "\n", "\n\n", "a", "a\n", "a\n\n", "a\n\n\n", "a\n" + line, text + "\n", text + "x",
            text + line.dropLast(), "a\u{0}\n\n" + line, "a\r\n\n" + line, "a\n\n— a\n", "a\n\n—  AAAAAAAA\n",
            "a\n\n— a+b AAAAAAAA\n", "a\n\n— a AAAA\n", "a\n\n— a AAAAAA==\n", "a\n\n- a AAAAAAAA\n",
            "a\n\n— a AAAAAAAB=\n", "a\n\n" + String(repeating: line, count: 101),
            String(repeating: "a", count: 65_536) + "\n\n" + line,
        ]
        for bad in cases {
            #expect(
                error { () throws(NoteError) in _ = try SignedNote(reading: Array(bad.utf8)) } == .malformedNote,
                "\(bad.prefix(60))")
        }
        #expect(
            error { () throws(NoteError) in _ = try SignedNote(reading: [0xFF, 0x0A, 0x0A] + Array(line.utf8)) } != nil)
        #expect(error { () throws(NoteError) in _ = try SignedNote(reading: Array(("a\n\n" + line).utf8)) } == nil)
        #expect(
            error { () throws(NoteError) in
                _ = try SignedNote(reading: Array(("a\n\n" + String(repeating: line, count: 100)).utf8))
            } == nil)
    }
}
