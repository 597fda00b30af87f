internal import Payables
public import Tables
public import Values

/// An installment that is neither settled nor cancelled: a row of the work list (待办) over all contracts.
public struct PositionRow: Equatable, Sendable {
    /// Number of the contract.
    public var contract: String
    public var title: String
    public var buyer: String
    public var supplier: String
    public var label: String
    /// As in JSON: undetermined, blocked, overdue or due.
    public var status: String
    public var payable: Money
    public var paid: Money
    public var outstanding: Money
    /// Held by open payment requests.
    public var held: Money
    public var startedOn: CalendarDay?
    public var dueOn: CalendarDay?
    /// What is missing, as in JSON.
    public var blockedBy: [String]

    /// Takes the parts as they are.
    public init(
        contract: String, title: String, buyer: String, supplier: String, label: String, status: String, payable: Money,
        paid: Money, outstanding: Money, held: Money, startedOn: CalendarDay?, dueOn: CalendarDay?, blockedBy: [String]
    ) {
        self.contract = contract
        self.title = title
        self.buyer = buyer
        self.supplier = supplier
        self.label = label
        self.status = status
        self.payable = payable
        self.paid = paid
        self.outstanding = outstanding
        self.held = held
        self.startedOn = startedOn
        self.dueOn = dueOn
        self.blockedBy = blockedBy
    }
}

extension PositionRow {
    /// What is to be paid or to be done for it, on a day from which those overdue are counted.
    public static func form(asOf day: CalendarDay) -> TableForm<PositionRow> {
        TableForm(
            code: "positions", title: Wording("待办付款", "Work list"),
            columns: [
                .day("dueOn", Wording("到期日", "Due on")) { $0.dueOn },
                .word("status", Wording("状态", "Status")) { row in
                    InstallmentStatement.Status(rawValue: row.status)?.word ?? Word(row.status, row.status, row.status)
                },
                .count("daysOverdue", Wording("逾期天数", "Days overdue")) { row in
                    row.status == InstallmentStatement.Status.overdue.rawValue ? row.dueOn.map(day.days) : nil
                },
                .money("outstanding", Wording("未付", "Outstanding"), isTotalled: true) { $0.outstanding },
                .money("held", Wording("申请中", "Held by requests"), isTotalled: true) { $0.held },
                .identifier("contract", Wording("合同编号", "Contract")) { $0.contract },
                .text("title", Wording("合同名称", "Title")) { $0.title },
                .text("buyer", Wording("采购人", "Buyer")) { $0.buyer },
                .text("supplier", Wording("供应商", "Supplier")) { $0.supplier },
                .text("installment", Wording("分期", "Installment")) { $0.label },
                .money("payable", Wording("应付", "Payable"), isTotalled: true) { $0.payable },
                .money("paid", Wording("已付", "Paid"), isTotalled: true) { $0.paid },
                .day("startedOn", Wording("起算日", "Started on")) { $0.startedOn },
                .phrase("blockedBy", Wording("尚缺", "Missing")) { .list($0.blockedBy.map(Wording.blocker)) },
            ])
    }
}
