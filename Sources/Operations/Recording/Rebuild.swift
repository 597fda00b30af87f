internal import Storage

/// What a rebuild came to.
public struct RebuildSummary: Equatable, Sendable {
    /// Contracts whose figures are computed afresh.
    public internal(set) var contracts = 0
    /// Those whose journal gives no figures, and why; their rows are left as they were.
    public internal(set) var failures: [String: OperationError] = [:]
}

extension Workspace {
    /// Computes everything that follows from the journals afresh from them, and removes what does not follow from it.
    /// Other writers may go on meanwhile: each contract is locked while it is its turn.
    public nonisolated(nonsending) func rebuild(
        progress: (RebuildSummary) -> Void = { _ in }
    ) async throws(OperationError) -> RebuildSummary {
        var summary = RebuildSummary()
        var last = ""
        while true {
            let numbers = try await registeredContracts(after: last)
            guard let end = numbers.last else { break }
            summary.failures.merge(try await recompute(numbers)) { first, _ in first }
            summary.contracts += numbers.count
            last = end
            progress(summary)
        }
        try await removeUnregistered()
        try await mappingErrors { try await rebuildSupplierScales() }
        return summary
    }

    private func registeredContracts(after number: String) async throws(OperationError) -> [String] {
        try await mappingErrors { try await database.registeredContracts(after: number, limit: Self.mostRecomputed) }
    }

    private func removeUnregistered() async throws(OperationError) {
        try await mappingErrors { try await database.removeUnregisteredContracts() }
    }
}
