public import Values

/// The facts that count on the day asked about (dated by then, not voided), gathered by what they say,
/// and the terms in force (payable.md, section 4). Facts are named by their position in ``Dossier/facts``.
public struct Standing: Equatable, Sendable {
    public internal(set) var terms: Contract
    /// The fact that amended the terms last; nil for the terms as first signed.
    public internal(set) var termsFact: Int?
    /// Facts voided by a fact that counts itself.
    public internal(set) var voided: Set<Int> = []
    /// In order of day, then of position.
    public internal(set) var events: [Event] = []
    public internal(set) var objections: [Objection] = []
    /// One for each installment of ``terms``.
    public internal(set) var ledgers: [Ledger]
    /// One for each assessment of ``terms``.
    public internal(set) var results: [Result]
    /// The first termination.
    public internal(set) var termination: Termination?

    /// An event that counts.
    public struct Event: Equatable, Sendable {
        public let name: String
        public let on: CalendarDay
        public let count: Int
        public let fact: Int
    }

    /// How often an objection of a name was raised and resolved.
    public struct Objection: Equatable, Sendable {
        public let name: String
        public internal(set) var raised = 0
        public internal(set) var resolved = 0
        public internal(set) var lastResolvedOn: CalendarDay?
    }

    /// What was invoiced, used and paid for one installment.
    public struct Ledger: Equatable, Sendable {
        public internal(set) var invoices: [Entry] = []
        /// Quantity times unit price, each rounded to fen; only what is dated within the metering period.
        public internal(set) var usages: [Entry] = []
        /// Payments, and returns as negative amounts.
        public internal(set) var payments: [Entry] = []
        /// Payments less returns.
        public internal(set) var paid = Money.zero
    }

    /// An amount of an installment, and the fact that it comes from.
    public struct Entry: Equatable, Sendable {
        public let on: CalendarDay
        public let amount: Money
        public let fact: Int
    }

    /// What stands for one assessment.
    public struct Result: Equatable, Sendable {
        /// The result of the highest round.
        public internal(set) var recorded: Recorded?
        public internal(set) var waiver: Int?
        /// The last ruling.
        public internal(set) var ruling: Ruling?
    }

    /// The standing result of an assessment, its score found.
    public struct Recorded: Equatable, Sendable {
        public let score: Score
        public let failed: [String]
        public let vetoed: [String]
        public let round: Int
        public let on: CalendarDay
        public let fact: Int
    }

    /// The last ruling on an assessment.
    public struct Ruling: Equatable, Sendable {
        public let deduction: Money
        public let fact: Int
    }

    /// The first termination of the contract.
    public struct Termination: Equatable, Sendable {
        public let on: CalendarDay
        public let fact: Int
    }
}
