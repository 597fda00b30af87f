import Audit
import Bundles
import Glibc
import JSON
import Operations
import TestSupport
import Testing

@testable import API
@testable import Serving

/// The log over HTTP: notes, proofs, entries, bundles, and who sees what of them.
@Suite struct JournalRouteTests {
    private static let base = "/api/v1/journal"

    /// An office whose log is signed.
    private static func lend(_ body: @escaping @Sendable (Office, Checkpoint) async throws -> Void) async throws {
        try await TestServer.lend { server in
            let office = try await Office.open(server)
            for _ in 0..<3 { _ = try await office.contract() }
            _ = try await MatrixRow.audit[0].make(office)
            let note = try await office.call(.auditor, "GET", base + "/checkpoint")
            #expect(note.field("Content-Type") == "text/plain; charset=utf-8")
            let keys = try server.workspace.logKeys()
            try await body(office, try Checkpoint.verified(SignedNote(reading: note.body), by: keys).checkpoint)
        }
    }

    private static func hashes(_ answer: RawAnswer) throws -> [TreeHash] {
        let text = answer.text
        let list = text.split(separator: "\"hashes\":[")[1].prefix { $0 != "]" }
        return try list.split(separator: ",").map { try #require(TreeHash(String($0.dropFirst().dropLast()))) }
    }

    @Test func everyEntryCanBeProved() async throws {
        try await Self.lend { office, checkpoint in
            let listed = try await office.call(.auditor, "GET", Self.base + "?limit=100000")
            #expect(listed.isWhole && listed.field("Content-Type") == "application/x-ndjson")
            let lines = listed.text.split(separator: "\n")
            #expect(lines.count >= checkpoint.size && checkpoint.size > 10)
            for index in 0..<checkpoint.size {
                let proof = try await office.call(.auditor, "GET", Self.base + "/proof?entry=\(index)")
                let leaf = try #require(proof.string("/leaf").flatMap { TreeHash($0) })
                #expect(lines[index].contains("\"index\":\(index)") && lines[index].contains(leaf.description))
                try ProofVerification.inclusion(
                    of: leaf, at: index, in: checkpoint.size, root: checkpoint.root, proof: Self.hashes(proof))
            }
            let page = try await office.call(.auditor, "GET", Self.base + "?after=3&limit=2")
            #expect(page.text == lines[4...5].map { $0 + "\n" }.joined())
            let contract = try await office.contract().dropFirst("/api/v1/contracts/".count)
            _ = try await office.server.workspace.signCheckpoint()
            let named = try await office.call(.auditor, "GET", Self.base + "/proof?contract=\(contract)&number=1")
            #expect(try #require(named.integer("/index")) >= checkpoint.size)
            for query in ["", "?contract=C-1", "?entry=x"] {
                let wrong = try await office.server.call(
                    "GET", Self.base + "/proof" + query, as: office.token(.auditor))
                #expect(wrong.status == 400, "\(query)")
            }
            for query in ["/proof?entry=99999", "/checkpoint?size=99999", "/consistency?from=5&to=99999"] {
                let beyond = try await office.server.call("GET", Self.base + query, as: office.token(.auditor))
                #expect(beyond.status == 404, "\(query)")
            }
        }
    }

    /// A witness asks with the size that it saw, and can countersign what it gets.
    @Test func aWitnessCanFollow() async throws {
        try await Self.lend { office, checkpoint in
            try await withScratchDirectory { directory in
                let key = try Witness.create(
                    directory: directory + "/w", name: "audit.example", effects: .live(user: ""))
                let witness = Witness(directory: directory + "/w")
                let keys = try office.server.workspace.logKeys()
                let first = try await office.call(.auditor, "GET", Self.base + "/checkpoint?from=0")
                _ = try witness.countersign(first.body, by: keys, at: office.server.clock.now)
                _ = try await MatrixRow.audit[0].make(office)
                let size = try witness.size()
                let next = try await office.call(.auditor, "GET", Self.base + "/checkpoint?from=\(size)")
                let note = try witness.countersign(next.body, by: keys, at: office.server.clock.now)
                #expect(try note.verified(by: [key]).count == 1)
                #expect(try Checkpoint(reading: note.text).size > checkpoint.size)
                let proof = try await office.call(
                    .auditor, "GET", Self.base + "/consistency?from=\(checkpoint.size)&to=\(witness.size())")
                let larger = try Checkpoint(reading: note.text)
                try ProofVerification.consistency(
                    from: checkpoint.size, checkpoint.root, to: larger.size, larger.root, proof: Self.hashes(proof))
            }
        }
    }

    /// Of contracts of another department, and of the office's journal, only the hashes are shown.
    @Test func aStrangerSeesHashes() async throws {
        try await Self.lend { office, checkpoint in
            let lines = try await office.server.call("GET", Self.base, as: office.tokens[.stranger])
                .text.split(separator: "\n")
            #expect(lines.count >= checkpoint.size)
            #expect(lines.allSatisfy { !$0.contains("entry") && !$0.contains("contract") && $0.contains("\"leaf\":") })
            let own = try await office.call(.auditor, "GET", Self.base).text.split(separator: "\n")
            #expect(own.count { $0.contains("\"entry\":{") } > 10)
            #expect(own.allSatisfy { !$0.contains("\"kind\":\"office\"") })
        }
    }

    @Test func aBundleOverHTTPVerifies() async throws {
        try await Self.lend { office, _ in
            let answer = try await office.call(.auditor, "GET", "/api/v1/exports/bundle")
            #expect(answer.isWhole && answer.field("Content-Type") == "application/zip")
            #expect(answer.field("Content-Disposition")?.hasPrefix("attachment; filename=\"tranche-") == true)
            try await withScratchDirectory { directory in
                let path = directory + "/bundle.zip"
                let file = try #require(fopen(path, "wb"))
                fwrite(answer.body, 1, answer.body.count, file)
                fclose(file)
                var options = VerificationOptions()
                options.keys = try office.server.workspace.logKeys()
                let report = try BundleVerifier.verify(path, options)
                #expect(report.isFine && report.counts.contracts >= 3, "\(report.faults)")
            }
            let foreign = try await office.server.call(
                "GET", "/api/v1/exports/bundle?contract=C-1", as: office.tokens[.stranger])
            #expect(foreign.status == 404)
        }
    }
}
