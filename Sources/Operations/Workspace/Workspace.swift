internal import Cluster
public import Logging
internal import Passwords
internal import Postgres
internal import Storage
internal import Synchronization
internal import Values

/// An open database with the effects of the program: what the use cases work on. Each use case is an extension of it,
/// in a file of its own name. Close it when done, or the program's own cluster goes on running.
public final class Workspace: Sendable {
    let database: Database
    let effects: Effects
    /// What the calendar "CN" means, as read last.
    private let calendar: Mutex<LoadedCalendar>
    let passwords: PasswordHasher
    /// What the program remembers of journals, about 128 MiB.
    let journals = JournalCache(mostBytes: 128 << 20)
    /// Dossiers as they were read when something was recorded last, by their contracts' numbers, about 64 MiB.
    let dossiers = Remembered<String, KnownDossier>(mostBytes: 64 << 20) { $0.bytes }
    /// Statements as doors wrote them, about 64 MiB.
    let writings = Remembered<WrittenStatement.Key, WrittenStatement>(mostBytes: 64 << 20) { $0.bytes.count + 200 }
    /// Lists and desks as they were answered last, about 32 MiB.
    let lists = Remembered<AskedList, AskedList.Answer>(mostBytes: 32 << 20) { _ in AskedList.Answer.bytes }
    /// Where the key is that second factors are sealed with; without it none can be set up.
    let sealing: SealingKeyFile?
    /// Where the log's key is and what it signed; without it nothing is signed.
    let signer: SignerDirectory?
    /// Size of the checkpoint that this process published last.
    let publishedSize = Mutex(-1)
    private let cluster: Cluster?

    init(
        _ database: Database, effects: Effects, calendar: LoadedCalendar = .builtIn, cluster: Cluster? = nil,
        passwords: PasswordHasher = .standard, sealing: SealingKeyFile? = nil, signer: SignerDirectory? = nil
    ) {
        self.database = database
        self.passwords = passwords
        self.effects = effects
        self.calendar = Mutex(calendar)
        self.cluster = cluster
        self.signer = signer
        // A file that somebody named is there, or the name is wrong: it is not made.
        self.sealing = effects.keyFile.map { SealingKeyFile(path: $0, creating: false) } ?? sealing
    }

    var holidays: HolidayTable { calendar.withLock { $0.table } }

    /// Reads the calendar again if the newest one, by its number, is another than the one read last.
    func loadCalendar(_ number: Int) async throws {
        if calendar.withLock({ $0.number == number }) { return }
        let newest = try await LoadedCalendar(newestOf: database)
        calendar.withLock { if $0.number < newest.number { $0 = newest } }
    }

    /// Opens the database. The program's own cluster is started, migrated when that is due, and where `creating` made;
    /// else a directory without one is ``OperationError/notInitialised(directory:)``, so that a mistyped name is not
    /// an empty list. A server's database must have been initialised, else it throws ``OperationError/schema(_:)``.
    public static func open(
        _ location: DatabaseLocation, creating: Bool = false, effects: Effects, logger: Logger
    ) async throws(OperationError) -> Workspace {
        if case .embedded(let directory) = location, !creating, !Cluster.exists(in: clusterDirectory(directory)) {
            throw .notInitialised(directory: directory)
        }
        return try await opened(location, effects, logger, migrating: false).workspace
    }

    /// The cluster has a directory of its own in the data directory, beside what else is kept there.
    private static func clusterDirectory(_ directory: String) -> String { directory + "/postgres" }

    /// Where the log's key is: in the data directory, unless the effects name another one.
    static func signer(_ location: DatabaseLocation, _ effects: Effects) -> SignerDirectory? {
        if let path = effects.logDirectory { return SignerDirectory(path) }
        guard case .embedded(let directory) = location else { return nil }
        return SignerDirectory(directory + "/log")
    }

    /// Ends the connections and leaves the cluster; the last one to leave stops its server.
    public func close() async throws(OperationError) {
        await database.close()
        guard let cluster else { return }
        do { try await cluster.close() } catch { throw .cluster(error) }
    }

    static func opened(
        _ location: DatabaseLocation, _ effects: Effects, _ logger: Logger, migrating: Bool
    ) async throws(OperationError) -> (workspace: Workspace, applied: [String], hasRoles: Bool) {
        try await mappingErrors {
            switch location {
            case .server(let conninfo):
                let database = try Database(
                    Settings(conninfo: conninfo, session: session), limits: limits, logger: logger)
                let outcome = try await closing(database) { try await prepare(database, migrating: migrating) }
                let calendar = try await closing(database) { try await LoadedCalendar(newestOf: database) }
                let workspace = Workspace(
                    database, effects: effects, calendar: calendar, signer: signer(location, effects))
                return (workspace, outcome.applied, outcome.hasRoles)
            case .embedded(let directory):
                let cluster = try await Cluster.open(directory: clusterDirectory(directory))
                do {
                    let (database, applied) = try await prepare(cluster, logger)
                    let calendar = try await closing(database) { try await LoadedCalendar(newestOf: database) }
                    let sealing = SealingKeyFile(path: directory + "/second-factor.key", creating: true)
                    let workspace = Workspace(
                        database, effects: effects, calendar: calendar, cluster: cluster, sealing: sealing,
                        signer: signer(location, effects))
                    return (workspace, applied, true)
                } catch {
                    try? await cluster.close()
                    throw error
                }
            }
        }
    }
}

extension Workspace {
    /// The name of the database in the program's own cluster.
    private static let name: StaticString = "tranche"
    private static let role = "tranche_app"
    /// On two processors 16 connections answered two thirds of the reads that 8 do, and as many writes.
    private static let limits = PoolLimits(connections: 8)
    /// Nobody waits long for a lock, and what a killed program left open does not stay.
    private static let session = ["lock_timeout": "10s", "idle_in_transaction_session_timeout": "60s"]

    /// The owner makes the schema; the program then works in a role that can only add to the journal.
    private static func prepare(_ cluster: Cluster, _ logger: Logger) async throws -> (Database, applied: [String]) {
        let main = try Database(Settings(conninfo: cluster.connection.conninfo()), limits: limits, logger: logger)
        try await closing(main) { try await main.createDatabase(name) }
        await main.close()
        let conninfo = cluster.connection.conninfo(database: name.description)
        let owner = try Database(Settings(conninfo: conninfo), limits: limits, logger: logger)
        let applied = try await closing(owner) {
            let migrator = Migrator(owner)
            let applied = try await migrator.migrate()
            let hasRoles = applied.isEmpty ? try await migrator.hasRoles() : false
            if !hasRoles { try await migrator.grantRoles() }
            try await migrator.check()
            return applied
        }
        await owner.close()
        let settings = Settings(conninfo: conninfo, session: session.merging(["role": role]) { $1 })
        return (try Database(settings, limits: limits, logger: logger), applied)
    }

    private static func prepare(
        _ database: Database, migrating: Bool
    ) async throws -> (applied: [String], hasRoles: Bool) {
        let migrator = Migrator(database)
        guard migrating else {
            try await migrator.check()
            return ([], false)
        }
        let applied = try await migrator.migrate()
        do {
            try await migrator.grantRoles()
            return (applied, true)
        } catch let error as PostgresError where error.state == .insufficientPrivilege {
            return (applied, false)
        }
    }

    private static func closing<Value>(
        _ database: Database, _ body: () async throws -> Value
    ) async throws -> Value {
        do { return try await body() } catch {
            await database.close()
            throw error
        }
    }
}
