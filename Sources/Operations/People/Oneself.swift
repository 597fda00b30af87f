internal import Postgres
internal import Storage
internal import Values

extension Workspace {
    /// Runs an act on the caller's own account in one transaction, with its entry in the access log.
    nonisolated(nonsending) func asOneself<Value>(
        _ act: Act, _ subject: String = "", by caller: Caller,
        _ body: nonisolated(nonsending) (Session, Actor) async throws -> Value
    ) async throws(OperationError) -> Value {
        try await mappingErrors {
            try await database.withTransaction { session in
                let actor = try await oneself(caller, session)
                let value = try await body(session, actor)
                if act.isChange {
                    try await session.log(entry(act, subject, detail: "", by: actor, caller))
                }
                return value
            }
        }
    }

    /// The person that calls, locked against changes of their rights and credentials. The console is no account, and
    /// a program's token is no person: ``OperationError/notAuthenticated``.
    func oneself(_ caller: Caller, _ session: Session) async throws -> Actor {
        guard caller.isPerson, let actor = try await person(caller, session) else {
            throw OperationError.notAuthenticated
        }
        return actor
    }
}
