internal import Postgres
internal import Storage

extension Workspace {
    /// Answers a question in the name of a caller: rights and data come in one round trip, and `body` shows nothing
    /// that the rights do not cover. A connection that was lost meanwhile is replaced once: reading twice does no harm.
    func reading<Value>(
        _ action: String, _ subject: String = "", by caller: Caller, _ queries: [Query],
        _ body: (Authority, inout UnitResult) throws -> Value
    ) async throws(OperationError) -> Value {
        try await loggingRefusals(of: caller, action, subject) {
            var answers = try await unitOfReads(rights(of: caller) + queries)
            let authority = try authority(of: caller, &answers)
            return try body(authority, &answers)
        }
    }

    private func unitOfReads(_ queries: [Query]) async throws -> UnitResult {
        do { return try await database.unit(queries) } catch PostgresError.outcomeUnknown {
            do { return try await database.unit(queries) } catch PostgresError.outcomeUnknown {
                throw OperationError.databaseAway
            }
        }
    }

    /// Reads one contract that the caller may see; to others it does not exist.
    func readingContract<Value>(
        _ action: String, _ place: ContractPlace, by caller: Caller,
        _ body: (Authority, StoredJournal) throws -> Value
    ) async throws(OperationError) -> Value {
        let (authority, stored) = try await readingJournal(action, place, by: caller)
        return try await mappingErrors(contract: place.name) {
            try await loadCalendar(stored.calendar)
            return try body(authority, stored)
        }
    }

    private func readingJournal(
        _ action: String, _ place: ContractPlace, by caller: Caller
    ) async throws(OperationError) -> (Authority, StoredJournal) {
        var cache: JournalCache? = journals
        while true {
            let journal = JournalReading(place, cache)
            do throws(OperationError) {
                let found = try await reading(action, place.name, by: caller, [journal.query]) { authority, answers in
                    try authority.require(.readContracts)
                    guard let stored = try journal.read(try answers.next()), authority.sees(buyer: stored.buyerKey)
                    else { throw place.unknown }
                    return (authority, stored)
                }
                journals.keep(found.1.journal, for: place)
                return found
            } catch {
                // What is remembered may be of another database's past; only reading it whole tells.
                guard case .journalBroken = error, cache != nil else { throw error }
                cache = nil
            }
        }
    }

    /// Reads a list over contracts. Whose contracts it may show is known only when the rights are read; so the caller's
    /// scope is asked for first. An answer is given again as long as nothing at all was written to the database; so
    /// `body` says of the rows only what they and the day tell.
    func readingList<Value: Sendable>(
        _ action: String, by caller: Caller, department: String? = nil,
        _ queries: (Authority, BuyerScope) -> [Query], _ body: (inout UnitResult) throws -> Value
    ) async throws(OperationError) -> Value {
        try await refresh()
        let (authority, scope, moment) = try await momentaryScope(
            action, .readContracts, by: caller, department: department)
        let asked = AskedList(action: action, today: effects.today, queries: queries(authority, scope))
        if let known = lists.value(for: asked), known.moment == moment, let value = known.value as? Value {
            return value
        }
        return try await mappingErrors {
            var answers = try await unitOfReads(asked.queries + [DatabaseMoment.query])
            let value = try body(&answers)
            // Where the moment is the same behind the answers, it was so between them too.
            if try answers.next().one(DatabaseMoment.init) == moment {
                lists.keep(AskedList.Answer(moment: moment, value: value), for: asked)
            }
            return value
        }
    }

    /// The caller with the contracts that they may see for an action; only those of a department where one is named.
    func scope(
        _ action: String, _ permission: Permission, by caller: Caller, department: String?
    ) async throws(OperationError) -> (Authority, BuyerScope) {
        let (authority, scope, _) = try await momentaryScope(action, permission, by: caller, department: department)
        return (authority, scope)
    }

    private func momentaryScope(
        _ action: String, _ permission: Permission, by caller: Caller, department: String?
    ) async throws(OperationError) -> (Authority, BuyerScope, DatabaseMoment) {
        let queries = [DatabaseMoment.query] + (department.map { [StoredDepartment.query(named: $0)] } ?? [])
        let (authority, moment, named) = try await reading(action, department ?? "", by: caller, queries) {
            authority, answers in
            try authority.require(permission)
            let moment = try answers.next().one(DatabaseMoment.init)
            return (authority, moment, department == nil ? nil : try answers.next().first(StoredDepartment.init))
        }
        return (authority, try authority.scope(department: department, named), moment)
    }
}

extension Authority {
    /// Whose contracts the caller sees; only those of a department where one is named.
    fileprivate func scope(
        department: String?, _ named: StoredDepartment?
    ) throws(OperationError) -> BuyerScope {
        if department != nil {
            guard let named, sees(buyer: named.key) else { throw .account(.unknownDepartment) }
            return .buyers([named.key])
        }
        switch actor?.visibility {
        case nil, .all: return .all
        case .departments(let departments): return .buyers(departments.map(\.key).sorted())
        }
    }
}
