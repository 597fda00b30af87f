import Operations
import Testing

/// Evidence over HTTP.
@Suite struct DocumentTests {
    private static let minutes = "%PDF-1.7 会议纪要"
    private static let upload = "/api/v1/documents?name=%E4%BC%9A%E8%AE%AE%E7%BA%AA%E8%A6%81%20%221%22.pdf"

    private static func store(
        _ text: String, as type: String, _ office: Office, at target: String = upload, by role: Role = .officer
    ) async throws -> RawAnswer {
        try await office.server.call(
            "POST", target, as: office.token(role), ["Content-Type": type], json: text)
    }

    @Test func whatIsUploadedComesBackAsItWas() async throws {
        try await TestServer.lend { server in
            let office = try await Office.open(server)
            let stored = try await Self.store(Self.minutes, as: "application/pdf", office)
            let hash = try #require(stored.string("/sha256"))
            #expect(stored.status == 201 && stored.field("Location") == "/api/v1/documents/" + hash)
            #expect(stored.integer("/size") == Self.minutes.utf8.count && stored.string("/uploadedBy") == "officer")
            let again = try await Self.store(Self.minutes, as: "application/octet-stream", office, by: .head)
            #expect(again.status == 200 && again.string("/sha256") == hash && again.string("/uploadedBy") == "officer")
            let file = try await server.call("GET", "/api/v1/documents/" + hash, as: office.token(.auditor))
            #expect(file.status == 200 && file.text == Self.minutes)
            #expect(file.field("Content-Type") == "application/pdf" && file.field("ETag") == "\"\(hash)\"")
            #expect(
                file.field("Content-Disposition")
                    == "attachment; filename=\"____ _1_.pdf\"; "
                    + "filename*=UTF-8''%E4%BC%9A%E8%AE%AE%E7%BA%AA%E8%A6%81%20%221%22.pdf")
            let head = try await server.call("HEAD", "/api/v1/documents/" + hash, as: office.token(.auditor))
            #expect(head.status == 200 && head.field("Content-Length") == String(Self.minutes.utf8.count))
            let stranger = try await server.call("GET", "/api/v1/documents/" + hash, as: office.tokens[.stranger])
            #expect(stranger.status == 404 && stranger.string("/type") == "/problems/unknown-document")
        }
    }

    @Test func whatIsNoEvidenceIsRefused() async throws {
        try await TestServer.lend { server in
            let office = try await Office.open(server)
            let page = try await Self.store("<html><script>", as: "application/xml", office)
            #expect(page.status == 415)
            let other = try await Self.store(Self.minutes, as: "image/png", office)
            #expect(other.status == 415 && other.string("/type") == "/problems/document-type-differs")
            let nameless = try await Self.store(Self.minutes, as: "application/pdf", office, at: "/api/v1/documents")
            #expect(nameless.status == 422)
            #expect(try await Self.store("", as: "application/pdf", office).status == 422)
        }
    }

    /// A fact names evidence that its recorder's department has; what it has not, it cannot refer to.
    @Test func factsReferToWhatIsThere() async throws {
        try await TestServer.lend { server in
            let office = try await Office.open(server)
            let contract = try await office.contract()
            let stored = try await Self.store(Self.minutes, as: "application/pdf", office, by: .finance)
            let hash = try #require(stored.string("/sha256"))
            let event = #"{"kind":"event","event":"accepted","document":"\#(hash)","on":"2024-06-03"}"#
            let recorded = try await office.call(.officer, "POST", contract + "/facts", event)
            #expect(recorded.status == 201)
            let facts = try await server.call("GET", contract + "/facts", as: office.token(.auditor))
            #expect(facts.string("/facts/3/payload/document") == hash)
            let unknown = String(hash.reversed())
            let refused = try await server.call(
                "POST", contract + "/facts", as: office.token(.officer), office.fields(),
                json: event.replacing(hash, with: unknown))
            #expect(refused.status == 409 && refused.string("/errors/0/pointer") == "/document")
            #expect(refused.string("/errors/0/code") == "document-missing")
            let after = try await server.call("GET", contract, as: office.token(.auditor))
            #expect(after.field("ETag") == "\"4\"")
        }
    }
}
