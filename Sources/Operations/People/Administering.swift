internal import Audit
internal import Postgres
internal import Storage
internal import Values

/// What is written to the access log, by names that never change.
enum Act: String {
    case createDepartment = "create-department"
    case createAccount = "create-account"
    case setRoles = "set-roles"
    case setPassword = "set-password"
    case disableAccount = "disable-account"
    case enableAccount = "enable-account"
    case revokeSessions = "revoke-sessions"
    case issueToken = "issue-token"
    case revokeToken = "revoke-token"
    case listTokens = "list-tokens"
    case listPeople = "list-people"
    case readAccessLog = "read-access-log"
    case logIn = "log-in"
    case replaceCalendar = "replace-calendar"
    case storeDocument = "store-document"
    case readDocument = "read-document"
    case proposeBankAccount = "propose-bank-account"
    case confirmBankAccount = "confirm-bank-account"
    case rejectBankAccount = "reject-bank-account"
    case withdrawBankAccount = "withdraw-bank-account"
    case readBankAccounts = "read-bank-accounts"
    case setBankAccountCooling = "set-bank-account-cooling"
    case confirm
    case changePassword = "change-password"
    case beginSecondFactor = "begin-second-factor"
    case completeSecondFactor = "complete-second-factor"
    case removeSecondFactor = "remove-second-factor"
    case resetSecondFactor = "reset-second-factor"
    case endOwnSessions = "end-own-sessions"
    case readOwnSecurity = "read-own-security"
    case setApprovalChain = "set-approval-chain"
    case setSupplierScale = "set-supplier-scale"

    /// What it takes.
    var permission: Permission {
        switch self {
        case .issueToken, .revokeToken, .listTokens: .manageTokens
        case .replaceCalendar: .manageCalendars
        case .storeDocument: .uploadDocuments
        case .setSupplierScale: .registerContracts
        case .proposeBankAccount, .withdrawBankAccount: .proposeBankAccounts
        case .confirmBankAccount, .rejectBankAccount: .confirmBankAccounts
        case .readDocument, .readBankAccounts: .readContracts
        case .readAccessLog: .readAccessLog
        default: .manageAccounts
        }
    }

    /// Whether doing it, and not only being refused it, is worth an entry.
    var isChange: Bool {
        switch self {
        case .listPeople, .listTokens, .readAccessLog, .readOwnSecurity: false
        default: true
        }
    }
}

extension Workspace {
    /// Runs an administrative act in one transaction: the caller's rights, the act, its entries in the access log and
    /// in the journal of the office. A caller without the right gets ``OperationError/forbidden(_:)``; refusals are
    /// logged as well.
    nonisolated(nonsending) func administering<Value>(
        _ act: Act, _ subject: String = "", detail: String = "", by caller: Caller,
        _ body: nonisolated(nonsending) (Session) async throws -> Value
    ) async throws(OperationError) -> Value {
        var tried: StoredAccessEntry?
        do {
            return try await database.withTransaction { session in
                let person = try await person(caller, session)
                let entry = entry(act, subject, detail: detail, by: person, caller)
                if let person {
                    tried = entry
                    guard person.may(act.permission) else { throw OperationError.forbidden(act.permission) }
                }
                let value = try await body(session)
                if act.isChange {
                    try await session.log(entry)
                    try await record(
                        OfficeAct(action: act.rawValue, subject: entry.subject, detail: entry.detail),
                        by: entry.actor, session)
                }
                return value
            }
        } catch {
            let failure = OperationError(error)
            if var tried, failure.isRefusal {
                (tried.isDone, tried.detail) = (false, failure.code)
                try await mappingErrors { [tried] in try await database.log(tried) }
            }
            throw failure
        }
    }

    /// Writes an act into the journal of the office, as the last thing of a transaction: one at a time does so.
    func record(_ act: OfficeAct, by name: String, _ session: Session) async throws {
        try await session.addToOffice(act, by: name, at: effects.now(), on: effects.today)
    }

    /// What the access log will say of an act that is done; nil stands for the console.
    func entry(
        _ act: Act, _ subject: String, detail: String, by person: Actor?, _ caller: Caller
    ) -> StoredAccessEntry {
        StoredAccessEntry(
            at: effects.now().microseconds, account: person?.accountID, actor: person?.name ?? effects.user,
            address: caller.address.storable(LoginLimits.longest), action: act.rawValue,
            subject: subject.storable(900), detail: detail.storable(19_000), isDone: true)
    }

    /// Refuses an administrator who is at work on their own account.
    func refuseOwn(_ account: StoredAccount, _ caller: Caller, _ session: Session) async throws {
        if try await person(caller, session)?.accountID == account.id { throw AccountRefusal.ownAccount }
    }

    /// Refuses what took the last administrator away; the console may do that. They were locked before it.
    func requireAdministrator(_ caller: Caller, _ session: Session) async throws {
        if caller.identity == .console { return }
        guard try await session.hasAdministrator() else { throw AccountRefusal.lastAdministrator }
    }

    /// The caller with the rights of this moment, locked against changes of them; nil for the console.
    func person(_ caller: Caller, _ session: Session) async throws -> Actor? {
        guard caller.identity != .console else { return nil }
        var answers = try await session.unit(rights(of: caller))
        guard let id = try authority(of: caller, &answers).actor?.accountID,
            let account = try await session.account(id), !account.isDisabled
        else { throw OperationError.notAuthenticated }
        return Actor(account, of: caller)
    }
}
