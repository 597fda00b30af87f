public import Values

/// The terms of one procurement contract (合同条款), read and checked: references are resolved to positions in the
/// arrays here, the schedule adds up to the price. Only ``DossierReader`` makes one (payable.md, section 2).
public struct Contract: Equatable, Sendable {
    public internal(set) var number = ""
    public internal(set) var title = ""
    public internal(set) var buyer = ""
    public internal(set) var supplier = ""
    public internal(set) var price = Money.zero
    public internal(set) var signedOn = CalendarDay.first
    /// Contract years (合同年度), ascending; empty where the contract has a ``term`` or neither.
    public internal(set) var years: [ContractYear] = []
    public internal(set) var term: Period?
    /// The payment schedule (付款计划), in its order.
    public internal(set) var installments: [Installment] = []
    public internal(set) var assessments: [Assessment] = []
    public internal(set) var termination: [TerminationRule] = []
    public internal(set) var excess = Excess.carry
    /// Whether the terms say what becomes of an excess; where they are silent it is carried.
    public internal(set) var statesExcess = false
    /// Late interest a day, of the outstanding amount; nil where none is agreed.
    public internal(set) var lateInterest: Percentage?
    /// The installments with a remainder for amount, each behind those that it depends on.
    public internal(set) var remainderOrder: [Int] = []

    /// The day on which the contract ends: of the last year, or of the term; nil where it has neither.
    public var endsOn: CalendarDay? { years.last?.period.to ?? term?.to }
}

/// A contract year with the fee for it.
public struct ContractYear: Equatable, Sendable {
    public let number: Int
    public let fee: Money
    public let period: Period
}

/// From one day to another, both included.
public struct Period: Equatable, Sendable {
    public let from: CalendarDay
    public let to: CalendarDay

    /// Whether the day is one of the period.
    public func contains(_ day: CalendarDay) -> Bool { from <= day && day <= to }
}

/// What a deduction larger than its installment does (payable.md 2, `excess`).
public enum Excess: String, CaseIterable, Sendable {
    /// It is recovered from the installments that follow.
    case carry
    /// It is given up.
    case waive
    /// It is claimed from the supplier outside of the schedule.
    case claim
}

/// So many consecutive scores below a limit give the right to terminate (解除合同).
public struct TerminationRule: Equatable, Sendable {
    /// Positions in ``Contract/assessments``.
    public let series: [Int]
    public let below: Score
    public let times: Int
}

/// What a percentage is taken of.
public enum Base: Equatable, Sendable {
    /// The current price of the contract.
    case contract
    /// The fee of a contract year, by position in ``Contract/years``.
    case year(Int)
    /// The gross of the installment that the assessment is attached to; only in assessments.
    case installment
}
