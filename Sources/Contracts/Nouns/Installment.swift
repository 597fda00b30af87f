public import Values

/// One installment of the schedule (分期付款, payable.md 2.1).
public struct Installment: Equatable, Sendable {
    public let id: String
    public let label: String
    /// Position in ``Contract/years``.
    public let year: Int?
    public let kind: Kind
    public let amount: Amount
    /// Starts the clock.
    public let when: Condition
    /// From the start of the clock to the due date; nil means due on the day it starts.
    public let within: Span?
    /// Position in ``Contract/assessments`` of the assessment whose deductions fall on this installment.
    public let assessedBy: Int?
    /// What must be on file before money goes out, without moving the clock.
    public let needs: [Need]
    /// The holdbacks that collect from this installment.
    public internal(set) var withholdings: [Withholding] = []
    /// The gross that follows from the terms alone; nil where usage or withholding decides.
    public internal(set) var scheduledGross: Money?

    /// What the installment is for, by payable.md 2.1.
    public enum Kind: String, CaseIterable, Sendable {
        case advance, milestone, periodic, assessed, holdback
    }

    /// How the gross is found, by payable.md 2.1.
    public enum Amount: Equatable, Sendable {
        case fixed(Money)
        case percent(Percentage, of: Base)
        /// The base less the gross of every other installment that belongs to it.
        case remainder(of: Base)
        case metered(Metering)
        /// Collected out of earlier installments, by position.
        case withheld(Percentage, from: [Int])
    }

    /// What must be on file before money may go out.
    public enum Need: Equatable, Sendable {
        case invoice
        case event(String)

        /// The name as `needs` and `blockedBy` write it.
        public var name: String {
            switch self {
            case .invoice: "invoice"
            case .event(let name): name
            }
        }
    }

    /// A holdback that keeps a percentage of this installment's net.
    public struct Withholding: Equatable, Sendable {
        /// Position of the holdback in ``Contract/installments``.
        public let holdback: Int
        public let percentage: Percentage
    }
}

/// Pay by use (按实际工作量): unit prices, the days that count, and a ceiling.
public struct Metering: Equatable, Sendable {
    public let unitPrices: [UnitPrice]
    public let period: Period
    public let ceiling: Money?

    /// The price of one unit of an item.
    public struct UnitPrice: Equatable, Sendable {
        public let item: String
        /// Yuan for one unit, at most six decimals.
        public let price: ExactDecimal
    }
}

/// A length of time as contracts write it.
public enum Span: Equatable, Sendable {
    case days(Int)
    case workingDays(Int)
    case months(Int)
}
