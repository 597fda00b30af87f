internal import Reports
internal import Storage
internal import Tables
internal import Values

extension Words {
    var waitingForMe: String { choose("待我办理", "Waiting for me") }
    var nothingWaits: String { choose("没有待办的付款申请。", "No payment request waits for you.") }
    var overdueOfSmall: String { choose("已逾期：中小微企业", "Overdue to micro, small and medium suppliers") }
    var overdueOfOthers: String { choose("已逾期：其他供应商", "Overdue to other suppliers") }
    var dueSoon: String { choose("七日内到期", "Due within seven days") }
    var blockedAndBy: String { choose("条件未齐", "Blocked, and by what") }
    var releases: String { choose("九十日内可退还的质量保证金", "Warranty releases within ninety days") }
    var payableNow: String { choose("现应付", "Payable now") }
    var held: String { choose("申请在途", "Held by requests") }
    var paidThisYear: String { choose("本年已付", "Paid this year") }
    var outstanding: String { choose("未付", "Outstanding") }
    var cashNeeded: String { choose("未来十二个月用款", "Cash needed in the next twelve months") }
    var figuresAsTable: String { choose("数据表", "The figures as a table") }
    var since: String { choose("提出时间", "Raised") }
    var amount: String { choose("金额（元）", "Amount (CNY)") }
    var dueDay: String { choose("到期日", "Due") }
    var earliestDay: String { choose("最早可能到期", "Due at the earliest") }
    var statusHead: String { choose("状态", "Status") }

    func figuresOf(_ day: CalendarDay) -> String {
        choose("数据截至\(text(of: day))", "Figures of \(text(of: day))")
    }

    func executionOfYear(_ year: Int) -> String { choose("\(year)年支出执行", "Execution of \(year)") }


    func countAndSum(_ total: DeskTotal) -> String {
        choose("\(total.count) 笔，\(total.sum.grouped) 元", "\(total.count), CNY \(total.sum.grouped)")
    }

    func allOf(_ count: Int) -> String { choose("查看全部 \(count) 笔", "All \(count)") }

    /// What blocks an installment, by the names that projections store.
    func missing(_ blockers: [String]) -> String {
        let names = blockers.map { Wording.blocker($0).text(in: language) }
        return choose("缺：", "missing: ") + names.joined(separator: choose("、", ", "))
    }
}
