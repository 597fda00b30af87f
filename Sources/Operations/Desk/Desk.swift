public import Payables
public import Storage
public import Values

/// What is on somebody's work desk (工作台): the figures of all contracts that they see, on a day.
public struct Desk: Sendable {
    public let asOf: CalendarDay
    /// Payment requests that wait for the caller; the sum is of what they ask for and was not paid.
    public let waiting: Pile<ListedRequest>
    public let overdue: Overdue
    /// Open installments due from today to the seventh day after it, blocked or not, soonest first.
    public let dueSoon: Pile<ListedPosition>
    /// What somebody has to do something about, by what it waits for first; what only waits for a day is not there.
    public let blocked: [Blocked]
    /// Holdbacks that can be released within 90 days, soonest first.
    public let releases: Pile<ListedPosition>
    public let sums: Sums
    /// What was due in this year and what was paid in it.
    public let execution: YearExecution
    /// Cash needed in this month and the eleven after it.
    public let cash: CashNeed

    /// A list that shows its beginning.
    public struct Pile<Element: Sendable>: Sendable {
        /// Of all of it.
        public let total: DeskTotal
        /// At most ``Desk/length`` of it.
        public let first: [Element]
    }

    /// Overdue installments, those owed longest first.
    public struct Overdue: Sendable {
        /// Of suppliers that were micro, small or medium when the contract was signed.
        public let ofSmallSuppliers: Pile<ListedPosition>
        /// Of large ones, and of those whose scale is not recorded.
        public let ofOthers: Pile<ListedPosition>
    }

    /// What one thing blocks.
    public struct Blocked: Sendable {
        public let blocker: Blocker
        public let pile: Pile<ListedPosition>
    }

    /// Sums over all contracts.
    public struct Sums: Equatable, Sendable {
        /// Outstanding of what is due or overdue.
        public let payableNow: Money
        public let outstanding: Money
        /// Payments of this year less what came back of them.
        public let paidThisYear: Money
        /// Held by open payment requests.
        public let held: Money
    }

    /// How many elements a list shows.
    public static let length = 10
    /// Days ahead that ``dueSoon`` looks.
    static let soon = 7
    /// Days ahead that ``releases`` looks.
    static let releaseDays = 90
}
