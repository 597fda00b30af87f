internal import Synchronization

/// Where a use case notes whose call it was, once it has read that: for the log of a door, which knows only a token.
public final class CallerName: Equatable, Sendable {
    private let name = Mutex<String?>(nil)

    /// Nothing noted yet.
    public init() {}

    /// The account's name as entered; nil while nobody was recognised.
    public var value: String? { name.withLock { $0 } }

    func note(_ value: String) { name.withLock { $0 = value } }

    public static func == (left: CallerName, right: CallerName) -> Bool { left === right }
}
