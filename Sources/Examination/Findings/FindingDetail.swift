public import Contracts
public import Payables
public import Values

/// What a rule found, as data.
public enum FindingDetail: Equatable, Sendable {
    /// Conditions that were open on the day of the payment, as known then; empty for a cancelled installment.
    case openConditions([Waiting], isCancelled: Bool)
    /// Paid with this payment, above what was payable, and what was payable as known then.
    case abovePayable(excess: Money, paid: Money, payable: Money)
    /// Tried to act twice on one request, or on an installment that the same person assessed.
    case refused(ownAssessment: Bool, at: Instant)
    /// Approved an installment whose assessment the same person recorded in another entry.
    case assessed(assessment: String, entry: Int)
    case ruled(assessment: String, reason: String, hasDocument: Bool)
    /// So many days after the fact was recorded; nil where one of both is imported.
    case voidedFact(FactKind, id: String, reason: String, daysLater: Int?)
    /// Recorded again so many minutes after the fact was voided, or the money came back.
    case doneAgain(FactKind, before: String, amountBefore: Money, wasReturned: Bool, minutes: Int)
    /// Late by days; with the open conditions on the due day.
    case late(Lateness, stillUnpaid: Bool, openThen: [Waiting])
    /// Recorded on a day off, or at night.
    case recordedOffHours(EntryWord, at: Instant, isDayOff: Bool, isNight: Bool)
    /// The number and the other place: contract and entry.
    case sameNumber(String, contract: String, entry: Int)
    case otherHolder(holder: String, account: String, supplier: String)
    /// By how much agreements raised the price in total, the first price, and how many there were.
    case supplements(raised: Money, of: Money, count: Int, limit: Percentage)
    /// Contracts of one buyer with one supplier, each just under the threshold.
    case underThreshold(contracts: [String], total: Money, threshold: Money)
    /// The code of what went wrong.
    case cannotCompute(String)

    /// How late money is, and what it costs.
    public struct Lateness: Equatable, Sendable {
        public let dueOn: CalendarDay
        public let days: Int
        /// Nil where none is agreed and the law gives none.
        public let interest: Money?
        /// A day; nil like ``interest``.
        public let rate: Percentage?
        /// Of statutory lateness: whether the supplier's scale is unknown, so that it only may apply.
        public let isScaleUnknown: Bool
    }
}
