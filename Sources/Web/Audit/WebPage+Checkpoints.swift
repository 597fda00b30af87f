internal import Audit
internal import HTML
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// The signed checkpoints of the log, and the public keys that verify them.
    static let checkpoints: [WebPage] = [
        .get("/audit/checkpoints", AuditPlace.checkpoints.access, query: ["limit", "cursor"]) { visit in
            let page = try visit.call.query { $0.page() }
            let below = try page.keys(1).map { keys throws(Refusal) in
                guard let size = Int(keys[0]) else { throw Page.foreignCursor }
                return size
            }
            let caller = try visit.caller()
            let found = try await visit.workspace.checkpoints(below: below ?? .max, limit: page.limit, by: caller)
            let keys = try await visit.workspace.logKeys(by: caller)
            return auditPage(visit, .checkpoints) {
                element("p") { visit.words.audit.checkpointsLead }
                checkpointTable(found, visit.words)
                nextPage(visit, page, found.count) { found.last.map { [String($0.checkpoint.size)] } }
                element("h2") { visit.words.audit.keys }
                element("p") { visit.words.audit.keysLead }
                keyTable(keys, visit.words)
            }
        },
        .get("/audit/checkpoints/{size}", AuditPlace.checkpoints.access) { visit in
            let found = try await checkpoint(visit)
            return auditPage(
                visit, .checkpoints, title: visit.words.audit.checkpointTitle(found.checkpoint.size)
            ) { checkpointNodes(found, visit.words) }
        },
        .get("/audit/checkpoints/{size}/note", AuditPlace.checkpoints.access) { visit in
            let found = try await checkpoint(visit)
            return .download(
                found.note.bytes, "text/plain; charset=utf-8", as: "checkpoint-\(found.checkpoint.size).txt")
        },
        .get("/audit/keys/{fingerprint}", .signedIn) { visit in
            let keys = try await visit.workspace.logKeys(by: try visit.caller())
            guard let key = (keys.own + keys.witnesses).first(where: { $0.fingerprint == visit.path[0] }) else {
                throw Refusal.unknownPath
            }
            return .download(
                Array(key.pem.utf8), "application/x-pem-file", as: "key-\(key.fingerprint.prefix(8)).pem")
        },
    ]

    private static func checkpoint(_ visit: Visit) async throws -> PublishedCheckpoint {
        guard let size = Int(visit.path[0]), size >= 0 else { throw Refusal.unknownPath }
        return try await visit.workspace.publishedCheckpoint(ofSize: size, by: try visit.caller())
    }
}
