import Glibc
import Testing

@testable import Cluster

@Suite struct PostmasterFileTests {
    private let text = """
        4711
        /data
        1700000000
        5432
        /run/here

          1234567  98304
        ready   

        """

    @Test func theNoteIsReadLineByLine() throws {
        let note = try #require(PostmasterFile(text: text))
        #expect(note.process == 4711)
        #expect(note.socketDirectory == "/run/here")
        #expect(note.isReady)
    }

    @Test(arguments: ["starting", "stopping", "standby ", ""]) func onlyTheWordReadyIsReady(status: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(7).map(String.init) + [status]
        #expect(try #require(PostmasterFile(text: lines.joined(separator: "\n"))).isReady == false)
    }

    /// A single-user backend writes its number negated; it is not a server that can be joined.
    @Test(arguments: ["", "\n", "-4711\n/data", "0", "1", "number"]) func anythingElseIsNoNote(text: String) {
        #expect(PostmasterFile(text: text) == nil)
    }

    @Test func aLivingProcessThatIsNoServerIsNotAlive() throws {
        let note = try #require(PostmasterFile(text: "\(getpid())\n/data"))
        #expect(!note.isAlive(serving: "/data"))
    }
}
