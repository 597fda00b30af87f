public import Audit
public import Postgres

/// A department's own record of a document.
public struct StoredHolding: Equatable, Sendable {
    public let department: Int64
    public let name: String
    public let mediaType: String
    /// Name of the account that uploaded it first.
    public let uploadedBy: String
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let uploadedAt: Int64
}

/// A document with all by which somebody may see it.
public struct StoredDocument: Equatable, Sendable {
    public let hash: ContentHash
    /// Bytes.
    public let size: Int
    /// Never empty: what nobody holds is not told of.
    public let holdings: [StoredHolding]
    /// The buyers of contracts with recorded facts that name it, by their keys.
    public let buyers: [String]
}

extension StoredDocument {
    /// Reads documents with those who hold them and refer to them.
    public static func queries(_ hashes: [ContentHash]) -> [Query] {
        let hashes = Parameter.bytesArray(hashes.map(\.bytes))
        return [holdings(hashes), buyers(hashes)]
    }

    /// Takes the answers to ``queries(_:)``: those of the documents that are there.
    public static func read(_ answers: inout UnitResult) throws(PostgresError) -> [StoredDocument] {
        let holdings = try answers.next().map { row throws(PostgresError) in
            (hash: try row.bytes(0), size: Int(try row.int64(1)), holding: try StoredHolding(row, from: 2))
        }
        let buyers = try answers.next().map { row throws(PostgresError) in
            (hash: try row.bytes(0), key: try row.text(1))
        }
        return Dictionary(grouping: holdings, by: \.hash).compactMap { bytes, rows in
            ContentHash(bytes: bytes).map { hash in
                StoredDocument(
                    hash: hash, size: rows[0].size, holdings: rows.map(\.holding),
                    buyers: buyers.filter { $0.hash == bytes }.map(\.key))
            }
        }
    }

    private static let holdings: Statement = """
        SELECT d.sha256, d.size, h.department, h.name, h.media_type, a.name, h.uploaded_at
        FROM document d JOIN document_holding h ON h.document = d.sha256 JOIN account a ON a.id = h.uploaded_by
        WHERE d.sha256 = ANY($1::bytea[]) ORDER BY h.department
        """
    private static let buyers: Statement = """
        SELECT DISTINCT r.document, lower(normalize(c.buyer, NFKC) COLLATE "C")
        FROM document_reference r JOIN contract c ON c.number = r.contract WHERE r.document = ANY($1::bytea[])
        """
}

extension StoredHolding {
    /// Reads department, name, media type, name of the account and moment.
    init(_ row: borrowing Row, from first: Int = 0) throws(PostgresError) {
        self.init(
            department: try row.int64(first), name: try row.text(first + 1), mediaType: try row.text(first + 2),
            uploadedBy: try row.text(first + 3), uploadedAt: try row.microseconds(first + 4))
    }
}
