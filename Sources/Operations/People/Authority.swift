internal import Passwords
internal import Postgres
internal import Storage
internal import Values

/// A caller with the rights of this moment.
struct Authority: Sendable {
    /// Nil for the console, which may do everything.
    let actor: Actor?
    /// What stands in the journal.
    let name: String
    let address: String

    /// Throws ``OperationError/forbidden(_:)`` unless a role permits it.
    func require(_ permission: Permission) throws(OperationError) {
        guard let actor else { return }
        guard actor.may(permission) else { throw .forbidden(permission) }
    }

    /// Whether contracts of a buyer (by its key) may be read.
    func sees(buyer key: String) -> Bool { actor?.sees(departmentKey: key) ?? true }

    /// Whether every department is seen, and so the journal of the office.
    var seesEverything: Bool {
        switch actor?.visibility {
        case nil, .all: true
        case .departments: false
        }
    }

    /// Whether the buyer is the caller's own department: auditors read further than anybody writes.
    func isAtHome(buyer key: String) -> Bool { actor.map { $0.department.key == key } ?? true }
}

extension Workspace {
    /// The statement that reads the rights of a caller, to travel with those that need them; none for the console.
    func rights(of caller: Caller) -> [Query] {
        let now = effects.now().microseconds
        return switch caller.identity {
        case .console: []
        case .account(let id): [StoredAccount.query(id: id)]
        case .token(let token) where token.kind == .session:
            [StoredAccount.query(session: token.hash, at: now, usedAfter: now - LoginLimits.idle)]
        case .token(let token): [StoredAccount.query(token: token.hash, at: now)]
        case .singleSignOn(let name, _): [StoredAccount.query(name: LoginLimits.name(name))]
        }
    }

    /// Takes the answer to ``rights(of:)``. Whoever is unknown, disabled or has an expired or revoked token is
    /// ``OperationError/notAuthenticated``.
    func authority(of caller: Caller, _ answers: inout UnitResult) throws -> Authority {
        if caller.identity == .console { return Authority(actor: nil, name: effects.user, address: "") }
        guard let account = try answers.next().first(StoredAccount.init), !account.isDisabled else {
            throw OperationError.notAuthenticated
        }
        let actor = Actor(account, of: caller)
        caller.name?.note(actor.name)
        return Authority(actor: actor, name: actor.name, address: caller.address)
    }

    /// Runs a use case that may refuse its caller, and writes that it did so into the access log.
    nonisolated(nonsending) func loggingRefusals<Value>(
        of caller: Caller, _ action: String, _ subject: String,
        _ body: nonisolated(nonsending) () async throws -> Value
    ) async throws(OperationError) -> Value {
        do { return try await body() } catch {
            let failure = OperationError(error, contract: subject)
            if failure.isRefusal, caller.identity != .console {
                try await logRefusal(of: caller, action, subject, failure.code)
            }
            throw failure
        }
    }

    private func logRefusal(
        of caller: Caller, _ action: String, _ subject: String, _ reason: String
    ) async throws(OperationError) {
        try await mappingErrors {
            var answers = try await database.unit(rights(of: caller))
            let actor = try? authority(of: caller, &answers).actor
            try await database.log(
                StoredAccessEntry(
                    at: effects.now().microseconds, account: actor?.accountID, actor: actor?.name ?? "",
                    address: caller.address.storable(LoginLimits.longest), action: action,
                    subject: subject.storable(900), detail: reason, isDone: false))
        }
    }
}
