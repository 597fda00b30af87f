internal import Audit
internal import Contracts
internal import JSON
public import Payables
internal import Storage
public import Values

/// A contract's statement and the dossier from which anybody can compute it again.
public struct StatementAnswer: Sendable {
    public let statement: Statement
    /// JSON of payable.md 2.4, in canonical pieces.
    public let dossier: [UInt8]
    /// Place of the last journal entry that it rests on: the contract's version.
    public let version: Int
}

extension Workspace {
    /// The statement of a contract as of a day (today for nil), from what was recorded by a moment (everything for
    /// nil).
    public func statement(
        of contract: String, asOf: CalendarDay? = nil, knownAt: Instant? = nil, by caller: Caller = .console
    ) async throws(OperationError) -> StatementAnswer {
        let earlier = try await mappingErrors { try await knownAt.asyncMap { try await holidays(knownAt: $0) } }
        return try await readingContract("read-statement", .contract(contract), by: caller) { _, stored in
            var journal = stored.journal
            if let knownAt {
                guard let known = journal.known(at: knownAt) else {
                    throw OperationError.notKnownThen(number: contract)
                }
                journal = known
            }
            return try StatementAnswer(
                of: journal.dossier(asOf: asOf ?? effects.today), version: journal.head.entry.number,
                earlier ?? holidays)
        }
    }

    /// The statement as it would be with further facts (payable.md 2.4, with or without ids), given as
    /// `{"facts": […], "asOf"?}`. Nothing is written.
    public func whatIf(
        _ question: [UInt8], of contract: String, by caller: Caller
    ) async throws(OperationError) -> StatementAnswer {
        try await readingContract("what-if", .contract(contract), by: caller) { _, stored in
            let asked = try WhatIfQuestion(question, freeFactID: stored.journal.freeFactID)
            let recorded = stored.journal.facts.count
            do {
                return try StatementAnswer(
                    of: stored.journal.dossier(asOf: asked.asOf ?? effects.today, further: asked.facts),
                    version: stored.journal.head.entry.number, holidays)
            } catch let problems as Problems {
                throw Problems(problems.list.map { $0.placed(behind: recorded) })
            }
        }
    }
}

extension StatementAnswer {
    init(of bytes: [UInt8], version: Int, _ holidays: HolidayTable) throws(Problems) {
        var parser = JSONParser()
        let dossier = try Dossier.reading(bytes, with: &parser, holidays)
        self.init(statement: try Payables.statement(of: dossier), dossier: bytes, version: version)
    }
}

extension Optional {
    /// What a body that waits makes of the value; nil for none.
    func asyncMap<Value>(_ body: (Wrapped) async throws -> Value) async throws -> Value? {
        guard let self else { return nil }
        return try await body(self)
    }
}
