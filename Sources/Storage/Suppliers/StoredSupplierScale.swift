public import Audit
public import Contracts
public import Postgres
public import Values

/// The scale of a supplier as a department recorded it.
public struct StoredSupplierScale: Equatable, Sendable {
    public let department: StoredDepartment
    public let supplier: String
    public let scale: SupplierScale
    /// Contracts signed from this day on.
    public let since: CalendarDay
    /// Number of the act in the office's journal.
    public let entry: Int
    public let recordedAt: Instant
    public let recordedBy: String
}

extension StoredSupplierScale {
    /// Reads all that was recorded of a supplier, compared as the database does: by department, then by day.
    public static func query(supplier: String) -> Query { bySupplier(.text(supplier)) }

    /// Reads a row of it.
    public init(_ row: borrowing Row) throws(PostgresError) {
        department = StoredDepartment(
            id: try row.int64(0), name: try row.text(1), key: try row.text(2), approvalChain: [])
        supplier = try row.text(3)
        scale = SupplierScale(rawValue: try row.text(4)) ?? .unknown
        since = try row.dayIfAny(5) ?? .first
        entry = Int(try row.int64(6))
        recordedAt = try row.instant(7)
        recordedBy = try row.text(8)
    }

    private static let bySupplier: Statement = """
        SELECT d.id, d.name, d.name_key, s.supplier, s.scale, s.since, s.entry::int8, s.recorded_at, s.recorded_by
        FROM supplier_scale AS s JOIN department AS d ON d.name_key = s.buyer_key
        WHERE s.supplier_key = lower(normalize($1::text, NFKC) COLLATE "C") ORDER BY d.name_key, s.since, s.entry
        """
}

extension Session {
    /// Adds what an entry of the office's journal says; not where the department is not there.
    public func addSupplierScale(_ act: SupplierScaleAct, _ entry: JournalEntry) async throws {
        _ = try await query(SupplierScaleRows.add([(act, entry)]))
    }

    /// Puts what the office's journal says in the place of all that is there.
    public func replaceSupplierScales(_ acts: [(act: SupplierScaleAct, entry: JournalEntry)]) async throws {
        _ = try await unit([SupplierScaleRows.removeAll(), SupplierScaleRows.add(acts)])
    }
}

extension Database {
    /// The scales of suppliers when their contracts were signed, as far as buyers had recorded them at a moment; one
    /// for each contract, names compared as the database does.
    public func supplierScales(
        of contracts: [(supplier: String, buyer: String, signedOn: CalendarDay)], knownAt moment: Instant
    ) async throws -> [SupplierScale] {
        let rows = try await query(
            SupplierScaleRows.atSigning(
                .textArray(contracts.map(\.supplier)), .textArray(contracts.map(\.buyer)),
                .dateArray(contracts.map(\.signedOn.daysSince1970)), .timestamp(microseconds: moment.microseconds)))
        return try rows.map { row throws(PostgresError) in
            try row.textIfAny(0).flatMap(SupplierScale.init) ?? .unknown
        }
    }
}

private enum SupplierScaleRows {
    static func add(_ acts: [(act: SupplierScaleAct, entry: JournalEntry)]) -> Query {
        insert(
            .textArray(acts.map(\.act.department)), .textArray(acts.map(\.act.supplier)),
            .dateArray(acts.map { ($0.act.since ?? .first).daysSince1970 }),
            .int64Array(acts.map { Int64($0.entry.number) }),
            .textArray(acts.map(\.act.scale.rawValue)), .textArray(acts.map(\.entry.recordedAt.description)),
            .textArray(acts.map(\.entry.recordedBy)))
    }

    private static let insert: Statement = """
        INSERT INTO supplier_scale (buyer_key, supplier, since, entry, scale, recorded_at, recorded_by)
        SELECT d.name_key, normalize(g.supplier, NFC), g.since, g.entry::integer, g.scale, g.at::timestamptz, g.by
        FROM unnest($1::text[], $2::text[], $3::date[], $4::int8[], $5::text[], $6::text[], $7::text[])
            AS g (department, supplier, since, entry, scale, at, by)
        JOIN department AS d ON d.name_key = lower(normalize(g.department, NFKC) COLLATE "C")
        """
    static let removeAll: Statement = "DELETE FROM supplier_scale"
    static let atSigning: Statement = """
        SELECT (SELECT s.scale FROM supplier_scale AS s
            WHERE s.buyer_key = lower(normalize(asked.buyer, NFKC) COLLATE "C")
                AND s.supplier_key = lower(normalize(asked.supplier, NFKC) COLLATE "C")
                AND s.since <= asked.signed_on AND s.recorded_at <= $4
            ORDER BY s.since DESC, s.entry DESC LIMIT 1)
        FROM unnest($1::text[], $2::text[], $3::date[]) WITH ORDINALITY AS asked (supplier, buyer, signed_on, place)
        ORDER BY place
        """
}
