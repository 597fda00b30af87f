public import Postgres

/// An account that is to be added.
public struct NewAccount: Sendable {
    let name: String
    let displayName: String
    let department: Int64
    let passwordHash: String

    /// Takes all as given; roles are set afterwards.
    public init(name: String, displayName: String, department: Int64, passwordHash: String) {
        self.name = name
        self.displayName = displayName
        self.department = department
        self.passwordHash = passwordHash
    }
}

extension Session {
    /// Adds an account and returns its id.
    public func addAccount(_ account: NewAccount, at moment: Int64) async throws -> Int64 {
        try await query(
            add(
                .text(account.name), .text(account.displayName), .int64(account.department),
                .text(account.passwordHash),
                .timestamp(microseconds: moment))
        ).one { row throws(PostgresError) in try row.int64(0) }
    }

    /// The account of a name, compared as the database does, locked until the end of the transaction.
    public func lockAccount(named name: String) async throws -> StoredAccount? {
        var answers = try await unit([lockNamed(.text(name)), findNamed(.text(name))])
        try answers.skip()
        return try answers.next().first(StoredAccount.init)
    }

    /// The account of an id, locked until the end of the transaction against changes, not against other readers.
    public func account(_ id: Int64) async throws -> StoredAccount? {
        var answers = try await unit([lockID(.int64(id)), StoredAccount.query(id: id)])
        try answers.skip()
        return try answers.next().first(StoredAccount.init)
    }

    /// All accounts by name.
    public func accounts() async throws -> [StoredAccount] {
        try await query(list()).map(StoredAccount.init)
    }

    /// Sets what an account may do; the account is locked.
    public func setRoles(_ roles: [String], auditsAll: Bool, departments: [Int64], of account: Int64) async throws {
        let id = Parameter.int64(account)
        _ = try await unit([
            removeRoles(id), removeGrants(id), addRoles(id, .textArray(roles)),
            addGrants(id, .int64Array(departments)),
            setAuditsAll(id, .bool(auditsAll)),
        ])
    }

    /// Sets the hash of an account's password and ends its sessions, but for one that is kept.
    public func setPasswordHash(
        _ hash: String, of account: Int64, keeping kept: [UInt8]? = nil, at moment: Int64
    ) async throws {
        _ = try await unit([setHash(.int64(account), .text(hash), .timestamp(microseconds: moment))])
        try await revokeSessions(of: account, except: kept, at: moment)
    }

    /// Locks every enabled administrator until the end of the transaction, so that no other one can take their role.
    public func lockAdministrators() async throws { _ = try await unit([lockAdmins()]) }

    /// Whether an enabled account with the role admin is there.
    public func hasAdministrator() async throws -> Bool {
        try await query(findAdmin()).one { row throws(PostgresError) in try row.bool(0) }
    }

    /// Puts a hash of the same password, made at another cost, in the place of the old one, if that is still there.
    public func replacePasswordHash(_ old: String, by new: String, of account: Int64) async throws {
        _ = try await unit([replaceHash(.int64(account), .text(old), .text(new))])
    }

    /// Disables an account and ends its sessions, or enables it again for nil.
    public func setDisabled(_ moment: Int64?, account: Int64) async throws {
        let time = moment.map { Parameter.timestamp(microseconds: $0) } ?? .null
        _ = try await unit([disable(.int64(account), time)])
        if let moment { try await revokeSessions(of: account, at: moment) }
    }
}

private let add: Statement = """
    INSERT INTO account (name, display_name, department, password_hash, password_set_at, created_at)
    VALUES ($1, normalize($2::text, NFC), $3, $4, $5, $5) RETURNING id
    """
private let lockNamed: Statement = """
    SELECT FROM account WHERE name_key = lower(normalize($1::text, NFKC) COLLATE "C") FOR NO KEY UPDATE
    """
private let findNamed = Statement(
    text: """
        SELECT \(StoredAccount.columns) FROM \(StoredAccount.source)
        WHERE a.name_key = lower(normalize($1::text, NFKC) COLLATE "C")
        """)
private let lockID: Statement = "SELECT FROM account WHERE id = $1 FOR SHARE"
private let list = Statement(text: "SELECT \(StoredAccount.columns) FROM \(StoredAccount.source) ORDER BY a.name_key")
private let removeRoles: Statement = "DELETE FROM account_role WHERE account = $1"
private let removeGrants: Statement = "DELETE FROM account_department WHERE account = $1"
private let addRoles: Statement = "INSERT INTO account_role (account, role) SELECT $1, unnest($2::text[])"
private let addGrants: Statement = "INSERT INTO account_department (account, department) SELECT $1, unnest($2::int8[])"
private let setAuditsAll: Statement = "UPDATE account SET audits_all = $2 WHERE id = $1"
private let setHash: Statement = """
    UPDATE account SET password_hash = $2, password_set_at = $3, credentials_version = credentials_version + 1
    WHERE id = $1
    """
private let lockAdmins: Statement = """
    SELECT FROM account WHERE disabled_at IS NULL
        AND id IN (SELECT account FROM account_role WHERE role = 'admin') ORDER BY id FOR NO KEY UPDATE
    """
private let findAdmin: Statement = """
    SELECT EXISTS (
        SELECT FROM account_role r JOIN account a ON a.id = r.account WHERE r.role = 'admin' AND a.disabled_at IS NULL)
    """
private let replaceHash: Statement = "UPDATE account SET password_hash = $3 WHERE id = $1 AND password_hash = $2"
private let disable: Statement = "UPDATE account SET disabled_at = $2 WHERE id = $1"

extension Database {
    /// The display names of accounts by their log-in names; those that no account has are left out.
    public func displayNames(of names: [String]) async throws -> [String: String] {
        let rows = try await query(shownNames(.textArray(names))).map { row throws(PostgresError) in
            (try row.text(0), try row.text(1))
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}

private let shownNames: Statement = """
    SELECT name, display_name FROM account WHERE name = ANY($1::text[]) AND display_name <> ''
    """
