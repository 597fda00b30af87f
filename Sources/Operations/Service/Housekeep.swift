internal import Storage
internal import Values

extension Workspace {
    /// What a running service does once a minute, beside what people ask: figures that change with the day are
    /// computed for today, so that no list waits for it.
    public func housekeep() async throws(OperationError) {
        try await refresh()
    }
}
