public import Values

extension Workspace {
    /// The present moment by the workspace's clock: what expiries and pauses in its answers are measured from.
    public var now: Instant { effects.now() }
}
