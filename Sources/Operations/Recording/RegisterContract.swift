internal import Audit
internal import Contracts
internal import JSON
internal import Storage
internal import Values

extension Workspace {
    /// Registers a contract: `{"contract": …, "calendar"?}` (payable.md, section 2). Facts follow one by one. Whoever is
    /// not at the console registers contracts of their own department: the buyer's name is the department's.
    public func registerContract(
        _ body: [UInt8], idempotencyKey: String? = nil, by caller: Caller
    ) async throws(OperationError) -> ContractAnswer {
        let submission = try await mappingErrors { try Submission.read(registration: body, today: effects.today) }
        let command = Command(
            "register-contract", .contract(submission.number), body: body, idempotencyKey: idempotencyKey)
        let recorded = try await recording(command, by: caller) { situation, _ in
            try situation.authority.require(.registerContracts)
            throw OperationError.conflicting([
                Conflict(pointer: "/contract/number", code: .contractRegistered, detail: submission.number)
            ])
        } registering: { authority, context, session in
            try authority.require(.registerContracts)
            var parser = JSONParser()
            let draft = try Draft(registering: submission, context, with: &parser)
            if authority.actor != nil {
                let key = try await session.key(of: submission.buyer)
                guard authority.isAtHome(buyer: key) else {
                    throw OperationError.conflicting([
                        Conflict(pointer: "/contract/buyer", code: .foreignBuyer, detail: submission.buyer)
                    ])
                }
            }
            return draft
        } answer: { [self] journal, sealed in
            // Of the day of the registration: the same command on a later day gets the same answer.
            try contractAnswer(journal, asOf: sealed.entry.recordedAt.dayInChina ?? effects.today)
        }
        return recorded.isReplayed ? recorded.answer.replayed : recorded.answer
    }
}

extension ContractAnswer {
    fileprivate var replayed: ContractAnswer {
        ContractAnswer(
            terms: terms, calendar: calendar, version: version, head: head, statement: statement, isReplayed: true)
    }
}
