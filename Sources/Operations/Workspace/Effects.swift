#if canImport(Glibc)
    internal import Glibc
#endif
public import Values

/// Everything that the use cases take from outside of the database: the clock, chance, and who is at work.
public struct Effects: Sendable {
    /// The present moment, to the microsecond.
    public var now: @Sendable () -> Instant
    /// A random number, for keys that nobody else has.
    public var random: @Sendable () -> UInt64
    /// Who records; stands in every journal entry.
    public var user: String
    /// Waits, before something is tried again; ends early when the task is cancelled.
    public var pause: @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
    /// Where documents are while they arrive.
    public var temporaryDirectory = "/var/tmp"
    /// The file with the key that secrets are sealed with; nil for the one in the data directory, where there is one.
    public var keyFile: String?
    /// The directory with the key that checkpoints are signed with; nil for the one in the data directory, where there
    /// is one.
    public var logDirectory: String?

    /// Takes the effects as given.
    public init(now: @escaping @Sendable () -> Instant, random: @escaping @Sendable () -> UInt64, user: String) {
        self.now = now
        self.random = random
        self.user = user
    }

    /// The machine's clock and chance.
    public static func live(user: String) -> Effects {
        var effects = Effects(
            now: {
                var time = timespec()
                clock_gettime(CLOCK_REALTIME, &time)
                return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
            },
            random: { UInt64.random(in: .min ... .max) }, user: user)
        if let directory = getenv("TMPDIR"), directory.pointee != 0 {
            effects.temporaryDirectory = String(cString: directory)
        }
        if let path = getenv("TRANCHE_KEY_FILE"), path.pointee != 0 { effects.keyFile = String(cString: path) }
        if let path = getenv("TRANCHE_LOG_DIRECTORY"), path.pointee != 0 {
            effects.logDirectory = String(cString: path)
        }
        return effects
    }

    /// The present day in China, for which figures are computed.
    public var today: CalendarDay { now().dayInChina ?? .first }
}
