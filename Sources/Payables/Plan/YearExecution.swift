public import Values

/// What fell due in a year against what was paid in it, by month (支出执行).
public struct YearExecution: Equatable, Sendable {
    public let year: Int
    /// The day that the figures stand on; later months have only a plan.
    public let asOf: CalendarDay
    /// January to December.
    public let months: [Month]
    /// The sums from January on.
    public let cumulative: [Month]

    /// The figures of one month, or of all months up to one.
    public struct Month: Equatable, Sendable {
        /// Payable of the installments that are or were due in it, or are expected to be at the earliest.
        public let planned: Money
        /// Payments less returns dated in it, whenever they were due.
        public let paid: Money

        /// Both amounts of a month.
        public init(planned: Money, paid: Money) {
            self.planned = planned
            self.paid = paid
        }
    }

    /// The figures of twelve months; throws where their sum does not fit.
    public init(year: Int, asOf: CalendarDay, months: [Month]) throws(Overflow) {
        self.year = year
        self.asOf = asOf
        self.months = months
        var sums: [Month] = []
        for month in months {
            let last = sums.last ?? Month(planned: .zero, paid: .zero)
            sums.append(Month(planned: try last.planned + month.planned, paid: try last.paid + month.paid))
        }
        cumulative = sums
    }

    /// The whole year.
    public var total: Month { cumulative.last ?? Month(planned: .zero, paid: .zero) }

    /// 支出执行率 in percent, one decimal: what was paid in the year of what the year's plan is. Nil without a plan.
    public var rate: ExactDecimal? { rate(through: months.count) }

    /// The cumulative rate behind so many months, of the plan of the whole year.
    public func rate(through count: Int) -> ExactDecimal? {
        guard total.planned > .zero, count > 0, count <= cumulative.count else { return nil }
        let paid = Fraction(Int128(cumulative[count - 1].paid.fen) * 100)
        return try? paid.divided(by: Fraction(Int128(total.planned.fen))).rounded(toPlaces: 1)
    }

    /// How many months have begun by ``asOf``: 0 before the year, 12 behind it.
    public var begunMonths: Int {
        min(12, max(0, CalendarMonth(of: asOf).months(since: CalendarMonth.all(of: year)[0]) + 1))
    }
}
