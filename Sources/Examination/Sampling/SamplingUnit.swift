internal import Audit
internal import Contracts
internal import Payables
public import Reperformance
public import Values

/// A payment that may be drawn: every fen of it is a unit of the population.
public struct SamplingUnit: Equatable, Sendable {
    public let contract: String
    /// Id of the payment fact.
    public let payment: String
    public let installment: String
    public let on: CalendarDay
    /// What is left of it: the amount less what came back, nothing of one that was voided. Above zero.
    public let amount: Money

    /// Takes the parts; nil for an amount that is not above zero: no fen of it could be drawn.
    public init?(contract: String, payment: String, installment: String, on: CalendarDay, amount: Money) {
        guard amount > .zero else { return nil }
        self.contract = contract
        self.payment = payment
        self.installment = installment
        self.on = on
        self.amount = amount
    }

    /// The payments of a contract that went out from one day to another, both included. What came back counts whenever
    /// it did, voids by the day of the report: what did not stay out is not drawn.
    public static func units(
        of contract: ExaminedContract, from: CalendarDay, to: CalendarDay
    ) throws(ReperformanceError) -> [SamplingUnit] {
        var recomputation = Recomputation(contract.journal, contract.calendars)
        let payments = try recomputation.dossier(asOf: contract.asOf).payments
        return payments.filter { from <= $0.on && $0.on <= to }.compactMap { payment in
            SamplingUnit(
                contract: contract.journal.contract, payment: payment.id, installment: payment.installment,
                on: payment.on, amount: payment.left)
        }
    }

    /// Order by the UTF-8 bytes of the contract's number, then of the payment's id.
    static func precedes(_ left: SamplingUnit, _ right: SamplingUnit) -> Bool {
        if left.contract.utf8.elementsEqual(right.contract.utf8) {
            return left.payment.utf8.lexicographicallyPrecedes(right.payment.utf8)
        }
        return left.contract.utf8.lexicographicallyPrecedes(right.contract.utf8)
    }
}
