public import Values

/// Why a figure is what it is, as data: the rule, the clause it stands in, the numbers that went in, the facts it
/// rests on. Sentences in Chinese and English and the formula are templates of the rule.
public struct Because: Equatable, Sendable {
    public let rule: Rule
    /// Nil where no clause says it, as for totals.
    public let clause: Clause?
    public let inputs: [Input]
    /// Positions in ``Dossier/facts``.
    public let facts: [Int]

    init(_ rule: Rule, _ clause: Clause? = nil, _ inputs: [Input] = [], facts: [Int] = []) {
        self.rule = rule
        self.clause = clause
        self.inputs = inputs
        self.facts = facts
    }

    /// A place in the terms and the label that people know it by.
    public struct Clause: Equatable, Sendable {
        /// A JSON Pointer into the dossier.
        public let pointer: String
        public let label: String
    }

    /// A named number that went into a figure; the figure itself is called `result`.
    public struct Input: Equatable, Sendable {
        let name: StaticString
        public let value: Value

        init(_ name: StaticString, _ value: Value) {
            self.name = name
            self.value = value
        }

        public static func == (left: Input, right: Input) -> Bool {
            left.name.description == right.name.description && left.value == right.value
        }
    }

    /// A number, or a word, as it stands in formulas and sentences.
    public enum Value: Equatable, Sendable {
        case money(Money)
        /// Written as a sum: `718880.00 + 1797200.00 − 100.00`.
        case sum([Money])
        case percentage(Percentage)
        case number(ExactDecimal)
        case day(CalendarDay)
        case text(String)
    }
}
