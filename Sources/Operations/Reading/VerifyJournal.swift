internal import Audit
internal import Storage

/// What a verified journal comes to: keep the head elsewhere, and a later rewrite shows.
public struct VerifiedJournal: Equatable, Sendable {
    /// Number of the contract.
    public let contract: String
    /// How many entries it has.
    public let entries: Int
    /// Hash of the last one, in hexadecimal.
    public let head: String
}

extension Workspace {
    /// Verifies a contract's journal: every entry's bytes, hash and place in the chain, what the database keeps beside
    /// them, and the head that the lists know. Throws ``OperationError/journalBroken(number:_:)`` for the first fault.
    public func verifyJournal(of contract: String) async throws(OperationError) -> VerifiedJournal {
        try await mappingErrors(contract: contract) {
            guard let journal = try await database.verifiedJournal(of: contract) else {
                throw OperationError.unknownContract(number: contract)
            }
            return VerifiedJournal(
                contract: contract, entries: journal.head.entry.number, head: journal.head.hash.description)
        }
    }
}
