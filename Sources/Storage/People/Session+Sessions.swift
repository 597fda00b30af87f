public import Postgres

extension Session {
    /// Opens a session of an account whose password's hash is still the one that was compared; false where it was
    /// disabled or its password changed meanwhile. The lock makes such a change wait, and then end this session too.
    public func openSession(
        _ tokenHash: [UInt8], of account: Int64, passwordHash: String, at moment: Int64, until end: Int64
    ) async throws -> Bool {
        let rows = try await query(
            open(
                .int64(account), .text(passwordHash), .bytes(tokenHash), .timestamp(microseconds: moment),
                .timestamp(microseconds: end)))
        return rows.affected == 1
    }

    /// Ends all sessions of an account and returns how many there were.
    public func revokeSessions(of account: Int64, at moment: Int64) async throws -> Int {
        try await query(revokeAll(.int64(account), .timestamp(microseconds: moment))).affected
    }
}

extension Database {
    /// Ends a session; one that is unknown or over stays as it is.
    public func revokeSession(_ tokenHash: [UInt8], at moment: Int64) async throws {
        _ = try await unit([revoke(.bytes(tokenHash), .timestamp(microseconds: moment))])
    }
}

private let open: Statement = """
    WITH valid AS (
        SELECT id FROM account WHERE id = $1 AND password_hash = $2 AND disabled_at IS NULL FOR SHARE)
    INSERT INTO session (token_hash, account, created_at, expires_at) SELECT $3, id, $4, $5 FROM valid
    """
private let revokeAll: Statement = "UPDATE session SET revoked_at = $2 WHERE account = $1 AND revoked_at IS NULL"
private let revoke: Statement = "UPDATE session SET revoked_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL"
