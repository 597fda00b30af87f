import Contracts
import Payables
import Reports
import Tables
import Values

/// The words of the pages that the command line prints, in the reader's language (architecture.md, section 6).
struct Words {
    let language: Language

    func choose(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }

    var buyer: String { choose("采购人", "buyer") }
    var supplier: String { choose("供应商", "supplier") }
    var price: String { choose("合同价", "price") }
    var asOf: String { choose("截至", "as of") }
    var nextPayment: String { choose("下一笔付款", "Next payment") }
    var nothingLeft: String { choose("没有待付款项", "nothing is left to pay") }
    var schedule: String { choose("付款计划", "Schedule") }
    var deductions: String { choose("扣减明细", "Deductions") }
    var missing: String { choose("尚缺条件", "What is missing") }
    var notices: String { choose("提示", "Notices") }
    var total: String { choose("合计", "total") }
    var payableNow: String { choose("现应付", "payable now") }

    func name(of total: Statement.Total) -> String {
        switch total {
        case .paid: choose("已付", "paid")
        case .payableNow: payableNow
        case .outstanding: choose("未付", "outstanding")
        case .deducted: choose("扣减", "deducted")
        case .claim: choose("应向供应商追索", "claim")
        case .waived: choose("已放弃", "waived")
        }
    }

    func name(of status: InstallmentStatement.Status) -> String { status.name(in: language) }

    /// The status with what belongs to it: days overdue, the due date.
    func status(_ row: InstallmentStatement) -> String {
        if row.status == .due, let day = row.dueOn { return choose("可支付，\(day) 到期", "due by \(day)") }
        return row.statusSentence(in: language)
    }
}
