public import Values

/// The money that schedules ask for, by month from the present one on (用款计划). Each amount stands in the earliest
/// month that the terms allow, so later is possible, earlier is not.
public struct CashNeed: Equatable, Sendable {
    public let months: [Month]
    /// Expected behind the last of the months.
    public let later: Money
    /// Waits for something that has no date: an event, an invoice, an assessment.
    public let undated: Money

    /// What one month asks for.
    public struct Month: Equatable, Sendable {
        public let month: CalendarMonth
        /// Overdue already; only in the first month.
        public let overdue: Money
        /// Due now or expected in the month, without what is overdue.
        public let expected: Money

        /// Both amounts of a month.
        public init(month: CalendarMonth, overdue: Money = .zero, expected: Money) {
            self.month = month
            self.overdue = overdue
            self.expected = expected
        }

        /// Overdue and expected.
        public var total: Money { get throws(Overflow) { try overdue + expected } }
    }

    /// Months in their order, one behind the other.
    public init(months: [Month], later: Money, undated: Money) {
        self.months = months
        self.later = later
        self.undated = undated
    }

    /// What the months ask for together.
    public var total: Money {
        get throws(Overflow) {
            var sum = Money.zero
            for month in months { try sum += month.total }
            return sum
        }
    }
}
