internal import Postgres
internal import Storage
internal import Values

/// An attempt to prove who one is: by logging in, or again later. All of them are counted together, by name and by
/// address.
struct Attempt {
    /// As typed where it can be stored and compared; of who is logged in already, the account's.
    let name: String
    let address: String
    let now: Int64

    init(name: String, address: String, now: Instant) {
        self.name = LoginLimits.name(name)
        self.address = address.storable(LoginLimits.longest)
        self.now = now.microseconds
    }

    /// For the access log. A name that no account has is not written down: it may be a password in the wrong field.
    func entry(_ act: Act, of credentials: Credentials?, _ detail: String, isDone: Bool) -> StoredAccessEntry {
        StoredAccessEntry(
            at: now, account: credentials?.account, actor: credentials?.name ?? "", address: address,
            action: act.rawValue, subject: "", detail: detail, isDone: isDone)
    }
}

extension Session {
    /// Counts the attempt, before its proof is looked at. Returns until when attempts are refused where this one is.
    func charge(_ attempt: Attempt) async throws -> Instant? {
        let byAddress = try await chargeAttempt(attempt.address, LoginLimits.address, at: attempt.now)
        if let byAddress { return Instant(microseconds: byAddress) }
        let byName = try await chargeAttempt(attempt.name, LoginLimits.account, at: attempt.now)
        return byName.map { Instant(microseconds: $0) }
    }

    /// Forgets what was counted, after a right proof; in the order of charging, so that no two wait for each other.
    func settle(_ attempt: Attempt) async throws {
        try await refundAttempt(attempt.address, LoginLimits.address, at: attempt.now)
        try await forgetAttempts(attempt.name, LoginLimits.account)
    }
}
