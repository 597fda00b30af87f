/// What a process holds of a cluster it uses.
struct Membership: Sendable {
    let server: Server
    /// Held shared until the process leaves.
    let users: FileLock
    /// Only for an ephemeral cluster, which has one user.
    let keeper: EphemeralKeeper?
    let patience: Duration

    /// Gives up the user's lock and stops the server if no other user is left.
    /// When another process is starting or stopping all the time allowed, it leaves the server to that one.
    func leave() throws(ClusterError) {
        if let keeper { return keeper.finish() }
        let transition = try server.directory.transitionLock()
        guard transition.acquire(.exclusive, within: Patience(patience)) else {
            throw .busy(path: server.directory.path)
        }
        defer {
            // In this order: who comes next must not take the leaving user for one that stays.
            users.release()
            transition.release()
        }
        guard users.acquire(.exclusive) else { return }
        try server.stop(Patience(patience))
    }
}
