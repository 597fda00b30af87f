internal import Contracts
internal import DossierSupport
public import Payables
public import Reports
internal import Requests
public import Values

/// What the reports are about in tests: the 天府市民云 contract of the Meishan bureau, and made-up positions.
public enum Samples {
    /// The statement of a golden case.
    public static func statement(of name: String) -> Statement {
        guard let statement = Answer(to: Cases.golden(named: name)).statement else {
            preconditionFailure("\(name) has no statement")
        }
        return statement
    }

    /// A first year with a veto, deductions and a cap.
    public static let vetoed = statement(of: "tianfu: veto as zero score, capped at 20 % of the first year")
    /// A payment of which a part came back.
    public static let returned = statement(of: "tianfu: a returned payment is owed again")

    /// The payments of a contract, the last of them on a request. Throws where a sum does not fit.
    public static func payments(of statement: Statement) throws(Overflow) -> [PaymentRow] {
        let payments = statement.dossier.payments
        let left = Dictionary(payments.map { ($0.id, $0.left) }, uniquingKeysWith: { $1 })
        let requests = try RequestLedger(payments.last.map(steps) ?? [], payments: left).requests
        var total = Money.zero
        var rows: [PaymentRow] = []
        for (position, payment) in payments.enumerated() {
            try total += payment.left
            let row = PaymentRow(
                contract: statement.terms.number, payment: payment, cumulative: total,
                request: requests.first { $0.payments.contains(payment.id) },
                entry: PaymentRow.Entry(
                    number: position + 7, hash: String(repeating: "0123456789abcdef", count: 4),
                    recordedBy: position == 0 ? "console" : "treasury@meishan",
                    recordedAt: Instant(microseconds: 1_644_456_600_250_000 + Int64(position)),
                    isImported: position == 0))
            rows.append(row)
        }
        return rows
    }

    private static func steps(paying payment: Payment) -> [RecordedStep] {
        let pin = StatementPin(
            dossier: "ab", statement: "cd", payable: payment.amount, version: 7, asOf: payment.on)
        let chain: [ApprovalRole] = [.sectionHead, .finance]
        let claim = RequestEvent.Claim(amount: payment.amount, pin: pin, chain: chain)
        let steps: [(RequestEvent.Step, String)] = [
            (.submitted(installment: payment.installment, claim), "officer@meishan"),
            (.approved(role: .sectionHead), "section-head@meishan"), (.approved(role: .finance), "finance@meishan"),
            (.paid(payment: payment.id), "treasury@meishan"),
        ]
        return steps.enumerated().map { position, step in
            RecordedStep(
                event: RequestEvent("r-7tbvz1pyftaj2", step.0), by: step.1,
                at: Instant(microseconds: Int64(position)), entry: position + 1)
        }
    }

    /// The day of the work list.
    public static let asOf = CalendarDay(year: 2026, month: 11, day: 21) ?? .first

    /// One overdue, one blocked.
    public static let positions = [
        PositionRow(
            contract: "MS-2020-TFSMY", title: "天府市民云（眉山）站点建设项目", buyer: "眉山市政务服务管理局",
            supplier: "眉山市兴眉科技有限公司", label: "首年考核尾款", status: "overdue", payable: Money(fen: 71_888_000),
            paid: .zero, outstanding: Money(fen: 71_888_000), held: .zero,
            startedOn: CalendarDay(year: 2021, month: 12, day: 31), dueOn: CalendarDay(year: 2022, month: 1, day: 30),
            blockedBy: []),
        PositionRow(
            contract: "SL-2025-RX-02", title: "12345热线话务外包服务（2025—2027）", buyer: "示例政务局",
            supplier: "示例信息服务有限公司", label: "第一年考核尾款", status: "blocked", payable: Money(fen: 67_230_000),
            paid: Money(fen: 100), outstanding: Money(fen: 67_229_900), held: Money(fen: 5_000), startedOn: nil,
            dueOn: CalendarDay(year: 2026, month: 12, day: 31), blockedBy: ["rectification", "invoice", "保密协议"]),
    ]
}
