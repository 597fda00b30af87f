internal import Storage

/// An account in a listing.
public struct ListedAccount: Equatable, Sendable {
    public let actor: Actor
    /// Whether it may do nothing for now.
    public let isDisabled: Bool
}

extension Workspace {
    /// All accounts by name.
    public func accounts(by caller: Caller = .console) async throws(OperationError) -> [ListedAccount] {
        try await administering(.listPeople, by: caller) { session in
            try await session.accounts().map { ListedAccount(actor: Actor($0), isDisabled: $0.isDisabled) }
        }
    }
}
