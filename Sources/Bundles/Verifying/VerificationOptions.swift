public import Audit

/// What whoever verifies brings along: it is worth more than anything in the bundle.
public struct VerificationOptions: Sendable {
    /// Keys of the log and its witnesses that are known from elsewhere; none to take those of the bundle.
    public var keys: [VerifierKey] = []
    /// Checkpoints that were kept elsewhere: the log of the bundle must have grown from them.
    public var checkpoints: [SignedNote] = []
    /// Refuses a bundle that does not hold the whole log.
    public var requiresWholeLog = false
    public var limits = BundleLimits()

    /// Brings nothing along.
    public init() {}
}
