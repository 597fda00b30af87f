public import Values

/// Which contracts a bundle is to hold.
public struct BundleOrder: Equatable, Sendable {
    /// Whose contracts.
    public enum Choice: Equatable, Sendable {
        /// These, by their numbers.
        case contracts([String])
        /// All of a department.
        case department(String)
        /// All that the caller sees. For whoever sees every contract it is the whole log.
        case all
    }

    public var choice: Choice
    /// Only contracts of which something happened between these days; their journals are whole nevertheless.
    public var from: CalendarDay?
    public var until: CalendarDay?
    /// Sizes of earlier checkpoints that the reader holds, such as one printed on a form: the bundle shows that the log
    /// grew from them. The last one of each day is in every bundle.
    public var checkpoints: [Int] = []

    /// Orders a choice.
    public init(_ choice: Choice) { self.choice = choice }
}
