import Audit
import Glibc
import Postgres
import Storage
import TestSupport
import Testing
import Values

@testable import Operations

/// The signer goes by its own file: what contradicts it is not signed, whatever the database says.
@Suite struct CheckpointTests {
    @Test func aCheckpointIsSignedOnceForEachSize() async throws {
        try await LogOffice.lend { office in
            let first = try await office.workspace.signCheckpoint()
            let checkpoint = try office.checkpoint(first)
            #expect(checkpoint.origin == LogOffice.name && checkpoint.size == 6)
            #expect(checkpoint.root == (try await office.entries().frontier.root))
            #expect(try await office.workspace.signCheckpoint() == first)
            #expect(try await office.workspace.checkpoint() == first)
            try await office.record("accepted")
            let second = try office.checkpoint(try await office.workspace.signCheckpoint())
            #expect(second.size == 7)
            #expect(try await office.workspace.checkpoint(ofSize: 6) == first)
            await #expect(throws: OperationError.log(.noCheckpoint)) {
                try await office.workspace.checkpoint(ofSize: 5)
            }
            let kept = try #require(DurableFile.read(office.signer.path + "/checkpoints"))
            #expect(String(decoding: kept, as: UTF8.self).contains("\n7\n"))
        }
    }

    /// A superuser takes away what was recorded, changes it, or sets the log back: each contradicts the file.
    @Test func whatContradictsTheFileIsNotSigned() async throws {
        for change in ["cut", "changed"] {
            try await LogOffice.lend { office in
                _ = try await office.workspace.signCheckpoint()
                try await office.test.asOwner { database in
                    try await History.rewrite(database) { entries in
                        if change == "cut" { entries.removeLast() } else { entries[2] = entries[2].changed }
                    }
                }
                let refusal = ExtensionRefusal.self
                let expected = change == "cut" ? refusal.sizeShrinks : refusal.rootDiffers
                await #expect(throws: OperationError.log(.notExtending(expected))) {
                    try await office.workspace.signCheckpoint()
                }
                // Growing behind the change does not help.
                try await office.record("accepted", of: "A-2")
                try await office.record("delivered", of: "A-2")
                await #expect(throws: OperationError.log(.notExtending(.notConsistent)), "\(change)") {
                    try await office.workspace.signCheckpoint()
                }
            }
        }
    }

    /// Without its file the signer signs nothing: taking the file away is no way to a new history.
    @Test func aMissingFileIsNoBeginning() async throws {
        try await LogOffice.lend { office in
            _ = try await office.workspace.signCheckpoint()
            unlink(office.signer.path + "/checkpoints")
            try await office.record("accepted")
            await #expect(throws: OperationError.log(.checkpointsUnusable)) {
                try await office.workspace.signCheckpoint()
            }
            #expect(DurableFile.create(office.signer.path + "/checkpoints", [], mode: 0o644))
            await #expect(throws: OperationError.log(.checkpointsUnusable)) {
                try await office.workspace.signCheckpoint()
            }
        }
    }

    /// A power cut in the middle of a line: what was half written was never published.
    @Test func aTornNoteIsPassedOver() async throws {
        try await LogOffice.lend { office in
            let path = office.signer.path + "/checkpoints"
            _ = try await office.workspace.signCheckpoint()
            let whole = try #require(DurableFile.read(path))
            try await office.record("accepted")
            let next = try await office.workspace.signCheckpoint().bytes
            for count in 1..<next.count {
                #expect(DurableFile.replace(path, whole + next.prefix(count), mode: 0o644))
                let last = try #require(try office.signer.last(signedBy: office.key))
                // The last newline is all that is missing of a whole note.
                #expect(try office.checkpoint(last).size == (count >= next.count - 1 ? 7 : 6), "\(count) bytes")
                try office.signer.append(try SignedNote(reading: next))
                let again = try #require(try office.signer.last(signedBy: office.key))
                #expect(try office.checkpoint(again).size == 7, "\(count) bytes")
            }
        }
    }

    /// The note is in the file before anybody can read it: a database that is lost right then loses no checkpoint.
    @Test func theFileComesBeforeThePublication() async throws {
        for number in 1...12 {
            try await LogOffice.lend { office in
                _ = try await office.workspace.seal()
                try await TestWorkspace.open(
                    office.test.conninfo, faults: { $0 == number ? .lostAfterSending : nil }, signer: office.signer
                ) { (broken) async throws in
                    _ = try? await broken.workspace.signCheckpoint()
                }
                let published = try? await office.workspace.checkpoint()
                let kept = try #require(try office.signer.last(signedBy: office.key))
                if let published { #expect(kept == published, "statement \(number)") }
                #expect(try office.checkpoint(try await office.workspace.signCheckpoint()).size == 6)
                #expect(try office.checkpoint(try await office.workspace.checkpoint()).size == 6)
            }
        }
    }

    @Test func theKeyIsItsOwners() async throws {
        try await LogOffice.lend { office in
            var status = stat()
            let path = office.signer.path + "/signing-key"
            #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
            #expect(throws: LogRefusal.keyPresent) {
                try office.signer.create(
                    name: "x", algorithm: .ed25519, seed: Array(repeating: 8, count: 32))
            }
            chmod(path, 0o640)
            await #expect(throws: OperationError.log(.keyUnusable)) { try await office.workspace.signCheckpoint() }
            let other = SignerDirectory(office.signer.path + "-other")
            #expect(throws: LogRefusal.nameForm) {
                try other.create(name: "two words", algorithm: .ed25519, seed: Array(repeating: 8, count: 32))
            }
        }
    }

    @Test func aNewKeyTakesOverWithATrail() async throws {
        try await LogOffice.lend { office in
            let before = try await office.workspace.signCheckpoint()
            let (old, new) = try await office.workspace.rotateKey()
            #expect(old == office.key && new.name == old.name && new != old)
            #expect(try office.signer.keys() == [old, new])
            let both = try await office.workspace.checkpoint(ofSize: 6)
            #expect(both.text == before.text)
            #expect(try both.verified(by: [old, new]).map(\.key) == [old, new])
            let next = try await office.workspace.signCheckpoint()
            #expect(try office.checkpoint(next, by: [new]).size == 7)
            #expect(throws: NoteError.unsigned) { try office.checkpoint(next) }
            let trail = try await office.workspace.database.officeJournal().acts("rotate-key").map(\.act)
            #expect(trail == [OfficeAct(action: "rotate-key", subject: "\(old)", detail: "\(new)")])
        }
    }
}
