internal import CLibPQ
#if canImport(Glibc)
internal import Glibc
#endif

/// Opens a connection. It blocks (name look-up, poll) and therefore runs on a plain thread.
enum Connecting {
    /// Connects or says why not; `connect_timeout` bounds each host in turn.
    static func open(_ settings: Settings) -> Result<ConnectionPointer, PostgresError> {
        do throws(PostgresError) {
            let keywords = try settings.keywords()
            guard let connection = start(keywords) else { throw .invalidSettings }
            do throws(PostgresError) {
                try poll(connection, until: deadline(connection))
                PQsetnonblocking(connection, 1)
            } catch {
                PQfinish(connection)
                throw error
            }
            return .success(ConnectionPointer(pointer: connection))
        } catch {
            return .failure(error)
        }
    }

    private static func start(_ keywords: [(String, String)]) -> OpaquePointer? {
        let names = keywords.map { strdup($0.0) }
        let values = keywords.map { strdup($0.1) }
        defer { for text in names + values { free(text) } }
        let nameList = names.map { UnsafePointer<CChar>($0) } + [nil]
        let valueList = values.map { UnsafePointer<CChar>($0) } + [nil]
        let connection = PQconnectStartParams(nameList, valueList, 1)
        // Verbose, because it is the only way to learn the SQLSTATE of a refused connection.
        PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
        return connection
    }

    private static func deadline(_ connection: OpaquePointer) -> Deadline {
        guard let options = PQconninfo(connection) else { return .after(.seconds(3)) }
        defer { PQconninfoFree(options) }
        let values = Settings.values(of: options)
        let hosts = (values["host"] ?? values["hostaddr"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
        let seconds = values["connect_timeout"].flatMap(Int64.init) ?? 0
        return seconds > 0 ? .after(.seconds(seconds * Int64(max(1, hosts.count)))) : .never
    }

    private static func poll(_ connection: OpaquePointer, until deadline: Deadline) throws(PostgresError) {
        var wanted = PQstatus(connection) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
        while wanted != PGRES_POLLING_OK {
            guard wanted != PGRES_POLLING_FAILED else { throw failure(connection) }
            let events = Int16(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT)
            var descriptor = pollfd(fd: PQsocket(connection), events: events, revents: 0)
            let ready = Glibc.poll(&descriptor, 1, deadline.milliseconds(from: .now))
            if ready == 0 { throw .connectionFailed(ConnectionFailure(message: "connect_timeout exceeded")) }
            if ready > 0 { wanted = PQconnectPoll(connection) }
        }
    }

    private static func failure(_ connection: OpaquePointer) -> PostgresError {
        .connectionFailed(ConnectionFailure(message: String(cString: PQerrorMessage(connection))))
    }
}

/// A PGconn on its way between threads.
/// `@unchecked Sendable`: after the hand-over it is only touched under the lock of the one Wire that owns it.
struct ConnectionPointer: @unchecked Sendable {
    let pointer: OpaquePointer
}
