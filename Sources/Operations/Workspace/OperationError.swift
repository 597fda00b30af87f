public import Audit
public import Bundles
public import Cluster
public import Contracts
public import Documents
public import Examination
public import Requests
public import Storage
public import Values

/// Everything by which a use case can fail. Nothing in it quotes SQL, the database's words or a password.
public enum OperationError: Error, Equatable, Sendable {
    /// The dossier or fact breaks rules of its own; all that was found.
    case invalid(Problems)
    /// It is right in itself but contradicts what is recorded; all that was found.
    case conflicting([Conflict])
    /// The calendar file cannot be read.
    case invalidCalendar(HolidayTableError)
    /// No such contract is registered.
    case unknownContract(number: String)
    /// The contract was not registered at the moment asked about.
    case notKnownThen(number: String)
    /// Something about accounts cannot be as asked for.
    case account(AccountRefusal)
    /// Something about a document cannot be as asked for.
    case document(DocumentRefusal)
    /// Something about a supplier's bank account cannot be as asked for.
    case bankAccount(BankAccountRefusal)
    /// Name and password do not open a session; which of them, nobody is told.
    case logInFailed
    /// Logging in failed too often, by this name or from this address.
    case tooManyAttempts(until: Instant)
    /// The password is right, but the account also asks for a code.
    case secondFactorRequired
    /// The installation's key for second factors is missing or another one; for the operator.
    case secondFactorUnavailable
    /// The act takes a confirmation of a moment ago.
    case confirmationRequired
    /// The password or code does not prove who calls.
    case confirmationFailed
    /// The token opens nothing, or no longer.
    case notAuthenticated
    /// The caller's roles do not permit it.
    case forbidden(Permission)
    /// More passwords wait to be hashed than may; nothing was written.
    case tooBusy
    /// A text contains U+0000, which the database cannot hold.
    case nullCharacter
    /// There is no such payment request, or none that the caller may see.
    case unknownRequest
    /// There is no such payment on a request, or none that the caller may see.
    case unknownPayment
    /// The payment request cannot be raised, decided or paid as asked for.
    case request(RequestRefusal)
    /// Something about the log and its checkpoints cannot be as asked for.
    case log(LogRefusal)
    /// A bundle cannot be written.
    case bundle(BundleError)
    /// A report cannot be as asked for.
    case report(ReportRefusal)
    /// A sample cannot be drawn as asked for.
    case sampling(SamplingError)
    /// A figure of a contract cannot be computed from what is stored.
    case uncomputable
    /// A workbook cannot be written.
    case spreadsheet(SpreadsheetError)
    /// What was sent is no workbook that can be read.
    case workbook(WorkbookError)
    /// A paper cannot be printed.
    case paper(PaperError)
    /// Somebody else wrote first: the contract's version is another one than the caller knows.
    case versionDiffers(current: Int)
    /// The idempotency key was used for something else.
    case keyReused
    /// A command with the same idempotency key still runs.
    case keyBusy
    /// What is stored of the contract is not what was recorded.
    case journalBroken(number: String, ChainFault)
    /// The database's schema is not the one of this program.
    case schema(MigrationError)
    /// The program's own cluster cannot be used.
    case cluster(ClusterError)
    /// The data directory holds no database of the program.
    case notInitialised(directory: String)
    /// The server cannot be reached, is shutting down or too busy, or answered too late; nothing was written.
    case databaseAway
    /// The answer to COMMIT was lost and could not be found out either.
    case outcomeUnknown
    /// The database's user may not do this.
    case notAllowed
    /// The database refused for a reason that is none of the above; its code is for the operator.
    case database(sqlState: String)
    /// The task was cancelled; nothing was written.
    case cancelled
}

extension OperationError {
    /// Whether the caller was refused for who they are: worth an entry in the access log.
    var isRefusal: Bool {
        switch self {
        case .forbidden, .bankAccount(.samePerson), .account(.ownAccount), .account(.lastAdministrator): true
        case .request(let refusal): refusal.kind == .forbidden
        default: false
        }
    }

    /// A name that never changes.
    public var code: String {
        switch self {
        case .invalid: "invalid"
        case .conflicting: "conflicting"
        case .invalidCalendar: "invalid-calendar"
        case .unknownContract: "unknown-contract"
        case .notKnownThen: "contract-not-known-then"
        case .account(let refusal): refusal.rawValue
        case .document(let refusal): refusal.rawValue
        case .bankAccount(let refusal): refusal.rawValue
        case .logInFailed: "log-in-failed"
        case .tooManyAttempts: "too-many-attempts"
        case .secondFactorRequired: "second-factor-required"
        case .secondFactorUnavailable: "second-factor-unavailable"
        case .confirmationRequired: "confirmation-required"
        case .confirmationFailed: "confirmation-failed"
        case .notAuthenticated: "not-authenticated"
        case .forbidden: "forbidden"
        case .tooBusy: "too-busy"
        case .nullCharacter: "null-character"
        case .unknownRequest: "unknown-payment-request"
        case .unknownPayment: "unknown-payment"
        case .request(let refusal): refusal.rawValue
        case .log(let refusal): refusal.code
        case .bundle(let error): error.rawValue
        case .report(let refusal): refusal.rawValue
        case .sampling(let error): error.rawValue
        case .uncomputable: "uncomputable"
        case .spreadsheet(let error): error.rawValue
        case .workbook(let error): error.rawValue
        case .paper(let error): error.rawValue
        case .versionDiffers: "version-differs"
        case .keyReused: "idempotency-key-reused"
        case .keyBusy: "idempotency-key-busy"
        case .journalBroken: "journal-broken"
        case .schema(let error): error.code
        case .cluster(let error): error.code
        case .notInitialised: "not-initialised"
        case .databaseAway: "database-away"
        case .outcomeUnknown: "outcome-unknown"
        case .notAllowed: "not-allowed"
        case .database: "database-refused"
        case .cancelled: "cancelled"
        }
    }
}
