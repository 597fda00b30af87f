import Operations

extension MatrixRow {
    /// The log shows a stranger hashes; which entries are theirs to read, JournalRouteTests tell.
    static let audit = [
        ofLog("/api/v1/journal"), ofLog("/api/v1/journal/checkpoint"), ofLog("/api/v1/journal/proof", "?entry=0"),
        ofLog("/api/v1/journal/consistency", "?from=0&to=1"), ofLog("/api/v1/exports/bundle"),
    ]

    private static func ofLog(_ path: String, _ query: String = "") -> MatrixRow {
        MatrixRow(method: "GET", path: path, success: 200, stranger: 200) { office in
            _ = try await office.contract()
            // The service signs once a second as well; whoever is second waits for the next round.
            while true {
                do {
                    _ = try await office.server.workspace.signCheckpoint()
                    return MatrixRequest(path + query)
                } catch OperationError.log(.busy) { await Task.yield() }
            }
        }
    }
}
