internal import Audit
internal import Contracts
internal import Postgres
internal import Storage

extension Workspace {
    /// One assessment of a contract as it stands today. Throws ``OperationError/invalid(_:)`` with the pointer
    /// `/assessment` where the terms have none of that id.
    public func assessment(
        _ id: String, of contract: String, by caller: Caller
    ) async throws(OperationError) -> AssessmentAnswer {
        let (authority, answer) = try await readingContract("read-assessment", .contract(contract), by: caller) {
            authority, stored in
            (authority, try AssessmentAnswer(id, stored.journal, asOf: effects.today, holidays))
        }
        return try await mappingErrors {
            let named = answer.records + answer.rounds.map(\.record)
            let hashes = Set(named.compactMap { $0.fact.document.flatMap { ContentHash($0) } })
            if hashes.isEmpty { return answer }
            var answers = try await database.unit(StoredDocument.queries(Array(hashes)))
            let documents = try StoredDocument.read(&answers).compactMap { Document($0, for: authority) }
            return answer.naming(documents)
        }
    }
}

extension AssessmentAnswer {
    fileprivate func naming(_ found: [Document]) -> AssessmentAnswer {
        AssessmentAnswer(
            statement: statement, position: position, curve: curve, rounds: rounds, records: records,
            documents: Dictionary(found.map { ($0.hash, $0.name) }, uniquingKeysWith: { first, _ in first }),
            version: version)
    }
}
