public import Postgres

extension Database {
    /// Whether any contract's figures change by a day, in days since 1970-01-01.
    public func hasChanging(by day: Int32) async throws -> Bool {
        try await query(anyChanging(.date(days: day))).one { row throws(PostgresError) in try row.bool(0) }
    }

    /// Contracts whose figures change by a day without a new fact: those behind a number, in order.
    public func changingContracts(by day: Int32, after number: String, limit: Int) async throws -> [String] {
        try await query(changing(.date(days: day), .text(number), .int64(Int64(limit))))
            .map { row throws(PostgresError) in try row.text(0) }
    }

    /// Removes rows of contracts that have no journal.
    public func removeUnregisteredContracts() async throws {
        _ = try await unit([removeUnregistered()])
    }

    /// Numbers of registered contracts behind a number, in order.
    public func registeredContracts(after number: String, limit: Int) async throws -> [String] {
        try await query(registered(.text(number), .int64(Int64(limit)))).map { row throws(PostgresError) in
            try row.text(0)
        }
    }
}

private let changing: Statement = """
    SELECT number FROM contract WHERE next_change_on <= $1 AND number > $2 ORDER BY number LIMIT $3
    """
private let anyChanging: Statement = "SELECT EXISTS (SELECT FROM contract WHERE next_change_on <= $1)"
private let registered: Statement =
    "SELECT contract FROM journal WHERE number = 1 AND contract > $1 ORDER BY contract LIMIT $2"
private let removeUnregistered: Statement = """
    DELETE FROM contract WHERE NOT EXISTS (SELECT FROM journal WHERE journal.contract = contract.number)
    """
