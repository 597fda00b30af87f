internal import Postgres
public import Storage
internal import Values

extension Workspace {
    /// A page of the contracts that the caller sees, in the order of their numbers, behind a number.
    public func contracts(
        _ filter: ContractFilter = ContractFilter(), after number: String = "", limit: Int, by caller: Caller
    ) async throws(OperationError) -> [ListedContract] {
        try await readingList("list-contracts", by: caller) { _, scope in
            [ListedContract.page(scope, filter, after: number, limit: limit)]
        } _: { answers in
            try answers.next().map(ListedContract.init)
        }
    }
}
