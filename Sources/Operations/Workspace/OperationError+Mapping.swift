internal import Audit
internal import Bundles
internal import Cluster
internal import Contracts
internal import Documents
internal import Examination
internal import Passwords
internal import Postgres
internal import Reperformance
internal import Requests
internal import Storage
internal import Values

extension OperationError {
    /// What an error of the floors below means to a caller; `contract` names the one being worked on.
    init(_ error: any Error, contract: String = "") {
        switch error {
        case let error as OperationError: self = error
        case let error as PostgresError: self.init(error)
        case let error as Problems: self = .invalid(error)
        case let error as MigrationError: self = .schema(error)
        case let error as ClusterError: self = .cluster(error)
        case let error as HolidayTableError: self = .invalidCalendar(error)
        case let error as ChainFault: self = .journalBroken(number: contract, error)
        case let error as AccountRefusal: self = .account(error)
        case let error as RequestRefusal: self = .request(error)
        case let error as DocumentRefusal: self = .document(error)
        case let error as BankAccountRefusal: self = .bankAccount(error)
        case let error as LogRefusal: self = .log(error)
        case let error as LogError: self = .log(LogRefusal(error))
        case let error as NoteError: self = .log(.note(error))
        case let error as ReportRefusal: self = .report(error)
        case let error as SamplingError: self = .sampling(error)
        case is ReperformanceError: self = .uncomputable
        case let error as SpreadsheetError: self = .spreadsheet(error)
        case let error as PaperError: self = .paper(error)
        case let error as BundleError: self = .bundle(error)
        case is PasswordError: self = .tooBusy
        case is CancellationError: self = .cancelled
        default: self = .database(sqlState: "")
        }
    }

    private init(_ error: PostgresError) {
        switch error {
        case .connectionFailed, .connectionLost, .deadlineExceeded, .poolQueueFull, .poolTimeout, .poolClosed,
            .invalidSettings:
            self = .databaseAway
        case .outcomeUnknown: self = .outcomeUnknown
        case .cancelled: self = .cancelled
        case .invalidParameter(_, _, .nullCharacter): self = .nullCharacter
        case .server(let server, _):
            switch (server.state, server.state.classCode) {
            case (.insufficientPrivilege, _), (_, "28"): self = .notAllowed
            case (_, "57"), (_, "53"), (.lockNotAvailable, _), (_, "08"): self = .databaseAway
            default:
                self =
                    Conflict(server).map { .conflicting([$0]) } ?? AccountRefusal(server).map { .account($0) }
                    ?? DocumentRefusal(server).map { .document($0) }
                    ?? BankAccountRefusal(server).map { .bankAccount($0) }
                    ?? .database(sqlState: server.state.code)
            }
        default: self = .database(sqlState: error.state?.code ?? "")
        }
    }
}

/// Runs a use case's body and turns whatever it throws into the errors of this floor.
nonisolated(nonsending) func mappingErrors<Value>(
    contract: String = "", _ body: nonisolated(nonsending) () async throws -> Value
) async throws(OperationError) -> Value {
    do { return try await body() } catch { throw OperationError(error, contract: contract) }
}
