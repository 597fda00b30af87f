public import Audit
internal import Bundles
internal import Contracts
internal import JSON
public import Payables
internal import Postgres
public import Requests
internal import Storage
public import Values

/// Everything that is known of a contract on a day, from what was recorded by a moment.
public struct ContractSheet: Sendable {
    public let statement: Payables.Statement
    /// What was recorded by the moment; its facts are those of the statement's dossier, in their order.
    public let journal: ContractJournal
    /// In the order in which they were raised.
    public let requests: [PaymentRequest]
    /// The documents that facts name by their hash and that the caller may see, in the order of the hashes.
    public let documents: [Document]
    /// The contract's version, with all that was recorded since the moment.
    public let version: Int
    /// Whether the contract is of the caller's own department: others only read it.
    public let isOwn: Bool
}

extension Workspace {
    /// A contract's statement as of a day (today for nil) with the journal that it rests on, from what was recorded by
    /// a moment (everything for nil).
    public func contractSheet(
        of contract: String, asOf: CalendarDay? = nil, knownAt: Instant? = nil, by caller: Caller
    ) async throws(OperationError) -> ContractSheet {
        let earlier = try await mappingErrors { try await knownAt.asyncMap { try await holidays(knownAt: $0) } }
        let (sheet, authority) = try await readingContract("read-sheet", .contract(contract), by: caller) {
            authority, stored in
            guard let journal = knownAt.map({ stored.journal.known(at: $0) }) ?? stored.journal else {
                throw OperationError.notKnownThen(number: contract)
            }
            let statement = try StatementAnswer(
                of: journal.dossier(asOf: asOf ?? effects.today), version: stored.journal.entries.count,
                earlier ?? holidays
            ).statement
            let requests = try RequestLedger(journal, statement.dossier).requests
            return (
                ContractSheet(
                    statement: statement, journal: journal, requests: requests, documents: [],
                    version: stored.journal.entries.count, isOwn: authority.isAtHome(buyer: stored.buyerKey)),
                authority
            )
        }
        let hashes = sheet.journal.namedDocuments.keys.sorted { $0.description < $1.description }
        guard !hashes.isEmpty else { return sheet }
        return try await mappingErrors {
            var answers = try await database.unit(StoredDocument.queries(hashes))
            let found = try StoredDocument.read(&answers).compactMap { Document($0, for: authority) }
            return sheet.holding(found.sorted { $0.hash < $1.hash })
        }
    }
}

extension ContractSheet {
    fileprivate func holding(_ documents: [Document]) -> ContractSheet {
        ContractSheet(
            statement: statement, journal: journal, requests: requests, documents: documents, version: version,
            isOwn: isOwn)
    }
}
