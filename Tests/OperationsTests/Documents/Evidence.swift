import Operations
import Postgres

/// Documents and people to upload them.
enum Evidence {
    /// Bytes that look like a PDF of a size, different for each `mark`, and no two pieces of them the same.
    static func pdf(_ size: Int, mark: Int = 0) -> [UInt8] {
        let head = Array("%PDF-1.7 \(mark)\n".utf8)
        return Array(head.prefix(size))
            + (0..<max(0, size - head.count)).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 11 ^ $0) }
    }

    /// The bytes as they come over a network, in pieces of a length.
    static func stream(_ bytes: [UInt8], pieces length: Int = 60_000) -> AsyncStream<[UInt8]> {
        AsyncStream { continuation in
            for start in stride(from: 0, to: bytes.count, by: length) {
                continuation.yield(Array(bytes[start..<min(bytes.count, start + length)]))
            }
            continuation.finish()
        }
    }

    struct ConnectionLost: Error {}

    /// The same, ending in an error instead of the end.
    static func broken(_ bytes: [UInt8]) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { continuation in
            continuation.yield(bytes)
            continuation.finish(throwing: ConnectionLost())
        }
    }

    static func collect(_ content: DocumentContent) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in content.bytes { bytes += piece }
        return bytes
    }
}

extension TestWorkspace {
    /// Somebody with roles in a department, which is made where it is missing.
    func person(_ name: String, _ roles: Set<Role>, in department: String = "buyer") async throws -> Caller {
        if try await !workspace.departments().contains(where: { $0.name == department }) {
            _ = try await workspace.createDepartment(department)
        }
        let actor = try await workspace.createAccount(
            name, department: department, roles: roles, password: People.password)
        return .account(actor.accountID, from: "10.0.0.1")
    }

    func store(
        _ bytes: [UInt8], _ name: String = "发票.pdf", type: String? = nil, by caller: Caller
    ) async throws -> StoredDocumentAnswer {
        try await workspace.storeDocument(Evidence.stream(bytes), mediaType: type, name: name, by: caller)
    }

    /// One number that a query of the owner gives.
    func number(_ sql: String) async throws -> Int64 {
        try await asOwner { database in
            try await database.query(Query(Statement(text: sql))).one { row throws(PostgresError) in try row.int64(0) }
        }
    }
}
