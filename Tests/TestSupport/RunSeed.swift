import Glibc

/// The seed of all random numbers in a test run.
public enum RunSeed {
    private static let value: UInt64 = {
        let given = getenv("TRANCHE_SEED").flatMap { UInt64(String(cString: $0)) }
        let seed = given ?? UInt64.random(in: .min ... .max)
        print("TRANCHE_SEED=\(seed)")
        return seed
    }()

    /// The number in TRANCHE_SEED, else a random one; the first call prints it, so that a failed run can be repeated.
    public static func printed() -> UInt64 { value }
}
