public import Cluster
import Glibc
import Synchronization

/// The one PostgreSQL cluster of a test run, started for the first test that asks for it.
public enum TestCluster {
    private static let opened = Mutex<Cluster?>(nil)
    private static let opening = Task.detached {
        let cluster = try await Cluster.openEphemeral()
        opened.withLock { $0 = cluster }
        // A killed run does not come here: then the cluster's keeper ends it.
        atexit { try? TestCluster.opened.withLock { $0 }?.closeBlocking() }
        return cluster
    }

    /// The running cluster; every test makes databases of its own in it. Throws what starting it threw.
    public static var shared: Cluster {
        get async throws { try await opening.value }
    }
}
