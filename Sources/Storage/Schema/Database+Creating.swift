public import Postgres

extension Database {
    /// Creates a database on the server unless it is there; `self` is another database of it, such as `postgres`.
    /// The name is a word of the program's own.
    public func createDatabase(_ name: StaticString) async throws {
        let isThere = try await query(exists(.text(name.description))).one { row throws(PostgresError) in
            try row.bool(0)
        }
        if isThere { return }
        do throws(PostgresError) {
            _ = try await unit([Query(Statement(text: "CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8'"))])
        } catch {
            let wasFaster = error.state == "42P04" || error.state == .uniqueViolation
            if !wasFaster { throw error }
        }
    }
}

private let exists: Statement = "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)"
