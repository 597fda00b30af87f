internal import Payables
public import Tables
public import Values

/// A contract with its totals and its next payment: a row of the list of contracts (合同一览).
public struct ContractListRow: Equatable, Sendable {
    public var number: String
    public var title: String
    public var buyer: String
    public var supplier: String
    public var price: Money
    public var signedOn: CalendarDay
    public var paid: Money
    public var payableNow: Money
    public var outstanding: Money
    public var deducted: Money
    /// Nil when nothing is left.
    public var next: Next?

    /// The next payment.
    public struct Next: Equatable, Sendable {
        public var label: String
        /// As in JSON: undetermined, blocked, overdue or due.
        public var status: String
        public var amount: Money
        public var dueOn: CalendarDay?

        /// Takes the parts as they are.
        public init(label: String, status: String, amount: Money, dueOn: CalendarDay?) {
            self.label = label
            self.status = status
            self.amount = amount
            self.dueOn = dueOn
        }
    }

    /// Takes the parts as they are.
    public init(
        number: String, title: String, buyer: String, supplier: String, price: Money, signedOn: CalendarDay,
        paid: Money, payableNow: Money, outstanding: Money, deducted: Money, next: Next?
    ) {
        self.number = number
        self.title = title
        self.buyer = buyer
        self.supplier = supplier
        self.price = price
        self.signedOn = signedOn
        self.paid = paid
        self.payableNow = payableNow
        self.outstanding = outstanding
        self.deducted = deducted
        self.next = next
    }
}

extension ContractListRow {
    /// What each contract comes to, and what is paid next.
    public static let form = TableForm<ContractListRow>(
        code: "contracts", title: Wording("合同一览", "Contracts"),
        columns: [
            .identifier("contract", Wording("合同编号", "Contract")) { $0.number },
            .text("title", Wording("合同名称", "Title")) { $0.title },
            .text("buyer", Wording("采购人", "Buyer")) { $0.buyer },
            .text("supplier", Wording("供应商", "Supplier")) { $0.supplier },
            .day("signedOn", Wording("签订日期", "Signed on")) { $0.signedOn },
            .money("price", Wording("合同价款", "Price"), isTotalled: true) { $0.price },
            .money("paid", Wording("已付", "Paid"), isTotalled: true) { $0.paid },
            .money("payableNow", Wording("现应付", "Payable now"), isTotalled: true) { $0.payableNow },
            .money("outstanding", Wording("未付", "Outstanding"), isTotalled: true) { $0.outstanding },
            .money("deducted", Wording("扣减", "Deducted"), isTotalled: true) { $0.deducted },
            .text("next", Wording("下一笔付款", "Next payment")) { $0.next?.label },
            .money("nextAmount", Wording("下一笔金额", "Amount of it")) { $0.next?.amount },
            .word("nextStatus", Wording("状态", "Status")) { row in
                row.next.map { next in
                    InstallmentStatement.Status(rawValue: next.status)?.word
                        ?? Word(next.status, next.status, next.status)
                }
            },
            .day("nextDueOn", Wording("到期日", "Due on")) { $0.next?.dueOn },
        ])
}
