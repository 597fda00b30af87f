internal import Contracts
internal import Payables
internal import Requests
internal import Values

/// The words of papers that more than one of them uses, in the reader's language (architecture.md, section 6).
struct PaperWords {
    let language: Language

    func choose(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

    var colon: String { choose("：", ": ") }
    var contractTitle: String { choose("合同名称", "Contract") }
    var contractNumber: String { choose("合同编号", "Number") }
    var signedOn: String { choose("签订日期", "Signed on") }
    var buyer: String { choose("采购人", "Buyer") }
    var supplier: String { choose("供应商", "Supplier") }
    var price: String { choose("合同价款", "Price") }
    var asOf: String { choose("截至日期", "As of") }
    var item: String { choose("项目", "Item") }
    var reason: String { choose("依据", "Reason") }
    var amount: String { choose("金额（元）", "Amount (CNY)") }
    var total: String { choose("合计", "Total") }
    var inCapitals: String { choose("大写", "In capitals") }
    var statementHash: String { choose("结算单哈希", "Statement hash") }
    var printedAt: String { choose("打印时间", "Printed at") }

    func name(of figure: Statement.Figure) -> String {
        switch figure {
        case .gross: choose("本期金额", "Gross")
        case .deducted: choose("考核扣减", "Deducted")
        case .recovered: choose("追回前期", "Recovered")
        case .withheld: choose("扣留质保金", "Withheld")
        case .payable: choose("本期应付", "Payable")
        case .paid: choose("本期已付", "Paid")
        case .outstanding: choose("本期未付", "Outstanding")
        case .overpaid: choose("多付", "Overpaid")
        case .startedOn: choose("起算日", "Started on")
        case .dueOn: choose("到期日", "Due on")
        case .interest: choose("逾期利息", "Late interest")
        }
    }

    func name(of total: Statement.Total) -> String {
        switch total {
        case .paid: choose("累计已付", "Paid")
        case .payableNow: choose("现应付", "Payable now")
        case .outstanding: choose("未付合计", "Outstanding")
        case .deducted: choose("扣减合计", "Deducted")
        case .claim: choose("应向供应商追索", "Claim")
        case .waived: choose("已放弃", "Waived")
        }
    }

    func name(of line: DeductionLine) -> String {
        switch line.rule {
        case .failure: choose("指标不达标", "Criterion failed")
        case .band: choose("得分分档", "Band of the score")
        case .points: choose("按分扣减", "Points")
        case .cap: choose("扣减上限", "Cap")
        case .ruling: choose("裁定", "Ruling")
        }
    }
}
