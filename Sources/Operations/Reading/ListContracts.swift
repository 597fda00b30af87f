internal import Postgres
public import Storage
internal import Values

extension Workspace {
    /// A page of the contracts that the caller sees, in an order, behind a mark.
    public func contracts(
        _ filter: ContractFilter = ContractFilter(), in order: ContractOrder = .number,
        after mark: ContractMark? = nil, limit: Int, by caller: Caller
    ) async throws(OperationError) -> [ListedContract] {
        try await readingList("list-contracts", by: caller) { _, scope in
            [ListedContract.page(scope, filter, in: order, after: mark, limit: limit)]
        } _: { answers in
            try answers.next().map(ListedContract.init)
        }
    }
}
