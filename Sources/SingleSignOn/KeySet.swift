internal import Values

/// The provider's keys as last read. They are read again when they are an hour old, and for an identifier that is not
/// among them, at most once a minute, so that nobody makes us ask the provider for each forged token.
actor KeySet {
    private let load: @Sendable () async throws(SingleSignOnError) -> [UInt8]
    private var keys: [String: PublishedKey] = [:]
    private var loadedAt: Instant?
    private var triedAt: Instant?
    private var loading: Task<Void, Never>?

    /// Microseconds after which keys are read again.
    private static let fresh: Int64 = 3600 * 1_000_000
    /// Microseconds after which keys that cannot be read again are worthless: one that was withdrawn must end.
    private static let usable: Int64 = 24 * 3600 * 1_000_000
    /// Microseconds between two readings.
    private static let pause: Int64 = 60 * 1_000_000

    init(load: @escaping @Sendable () async throws(SingleSignOnError) -> [UInt8]) { self.load = load }

    /// The key of an identifier, byte for byte.
    func key(_ identifier: String, at now: Instant) async throws(SingleSignOnError) -> PublishedKey {
        if distance(loadedAt, now) >= Self.fresh { await reload(now) }
        if usable(now)[identifier] == nil { await reload(now) }
        let keys = usable(now)
        guard !keys.isEmpty else { throw .keysUnavailable }
        guard let key = keys[identifier] else { throw .unknownKey }
        return key
    }

    private func usable(_ now: Instant) -> [String: PublishedKey] {
        distance(loadedAt, now) < Self.usable ? keys : [:]
    }

    /// Whoever comes while the keys are read waits for that reading.
    private func reload(_ now: Instant) async {
        if let loading {
            await loading.value
            return
        }
        guard distance(triedAt, now) >= Self.pause else { return }
        triedAt = now
        let task = Task {
            // A failed reading leaves the keys as they are, until they are too old.
            if let keys = try? await PublishedKey.read(try await load()) { (self.keys, loadedAt) = (keys, now) }
            loading = nil
        }
        loading = task
        await task.value
    }

    /// How far two moments are apart, whichever is the later one: a clock may be put back.
    private func distance(_ then: Instant?, _ now: Instant) -> Int64 {
        guard let then else { return .max }
        let (difference, overflow) = now.microseconds.subtractingReportingOverflow(then.microseconds)
        return overflow ? .max : difference == .min ? .max : abs(difference)
    }
}
