public import Postgres

/// A second factor as stored.
public struct StoredSecondFactor: Equatable, Sendable {
    /// The secret, sealed for its account.
    public let sealedSecret: [UInt8]
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let begunAt: Int64
    /// Nil until the first right code.
    public let enrolledAt: Int64?
    /// The step of the last code accepted; 0 for none.
    public let lastStep: Int64

    static let columns = "f.sealed_secret, f.begun_at, f.enrolled_at, f.last_step"

    init(_ row: borrowing Row, from column: Int) throws(PostgresError) {
        sealedSecret = try row.bytes(column)
        begunAt = try row.microseconds(column + 1)
        enrolledAt = try row.microsecondsIfAny(column + 2)
        lastStep = try row.int64(column + 3)
    }
}

extension Session {
    /// The second factor of an account, also one that is only begun.
    public func secondFactor(of account: Int64) async throws -> StoredSecondFactor? {
        try await query(find(.int64(account))).first { row throws(PostgresError) in
            try StoredSecondFactor(row, from: 0)
        }
    }

    /// Puts a sealed secret in the place of one that is only begun; false where one is in use.
    public func beginSecondFactor(_ sealed: [UInt8], of account: Int64, at moment: Int64) async throws -> Bool {
        let rows = try await query(begin(.int64(account), .bytes(sealed), .timestamp(microseconds: moment)))
        return rows.affected == 1
    }

    /// Takes a begun secret into use with the step of its first code; false where it is another one by now.
    public func enrolSecondFactor(
        _ sealed: [UInt8], of account: Int64, step: Int64, at moment: Int64
    ) async throws -> Bool {
        let rows = try await query(
            enrol(.int64(account), .bytes(sealed), .int64(step), .timestamp(microseconds: moment)))
        return rows.affected == 1
    }

    /// Uses up the code of a step and all before it; false where that was done already or the secret is another one.
    public func useSecondFactor(_ sealed: [UInt8], of account: Int64, step: Int64) async throws -> Bool {
        try await query(use(.int64(account), .bytes(sealed), .int64(step))).affected == 1
    }

    /// Removes the second factor of an account; false where none was in use.
    public func removeSecondFactor(of account: Int64) async throws -> Bool {
        try await query(remove(.int64(account))).first { row throws(PostgresError) in try row.bool(0) } ?? false
    }

    /// Makes what was proved with the old password or second factor void.
    public func renewCredentials(of account: Int64) async throws {
        _ = try await unit([renew(.int64(account))])
    }
}

private let find = Statement(
    text: "SELECT \(StoredSecondFactor.columns) FROM second_factor f WHERE f.account = $1")
private let begin: Statement = """
    INSERT INTO second_factor AS f (account, sealed_secret, begun_at) VALUES ($1, $2, $3)
    ON CONFLICT (account) DO UPDATE SET sealed_secret = excluded.sealed_secret, begun_at = excluded.begun_at
    WHERE f.enrolled_at IS NULL
    """
private let enrol: Statement = """
    UPDATE second_factor SET enrolled_at = $4, last_step = $3
    WHERE account = $1 AND sealed_secret = $2 AND enrolled_at IS NULL
    """
private let use: Statement = """
    UPDATE second_factor SET last_step = $3
    WHERE account = $1 AND sealed_secret = $2 AND enrolled_at IS NOT NULL AND last_step < $3
    """
private let remove: Statement = "DELETE FROM second_factor WHERE account = $1 RETURNING enrolled_at IS NOT NULL"
private let renew: Statement = "UPDATE account SET credentials_version = credentials_version + 1 WHERE id = $1"
