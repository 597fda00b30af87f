public import Contracts

/// What became of one dossier of an import.
public struct ImportResult: Equatable, Sendable {
    /// Its place in the import, from 0.
    public let position: Int
    /// The contract's number; nil where the dossier is too misshapen to tell.
    public let number: String?
    public let outcome: Outcome

    /// A dossier is taken whole or not at all.
    public enum Outcome: Equatable, Sendable {
        /// A new contract with so many facts.
        case registered(facts: Int)
        /// So many facts that were not recorded yet.
        case appended(facts: Int)
        /// All of it is recorded already.
        case unchanged
        /// It breaks rules of its own; everything that was found.
        case invalid(Problems)
        /// It contradicts what is recorded; everything that was found.
        case conflicting([Conflict])
    }
}

/// How many dossiers came to what, so far.
public struct ImportSummary: Equatable, Sendable {
    public private(set) var registered = 0
    public private(set) var appended = 0
    public private(set) var unchanged = 0
    public private(set) var refused = 0
    /// Facts recorded.
    public private(set) var facts = 0

    /// All dossiers dealt with.
    public var dossiers: Int { registered + appended + unchanged + refused }

    /// Counts one more.
    mutating func count(_ outcome: ImportResult.Outcome) {
        switch outcome {
        case .registered(let facts):
            registered += 1
            self.facts += facts
        case .appended(let facts):
            appended += 1
            self.facts += facts
        case .unchanged: unchanged += 1
        case .invalid, .conflicting: refused += 1
        }
    }
}
