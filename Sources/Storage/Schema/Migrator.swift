internal import Migrations
public import Postgres

/// Brings a database to the schema of this program: applied steps are kept in the table `migration` with the SHA-256
/// of their text, so that an edited or unknown one is refused instead of guessed about.
public struct Migrator: Sendable {
    private let database: Database
    private let migrations: [Migration]
    /// Chosen at random; only migrators of this program take it.
    private static let lock: Int64 = 7_461_088_032_914_451

    /// Works as the database's owner.
    public init(_ database: Database) {
        self.init(database, migrations: Migration.all)
    }

    init(_ database: Database, migrations: [Migration]) {
        self.database = database
        self.migrations = migrations
    }

    /// Applies what is pending, each in a transaction of its own, and returns the names. Several at once wait for one
    /// another. Throws ``MigrationError`` and `PostgresError`; what was applied before the error stays.
    public func migrate() async throws -> [String] {
        try await database.withConnection(deadline: .after(.seconds(600))) { session in
            _ = try await session.query(Self.takeLock(.int64(Self.lock)))
            _ = try await session.unit(Self.createTable)
            var applied: [String] = []
            for migration in try await pending(session) {
                try await apply(migration, session)
                applied.append(migration.name)
            }
            _ = try await session.query(Self.freeLock(.int64(Self.lock)))
            return applied
        }
    }

    /// Throws ``MigrationError`` unless the schema is exactly the one of this program and its guards are on.
    public func check() async throws {
        let isThere = try await database.query(Self.findTable).one { row throws(PostgresError) in try row.bool(0) }
        let missing = isThere ? try await database.withConnection { try await pending($0) } : migrations
        if let first = missing.first { throw MigrationError.pending(migration: first.name) }
        for trigger in try await guardsOff() { throw MigrationError.guardOff(trigger: trigger) }
    }

    private func guardsOff() async throws(PostgresError) -> [String] {
        let rows = try await database.query(Self.guardsOff(.textArray(Self.guards)))
        return try rows.map { row throws(PostgresError) in try row.text(0) }
    }

    /// Creates the roles of `sql/roles.sql` and grants them what they may do. Needs the right to create roles.
    public func grantRoles() async throws {
        try await database.withConnection(deadline: .after(.seconds(600))) { session in
            _ = try await session.query(Self.takeLock(.int64(Self.lock)))
            _ = try await session.unit(SQLScript.statements(of: Migration.roles).map { Query(Statement(text: $0)) })
            _ = try await session.query(Self.freeLock(.int64(Self.lock)))
        }
    }

    /// Whether the program's role is there and may add to the journal.
    public func hasRoles() async throws -> Bool {
        try await database.query(Self.findRoles).one { row throws(PostgresError) in try row.bool(0) }
    }

    private func apply(_ migration: Migration, _ session: Session) async throws {
        let path: Query = "SET LOCAL search_path TO public"
        let steps = SQLScript.statements(of: migration.sql).map { Query(Statement(text: $0)) }
        let note = Self.note(.text(migration.name), .bytes(migration.sql))
        _ = try await session.unit([path] + steps + [note], deadline: .after(.seconds(300)))
    }

    /// Compares what is applied with what this program has.
    private func pending(_ session: Session) async throws -> [Migration] {
        let names = Parameter.textArray(migrations.map(\.name))
        let texts = Parameter.bytesArray(migrations.map(\.sql))
        let states = try await session.query(Self.compare(names, texts)).map { row in
            (name: try row.text(0), isKnown: try row.bool(1), isApplied: try row.bool(2), isSame: try row.bool(3))
        }
        var pending: [String] = []
        for state in states {
            if !state.isKnown { throw MigrationError.unknown(migration: state.name) }
            if !state.isApplied { pending.append(state.name); continue }
            if !state.isSame { throw MigrationError.edited(migration: state.name) }
            if let skipped = pending.first { throw MigrationError.skipped(migration: skipped) }
        }
        return migrations.filter { pending.contains($0.name) }
    }
}

extension Migrator {
    private static let takeLock: Statement = "SELECT pg_advisory_lock($1)"
    private static let freeLock: Statement = "SELECT pg_advisory_unlock($1)"
    private static let findTable: Query = "SELECT to_regclass('public.migration') IS NOT NULL"
    /// Every trigger of the schema; a test holds the list complete.
    static let guards = [
        "journal_append_only", "journal_chain", "payment_guard_insert", "payment_guard_update",
        "in_flight_guard_insert", "in_flight_guard_update", "holiday_calendar_append_only", "access_log_append_only",
        "session_revoked", "api_token_revoked", "session_kept", "second_factor_once", "payment_by_another",
        "document_append_only", "document_chunk_append_only", "document_holding_append_only", "document_holding_whole",
        "bank_account_proposal_append_only", "bank_account_decision_append_only", "bank_account_proposal_guard",
        "bank_account_decision_guard", "payment_within_request_insert", "payment_within_request_update",
        "journal_unsealed", "log_leaf_append_only", "log_node_append_only", "log_checkpoint_append_only",
    ]
    private static let guardsOff: Statement = """
        SELECT expected.name FROM unnest($1::text[]) AS expected (name)
        WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = expected.name AND tgenabled = 'A')
        """
    private static let findRoles: Query = """
        SELECT coalesce(bool_or(has_table_privilege(oid, 'public.journal', 'INSERT')), false)
        FROM pg_roles WHERE rolname = 'tranche_app'
        """
    private static let createTable: [Query] = [
        "SET LOCAL client_min_messages TO warning",
        """
        CREATE TABLE IF NOT EXISTS public.migration (
            name text COLLATE "C" NOT NULL CONSTRAINT migration_pkey PRIMARY KEY,
            checksum bytea NOT NULL,
            applied_at timestamptz NOT NULL DEFAULT now())
        """,
        "COMMENT ON TABLE public.migration IS 'The steps that brought the schema to where it is (sql/migrations).'",
        "COMMENT ON COLUMN public.migration.name IS 'Name of the file without .sql.'",
        "COMMENT ON COLUMN public.migration.checksum IS 'SHA-256 of its text.'",
        "COMMENT ON COLUMN public.migration.applied_at IS 'When it was applied.'",
    ]
    private static let note: Statement = "INSERT INTO public.migration (name, checksum) VALUES ($1, sha256($2))"
    private static let compare: Statement = """
        SELECT coalesce(known.name, applied.name), known.name IS NOT NULL, applied.name IS NOT NULL,
            coalesce(applied.checksum = sha256(known.text), false)
        FROM unnest($1::text[], $2::bytea[]) AS known (name, text)
        FULL JOIN public.migration AS applied ON applied.name = known.name
        ORDER BY coalesce(known.name, applied.name) COLLATE "C"
        """
}
