public import Audit
public import Postgres

/// A department's holding that is to be added.
public struct NewHolding: Sendable {
    let document: ContentHash
    let department: Int64
    let name: String
    let mediaType: String
    let account: Int64
    let moment: Int64

    /// Takes all as given; `moment` in microseconds since 1970-01-01T00:00:00Z.
    public init(
        document: ContentHash, department: Int64, name: String, mediaType: String, account: Int64, moment: Int64
    ) {
        self.document = document
        self.department = department
        self.name = name
        self.mediaType = mediaType
        self.account = account
        self.moment = moment
    }
}

extension Session {
    /// Begins to store a document; waits while another transaction stores the same one. Returns the department's
    /// holding where it has the document already: then nothing is left to do.
    public func beginDocument(
        _ hash: ContentHash, size: Int, for department: Int64
    ) async throws -> StoredHolding? {
        var answers = try await unit([
            addDocument(.bytes(hash.bytes), .int64(Int64(size))), findHolding(.bytes(hash.bytes), .int64(department)),
        ])
        try answers.skip()
        return try answers.next().first { row throws(PostgresError) in try StoredHolding(row) }
    }

    /// Stores pieces of a document that are next to one another, in one round trip. Those that are there stay.
    public func addChunks(_ chunks: [[UInt8]], from number: Int, of hash: ContentHash, size: Int) async throws {
        _ = try await unit(
            chunks.enumerated().map { index, bytes in
                addChunk(
                    .bytes(hash.bytes), .int64(Int64(size)), .int64(Int64(number + index)), .bytes(bytes))
            })
    }

    /// Makes a department hold a document whose pieces are stored, unless it does; returns its holding and whether it
    /// is new. Refused with `document_holding_whole` where the bytes are not those of the hash.
    public func addHolding(_ holding: NewHolding) async throws -> (holding: StoredHolding, isNew: Bool) {
        let key = (Parameter.bytes(holding.document.bytes), Parameter.int64(holding.department))
        var answers = try await unit([
            insertHolding(
                key.0, key.1, .text(holding.name), .text(holding.mediaType), .int64(holding.account),
                .timestamp(microseconds: holding.moment)),
            findHolding(key.0, key.1),
        ])
        let isNew = try answers.next().affected == 1
        return (try answers.next().one { row throws(PostgresError) in try StoredHolding(row) }, isNew)
    }

    /// Those of the documents that are there.
    public func documents(_ hashes: [ContentHash]) async throws -> [StoredDocument] {
        var answers = try await unit(StoredDocument.queries(hashes))
        return try StoredDocument.read(&answers)
    }
}

extension Database {
    /// Some pieces of a document in order, from a number on.
    public func documentChunks(of hash: ContentHash, from number: Int, limit: Int) async throws -> [[UInt8]] {
        try await query(readChunks(.bytes(hash.bytes), .int64(Int64(number)), .int64(Int64(limit))))
            .map { row throws(PostgresError) in try row.bytes(0) }
    }
}

private let addDocument: Statement = "INSERT INTO document (sha256, size) VALUES ($1, $2) ON CONFLICT DO NOTHING"
private let addChunk: Statement = """
    INSERT INTO document_chunk (document, size, number, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
    """
private let insertHolding: Statement = """
    INSERT INTO document_holding (document, department, name, media_type, uploaded_by, uploaded_at)
    VALUES ($1, $2, normalize($3::text, NFC), $4, $5, $6) ON CONFLICT DO NOTHING
    """
private let findHolding: Statement = """
    SELECT h.department, h.name, h.media_type, a.name, h.uploaded_at
    FROM document_holding h JOIN account a ON a.id = h.uploaded_by WHERE h.document = $1 AND h.department = $2
    """
private let readChunks: Statement = """
    SELECT bytes FROM document_chunk WHERE document = $1 AND number >= $2 ORDER BY number LIMIT $3
    """
