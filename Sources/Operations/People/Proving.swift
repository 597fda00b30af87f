internal import Postgres
internal import Storage
internal import Values

/// What became of looking at a proof.
enum ProofOutcome {
    case password
    /// With its step, where it is one of the enrolled factor and so to be used up.
    case code(step: Int64?)
    /// Why, for the access log.
    case wrong(String)
}

extension Workspace {
    /// Runs an act of one's own that takes a proof of who one is. `admitting` may refuse before anything is counted;
    /// then the attempt is counted, `looking` looks at the proof outside of any transaction, and where it is right one
    /// transaction uses it up, acts, and writes the entry of the access log.
    nonisolated(nonsending) func proving<Value>(
        _ act: Act, by caller: Caller,
        admitting: (Actor, Credentials) throws -> Void = { _, _ in },
        looking: nonisolated(nonsending) (Credentials, Attempt) async throws -> ProofOutcome,
        acting: nonisolated(nonsending) (Session, Actor) async throws -> Value
    ) async throws(OperationError) -> Value {
        try await mappingErrors {
            let (credentials, attempt) = try await charge(caller, admitting)
            let outcome = try await looking(credentials, attempt)
            if case .wrong(let reason) = outcome {
                throw try await refuse(act, caller, credentials, attempt, reason)
            }
            do { return try await settle(act, caller, credentials, attempt, outcome, acting) } catch is CodeUsed {
                throw try await refuse(act, caller, credentials, attempt, CodeUsed.reason)
            }
        }
    }

    private nonisolated(nonsending) func charge(
        _ caller: Caller, _ admitting: (Actor, Credentials) throws -> Void
    ) async throws -> (Credentials, Attempt) {
        let (end, credentials, attempt) = try await database.withTransaction { session in
            let actor = try await oneself(caller, session)
            guard let credentials = try await session.credentials(of: actor.accountID) else {
                throw OperationError.notAuthenticated
            }
            try admitting(actor, credentials)
            let attempt = Attempt(name: credentials.name, address: caller.address, now: effects.now())
            return (try await session.charge(attempt), credentials, attempt)
        }
        if let end { throw OperationError.tooManyAttempts(until: end) }
        return (credentials, attempt)
    }

    /// Writes the wrong proof down and counts it against the session, which ends with the last one it may have.
    private func refuse(
        _ act: Act, _ caller: Caller, _ credentials: Credentials, _ attempt: Attempt, _ reason: String
    ) async throws -> OperationError {
        try await database.withTransaction { session in
            if let hash = caller.sessionHash {
                try await session.countWrongProof(hash, most: LoginLimits.wrongProofs, at: attempt.now)
            }
            try await session.log(attempt.entry(act, of: credentials, reason, isDone: false))
        }
        return .confirmationFailed
    }

    private nonisolated(nonsending) func settle<Value>(
        _ act: Act, _ caller: Caller, _ credentials: Credentials, _ attempt: Attempt, _ outcome: ProofOutcome,
        _ acting: nonisolated(nonsending) (Session, Actor) async throws -> Value
    ) async throws -> Value {
        try await database.withTransaction { session in
            let actor = try await oneself(caller, session)
            // Somebody set another password meanwhile: what was looked at proves nothing any more.
            guard actor.credentialsVersion == credentials.version else { throw OperationError.confirmationFailed }
            var detail = "password"
            if case .code(let step) = outcome {
                try await session.useUp(step, of: credentials)
                detail = "code"
            }
            if let hash = caller.sessionHash { try await session.forgetWrongProofs(hash) }
            try await session.settle(attempt)
            let value = try await acting(session, actor)
            try await session.log(attempt.entry(act, of: credentials, detail, isDone: true))
            return value
        }
    }
}
