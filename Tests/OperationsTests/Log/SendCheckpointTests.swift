import Audit
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Operations

/// Checkpoints reach further places, each once, and one that fails keeps no other from it.
@Suite struct SendCheckpointTests {
    private struct Down: Error {}

    @Test func everyPlaceGetsTheNewestOnce() async throws {
        try await LogOffice.lend { office in
            let (folder, spool) = (office.signer.path + "-copies", office.signer.path + "-spool")
            mkdir(folder, 0o755)
            mkdir(spool, 0o755)
            let places = [
                CheckpointPlace.url("https://down.example"), .directory(folder),
                .mail(spool: spool, to: "audit@ms.example"), .url("https://up.example"),
            ]
            let delivery = CheckpointDelivery()
            let posted = Mutex<[String]>([])
            let post: Post = { url, type, body in
                posted.withLock { $0.append("\(url) \(type) \(body.count)") }
                if url.contains("down") { throw Down() }
                return []
            }
            let note = try await office.workspace.signCheckpoint()
            for _ in 0..<2 {
                await #expect(throws: OperationError.log(.unsendable)) {
                    try await office.workspace.sendCheckpoint(to: places, delivery, post: post)
                }
            }
            let size = note.bytes.count
            #expect(
                posted.withLock { $0 } == [
                    "https://down.example text/plain \(size)", "https://up.example text/plain \(size)",
                    "https://down.example text/plain \(size)",
                ])
            #expect(DurableFile.read(folder + "/6") == note.bytes)
            let message = String(decoding: try #require(DurableFile.read(spool + "/checkpoint-6.eml")), as: UTF8.self)
            #expect(message.hasPrefix("To: audit@ms.example\r\nSubject: Checkpoint 6\r\n"))
            #expect(message.contains("\r\n\r\n\(LogOffice.name)\r\n6\r\n"))
        }
    }

    @Test(arguments: [
        ("/mnt/audit", CheckpointPlace.directory("/mnt/audit")),
        ("mail:/spool?to=a@b.cn", .mail(spool: "/spool", to: "a@b.cn")), ("https://a.cn/x", .url("https://a.cn/x")),
        ("tsa:https://tsa.cn", .authority("https://tsa.cn")), ("http://127.0.0.1:9/x", .url("http://127.0.0.1:9/x")),
        ("http://[::1]:9/x", .url("http://[::1]:9/x")),
    ])
    func placesAreRead(_ text: String, _ place: CheckpointPlace) {
        #expect(CheckpointPlace(text) == place)
    }

    @Test(arguments: [
        "", "relative", "http://a.cn", "tsa:/file", "mail:/spool", "mail:/spool?to=nobody", "ftp://a",
        "http://localhost.evil.cn", "http://127.0.0.1.evil.cn/x", "http://localhost:1@evil.cn", "https://",
    ])
    func whatIsNoPlaceIsRefused(_ text: String) {
        #expect(CheckpointPlace(text) == nil)
    }

    /// What an authority replies is kept only where it is about this note. `openssl ts` made the replies of the test of
    /// TimeStampQuery; here any bytes stand for a wrong one.
    @Test func aWrongTimeStampIsNotKept() async throws {
        try await LogOffice.lend { office in
            _ = try await office.workspace.signCheckpoint()
            await #expect(throws: OperationError.log(.timeStamp(.malformed))) {
                try await office.workspace.sendCheckpoint(
                    to: [.authority("https://tsa.example")], CheckpointDelivery(), post: { _, _, _ in [0x30, 0] })
            }
            #expect(DurableFile.read(office.signer.path + "/timestamps/6.tsr") == nil)
        }
    }
}
