import Glibc
public import Passwords

/// The key by which tests seal second factors: one for the run, removed at its end.
public enum TestKey {
    public static let file = SealingKeyFile(path: path, creating: true)

    private static let path: String = {
        atexit { unlink("/tmp/tranche-tests-\(getpid()).key") }
        return "/tmp/tranche-tests-\(getpid()).key"
    }()
}
