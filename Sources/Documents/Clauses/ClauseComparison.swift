public import Contracts
public import Values

/// Two versions of terms side by side, clause by clause.
public struct ClauseComparison: Equatable, Sendable {
    public let sections: [Section]

    /// What is said of one installment, one assessment or the contract as a whole in both versions.
    public struct Section: Equatable, Sendable {
        public let title: String
        public let rows: [Row]
    }

    /// One clause in both versions; nil where a version does not have it.
    public struct Row: Equatable, Sendable {
        public let title: String
        public let before: String?
        public let after: String?

        public var isSame: Bool { before == after }
    }

    /// Compares terms with later ones; sections and clauses stand in the order of the later ones, those that are gone
    /// behind them.
    public init(from before: Contract, to after: Contract, in language: Language) {
        let (old, new) = (before.clauses(in: language), after.clauses(in: language))
        let gone = old.filter { section in !new.contains { $0.key == section.key } }
        sections =
            new.map { section in
                Section(section.title, from: old.first { $0.key == section.key }?.clauses ?? [], to: section.clauses)
            } + gone.map { Section($0.title, from: $0.clauses, to: []) }
    }

    /// How many clauses read otherwise.
    public var changes: Int { sections.reduce(0) { $0 + $1.rows.count { !$0.isSame } } }
}

extension ClauseComparison.Section {
    /// Clauses of the same key are the same clause; where a key comes several times, in their order.
    fileprivate init(_ title: String, from before: [Clause], to after: [Clause]) {
        var left = before
        var rows = after.map { clause in
            let place = left.firstIndex { $0.key == clause.key }
            let earlier = place.map { left.remove(at: $0).text }
            return ClauseComparison.Row(title: clause.title, before: earlier, after: clause.text)
        }
        rows += left.map { ClauseComparison.Row(title: $0.title, before: $0.text, after: nil) }
        self.init(title: title, rows: rows)
    }
}
