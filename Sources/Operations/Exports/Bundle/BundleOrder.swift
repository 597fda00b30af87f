public import Values

/// Which contracts a bundle is to hold. All, for whoever sees every contract, is the whole log.
public struct BundleOrder: Equatable, Sendable {
    public var choice: ContractChoice
    /// Only contracts of which something happened between these days; their journals are whole nevertheless.
    public var from: CalendarDay?
    public var until: CalendarDay?
    /// Sizes of earlier checkpoints that the reader holds, such as one printed on a form: the bundle shows that the log
    /// grew from them. The last one of each day is in every bundle.
    public var checkpoints: [Int] = []

    /// Orders a choice.
    public init(_ choice: ContractChoice) { self.choice = choice }
}
