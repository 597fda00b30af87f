internal import Passwords
internal import Postgres
internal import Storage
public import Values

/// A second factor that is being set up, at the one moment at which its secret is shown.
public struct SecondFactorEnrolment: Equatable, Sendable {
    /// For typing into an authenticator app: base32.
    public let secret: String
    /// The same for a picture that the app reads: an otpauth address.
    public let uri: String
    /// Until when the first code must come.
    public let expiresAt: Instant
}

/// A code was used before; undoes the transaction that it was used for.
struct CodeUsed: Error {
    /// For the access log.
    static let reason = "used-code"
}

extension Session {
    /// Uses up the code of a step, if there is one; throws ``CodeUsed`` where somebody was faster.
    func useUp(_ step: Int64?, of credentials: Credentials) async throws {
        guard let step, let factor = credentials.secondFactor else { return }
        let isFirst = try await useSecondFactor(factor.sealedSecret, of: credentials.account, step: step)
        if !isFirst { throw CodeUsed() }
    }
}

extension Workspace {
    /// The secret of a stored factor. Without the key that it was sealed with:
    /// ``OperationError/secondFactorUnavailable``.
    func secret(of factor: StoredSecondFactor, account: Int64) throws(OperationError) -> OneTimeSecret {
        guard let bytes = try sealingKey().open(factor.sealedSecret, for: Self.purpose(account)) else {
            throw .secondFactorUnavailable
        }
        return OneTimeSecret(bytes: bytes)
    }

    func sealed(_ secret: OneTimeSecret, account: Int64) throws(OperationError) -> [UInt8] {
        try sealingKey().seal(secret.bytes, for: Self.purpose(account))
    }

    private func sealingKey() throws(OperationError) -> SealingKey {
        guard let key = sealing?.key() else { throw .secondFactorUnavailable }
        return key
    }

    /// A secret copied into the row of another account does not open there.
    private static func purpose(_ account: Int64) -> String { "second factor of account \(account)" }
}
