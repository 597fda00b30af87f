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
        of contract: String, asOf: CalendarDay? = nil, knownAt: Instant? = nil
    ) async throws(OperationError) -> StatementAnswer {
        try await mappingErrors(contract: contract) {
            guard var journal = try await database.journal(of: contract) else {
                throw OperationError.unknownContract(number: contract)
            }
            var holidays = holidays
            if let knownAt {
                holidays = try await self.holidays(knownAt: knownAt)
                guard let known = journal.known(at: knownAt) else {
                    throw OperationError.notKnownThen(number: contract)
                }
                journal = known
            }
            let bytes = journal.dossier(asOf: asOf ?? effects.today)
            var parser = JSONParser()
            let dossier = try Dossier.reading(bytes, with: &parser, holidays)
            return StatementAnswer(
                statement: try Payables.statement(of: dossier), dossier: bytes, version: journal.head.entry.number)
        }
    }
}
