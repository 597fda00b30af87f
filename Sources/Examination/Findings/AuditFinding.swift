public import Values

/// Something that an auditor may want to ask about: a rule, where it applies, and the data of it. A finding is a
/// question, not a verdict.
public struct AuditFinding: Equatable, Sendable {
    public let rule: ExaminationRule
    /// Number of the contract; where several are concerned, of the first.
    public let contract: String
    /// Id of the installment; nil where it is none's.
    public let installment: String?
    /// Id of the fact or payment request; of a contract its number.
    public let subject: String
    /// Number of the entry in the contract's journal; nil where there is none.
    public let entry: Int?
    /// The day it happened; of what is judged by when it was recorded, that day in China.
    public let day: CalendarDay
    /// What it is about, in yuan and fen; nil where it is about no amount.
    public let amount: Money?
    /// Names of those who did it, in order, each once.
    public let people: [String]
    /// What was found, as data; sentences are in ``FindingDetail/text(in:)``.
    public let detail: FindingDetail

    init(
        _ rule: ExaminationRule, _ contract: String, installment: String? = nil, subject: String, entry: Int? = nil,
        on day: CalendarDay, amount: Money? = nil, people: [String] = [], _ detail: FindingDetail
    ) {
        self.rule = rule
        self.contract = contract
        self.installment = installment
        self.subject = subject
        self.entry = entry
        self.day = day
        self.amount = amount
        self.people = people.enumerated().filter { !people.prefix($0.offset).contains($0.element) }.map(\.element)
        self.detail = detail
    }
}

extension [AuditFinding] {
    /// In the order of the rules, then of the contracts, entries, subjects and days.
    var inOrder: [AuditFinding] {
        let order = Dictionary(
            uniqueKeysWithValues: ExaminationRule.allCases.enumerated().map { ($0.element, $0.offset) })
        return enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            let ranks = (order[one.rule, default: 0], order[other.rule, default: 0])
            if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
            return (one.contract, one.entry ?? .max, one.day, one.subject, left.offset)
                < (other.contract, other.entry ?? .max, other.day, other.subject, right.offset)
        }.map(\.element)
    }
}
