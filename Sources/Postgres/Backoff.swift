/// How long to wait between attempts: doubling from `first` up to `limit`, the upper half of it by chance,
/// so that many clients do not come back at the same moment.
struct Backoff: Sendable {
    let first: Duration
    let limit: Duration

    /// The pause after so many failures in a row; `chance` is between 0 and 1.
    func pause(failures: Int, chance: Double) -> Duration {
        let doubled = first * (1 << min(max(failures - 1, 0), 20))
        let ceiling = min(doubled, limit)
        return ceiling / 2 + (ceiling / 2) * chance
    }

    static let reconnect = Backoff(first: .milliseconds(50), limit: .seconds(5))
    static let retry = Backoff(first: .milliseconds(2), limit: .milliseconds(200))
}
