public import Postgres

/// A session that is to be opened.
public struct NewSession: Sendable {
    let tokenHash: [UInt8]
    let address: String
    /// Microseconds since 1970-01-01T00:00:00Z, as its end.
    let openedAt: Int64
    let expiresAt: Int64

    /// Takes all as given.
    public init(tokenHash: [UInt8], address: String, openedAt: Int64, expiresAt: Int64) {
        self.tokenHash = tokenHash
        self.address = address
        self.openedAt = openedAt
        self.expiresAt = expiresAt
    }
}

extension Session {
    /// Opens a session of an account whose credentials are still the ones that were compared; false where it was
    /// disabled or they changed meanwhile. The lock makes such a change wait, and then end this session too.
    public func openSession(_ new: NewSession, with credentials: Credentials) async throws -> Bool {
        let rows = try await query(
            open(
                .int64(credentials.account), .text(credentials.passwordHash), .bytes(new.tokenHash),
                .timestamp(microseconds: new.openedAt), .timestamp(microseconds: new.expiresAt), .text(new.address),
                .int64(credentials.version)))
        return rows.affected == 1
    }

    /// Ends all sessions of an account but one and returns how many there were.
    @discardableResult
    public func revokeSessions(
        of account: Int64, except kept: [UInt8]? = nil, at moment: Int64
    ) async throws -> Int {
        let kept = kept.map { Parameter.bytes($0) } ?? .null
        return try await query(revokeAll(.int64(account), .timestamp(microseconds: moment), kept)).affected
    }

    /// Ends one live session of an account; false where it has none of that id.
    public func revokeSession(_ id: Int64, of account: Int64, at moment: Int64) async throws -> Bool {
        try await query(revokeOne(.int64(id), .int64(account), .timestamp(microseconds: moment))).affected == 1
    }

    /// Counts a wrong proof against a session and ends it with the last one that it may have.
    public func countWrongProof(_ tokenHash: [UInt8], most: Int64, at moment: Int64) async throws {
        _ = try await unit([countWrong(.bytes(tokenHash), .int64(most), .timestamp(microseconds: moment))])
    }

    /// Forgets the wrong proofs of a session after a right one.
    public func forgetWrongProofs(_ tokenHash: [UInt8]) async throws {
        _ = try await unit([forgetWrong(.bytes(tokenHash))])
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
        SELECT id FROM account
        WHERE id = $1 AND password_hash = $2 AND credentials_version = $7 AND disabled_at IS NULL FOR SHARE)
    INSERT INTO session (token_hash, account, created_at, expires_at, last_used_at, address)
    SELECT $3, id, $4, $5, $4, $6 FROM valid
    """
private let revokeAll: Statement = """
    UPDATE session SET revoked_at = $2
    WHERE account = $1 AND revoked_at IS NULL AND token_hash IS DISTINCT FROM $3::bytea
    """
private let revokeOne: Statement = """
    UPDATE session SET revoked_at = $3
    WHERE id = $1 AND account = $2 AND revoked_at IS NULL AND expires_at > $3
    """
private let revoke: Statement = "UPDATE session SET revoked_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL"
private let countWrong: Statement = """
    UPDATE session SET wrong_proofs = wrong_proofs + 1,
        revoked_at = CASE WHEN wrong_proofs + 1 >= $2::int8 THEN $3::timestamptz END
    WHERE token_hash = $1 AND revoked_at IS NULL
    """
private let forgetWrong: Statement = """
    UPDATE session SET wrong_proofs = 0 WHERE token_hash = $1 AND wrong_proofs > 0
    """
