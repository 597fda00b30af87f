extension Because {
    /// The rules of the calculation. Each has a formula and a sentence; `{name}` stands for an input.
    public enum Rule: String, CaseIterable, Sendable {
        // Gross (payable.md 2.1)
        case fixed, percent, remainder, metered
        case meteredCeiling = "metered-ceiling"
        case collected
        // Lines of deduction (2.2, 2.3)
        case failure, band, points, cap, ruling
        // Deducted
        case notAssessed = "not-assessed"
        case noResult = "no-result"
        case vetoed
        case noDeduction = "no-deduction"
        case deducted
        // The walk (4)
        case cancelled
        case nothingCarried = "nothing-carried"
        case recovered
        case nothingWithheld = "nothing-withheld"
        case withheld
        case withheldSeveral = "withheld-several"
        case payable
        case nothingPaid = "nothing-paid"
        case paid, outstanding, overpaid, interest
        // Dates (3)
        case notStarted = "not-started"
        case started
        case dueAtOnce = "due-at-once"
        case dueDays = "due-days"
        case dueWorkingDays = "due-working-days"
        case dueMonths = "due-months"
        // Totals (5)
        case nothing, sum, claim
    }
}

extension Because.Rule {
    /// The formula; empty where there is nothing to compute.
    var formula: StaticString {
        switch self {
        case .fixed, .ruling: "{result}"
        case .percent, .failure, .band: "{base} × {percent}% = {result}"
        case .remainder: "{base} − {others} = {result}"
        case .metered, .collected, .withheldSeveral, .paid, .sum: "{parts} = {result}"
        case .meteredCeiling: "min({parts}, {ceiling}) = {result}"
        case .points: "{points} × {percent}% × {base} = {result}"
        case .cap: "{limit} − {sum} = {result}"
        case .deducted: "min({lines}, {gross} − {recovered}) = {result}"
        case .recovered: "min({carried}, {gross}) = {result}"
        case .withheld: "{net} × {percent}% = {result}"
        case .payable: "{gross} − {recovered} − {deducted} − {withheld} = {result}"
        case .outstanding: "max(0.00, {payable} − {paid}) = {result}"
        case .overpaid: "{paid} − {payable} = {result}"
        case .interest: "{outstanding} × {percent}% × {days} = {result}"
        case .dueDays, .dueWorkingDays, .dueMonths: "{start} + {count} → {result}"
        case .claim: "{claimed} + {carried} = {result}"
        case .started, .dueAtOnce: "{result}"
        case .notAssessed, .noResult, .vetoed, .noDeduction, .cancelled, .nothingCarried, .nothingWithheld,
            .nothingPaid, .notStarted, .nothing:
            ""
        }
    }
}

extension Because.Rule {
    /// Says only that there is nothing to say: a page for people may leave it out.
    public var isTrivial: Bool {
        switch self {
        case .notAssessed, .nothingCarried, .nothingWithheld, .nothingPaid, .notStarted, .nothing: true
        default: false
        }
    }
}
