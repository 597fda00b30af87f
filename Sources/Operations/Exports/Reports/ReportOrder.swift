public import Storage
public import Values

/// A report by the name that never changes.
public enum ReportKind: String, CaseIterable, Sendable {
    /// 付款历史
    case payments
    /// 合同台账
    case ledger
    /// 扣减明细
    case deductions
    /// 合同一览, as it is filtered
    case contracts
    /// 待办付款
    case positions
    /// 例外报告
    case exceptions
    /// 货币单元抽样清单
    case sample
    /// 变化对照, of one contract
    case changes
    /// 期间分录, of one contract
    case entriesBetween = "entries-between"

    /// What whoever asks for it must be allowed to.
    public var permission: Permission {
        switch self {
        case .exceptions, .sample: .exportEvidence
        default: .readContracts
        }
    }
}

/// The form of a report.
public enum ReportFormat: String, CaseIterable, Sendable {
    case csv, json, xlsx
}

/// What a report is to tell.
public struct ReportOrder: Equatable, Sendable {
    public var kind: ReportKind
    public var choice: ContractChoice
    /// The day of the figures; nil for today.
    public var asOf: CalendarDay?
    /// Only what was recorded by then; nil for everything.
    public var knownAt: Instant?
    /// Of a sample, the days between which payments went out; of changes, `from` is the day of the earlier view.
    public var from: CalendarDay?
    public var until: CalendarDay?
    /// Of changes: what the earlier view knew; nil for what was recorded by the end of `from` in China.
    public var knownBefore: Instant?
    /// Of a sample: how many are drawn, each fen with the same chance.
    public var hits = 25
    /// Of a sample; the same seed draws the same payments.
    public var seed = ""
    /// Of exceptions: the price from which goods and services go to public tender; nil for that of the central
    /// authorities. Provinces set their own.
    public var tenderThreshold: Money?

    /// Of contracts: which, and in what order.
    public var filter = ContractFilter()
    public var sorting = ContractOrder.number

    /// Orders a report over contracts.
    public init(_ kind: ReportKind, of choice: ContractChoice = .all) {
        self.kind = kind
        self.choice = choice
    }
}
