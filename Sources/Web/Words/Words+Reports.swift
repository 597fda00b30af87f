internal import Operations

extension Words {
    /// What the pages of reports and bundles say.
    var reports: ReportWords { ReportWords(words: self) }
}

/// What the pages of reports and bundles say.
struct ReportWords {
    let words: Words

    private func choose(_ chinese: String, _ english: String) -> String { words.choose(chinese, english) }

    func name(of kind: ReportKind) -> String {
        switch kind {
        case .payments: choose("付款历史", "Payments")
        case .ledger: choose("合同台账", "Ledger")
        case .deductions: choose("扣减明细", "Deductions")
        case .contracts: choose("合同清单", "Contracts")
        case .positions: choose("待办付款", "Work list")
        case .exceptions: choose("例外报告", "Exceptions")
        case .sample: choose("抽样清单", "Sample")
        case .changes: choose("变化对照", "Changes")
        case .entriesBetween: choose("期间分录", "Entries between")
        }
    }

    func purpose(of kind: ReportKind) -> String {
        switch kind {
        case .payments: choose("每一笔付款和退回：金额、日期、凭证号、依据。", "Every payment and return: amount, day, voucher, basis.")
        case .ledger:
            choose("每份合同每一期：应付、已付、未付、到期日。", "Each installment of each contract: payable, paid, outstanding, due.")
        case .deductions:
            choose("每一笔扣减和它依据的考核、条款。", "Every deduction with the assessment and the clause that it rests on.")
        case .contracts: choose("每份合同一行：合同价、已付、未付、下一笔付款。", "One row a contract: price, paid, outstanding, next payment.")
        case .positions: choose("今天还要付的各期，最早到期的在前。", "What remains to be paid as of today, soonest first.")
        case .exceptions:
            choose(
                "值得追问的地方：超期支付、一人经手、拆分采购等。每一项是问题，不是结论。",
                "What is worth asking about: late payments, one person in two roles, split purchases. Each is a question, not a verdict."
            )
        case .sample:
            choose(
                "按金额单位抽样（货币单元抽样）：金额越大越容易抽到，同一种子总是抽到同样的付款。",
                "Monetary-unit sample: the larger a payment, the likelier it is drawn; the same seed always draws the same."
            )
        case .changes: choose("一份合同在两个时点之间，哪些数字变了。", "Which figures of a contract read otherwise between two days.")
        case .entriesBetween:
            choose("一份合同在两个时点之间登记了哪些分录。", "Which entries of a contract were recorded between two days.")
        }
    }

    var lead: String {
        choose(
            "数字都由合同条款和登记的事实重新计算。每次导出都会记入日志。",
            "All figures are computed afresh from terms and facts. Every export is recorded in the journal.")
    }
    var parameters: String { choose("要看什么", "What to show") }
    var contract: String { choose("合同编号", "Contract number") }
    var contractHint: String { choose("不填则为全部可见合同。", "Empty for all contracts that you may see.") }
    var department: String { choose("单位", "Department") }
    var allDepartments: String { choose("全部可见单位", "all that you may see") }
    var asOf: String { choose("截至日期", "As of") }
    var asOfHint: String { choose("不填为今天。", "Empty for today.") }
    var knownAt: String { choose("只看到这天为止登记的内容", "Only what was recorded by") }
    var knownAtHint: String { choose("不填则包括全部登记。", "Empty for everything recorded.") }
    var sampleFrom: String { choose("付款日期从", "Paid from") }
    var sampleTo: String { choose("付款日期到", "Paid to") }
    var changesFrom: String { choose("从哪一天起比较", "Compare since") }
    var knownBefore: String { choose("当时已登记到哪天", "What was known then, recorded by") }
    var knownBeforeHint: String { choose("不填即为起始那天结束时。", "Empty for the end of that day.") }
    var hits: String { choose("抽取个数", "How many") }
    var hitsHint: String {
        choose("1 到 100000；大额付款可能被抽中多次。", "1 to 100000; a large payment may be hit more than once.")
    }
    var seed: String { choose("种子", "Seed") }
    var seedHint: String {
        choose(
            "任意文字，如项目编号。请记入底稿，以便别人重抽。",
            "Any text, such as the audit's number. Write it down, so that others can draw again.")
    }
    var threshold: String { choose("公开招标数额标准", "Threshold of public tender") }
    var thresholdHint: String {
        choose("不填按中央标准 200 万元。", "Empty for that of the central authorities, 2 million yuan.")
    }
    var show: String { choose("在页面查看", "Show on this page") }
    var asWorkbook: String { choose("下载 Excel", "Download Excel") }
    var asCSV: String { choose("下载 CSV", "Download CSV") }
    var asJSON: String { choose("下载 JSON", "Download JSON") }
    var result: String { choose("结果", "Result") }
    func rows(_ count: Int) -> String { choose("共 \(count) 行。", "\(count) rows.") }
    func onlyFirst(_ count: Int) -> String {
        choose("这里只显示前 \(count) 行，下载的文件包含全部。", "Only the first \(count) rows are shown here; the file has all of them.")
    }
    var nothingFound: String { choose("没有发现。", "Nothing was found.") }
    var total: String { choose("合计", "Total") }
    var rules: String { choose("规则与依据", "Rules and their sources") }
    var wholeNumber: String { choose("应为整数。", "Wanted a whole number.") }

    // The bundle.
    var bundleLead: String {
        choose(
            "归档包是一个 ZIP 文件，里面有所选合同的条款、全部日志条目、附件、检查点和公钥。审计人员可以在自己的电脑上核验，不需要联网，也不需要信任本系统。",
            "A bundle is a ZIP file with the terms of the chosen contracts, all their journal entries, documents, checkpoints and public keys. It is checked on a computer of your own, offline, without trusting this system."
        )
    }
    var bundleFrom: String { choose("发生日期从", "Happened from") }
    var bundleTo: String { choose("发生日期到", "Happened to") }
    var bundleDaysHint: String {
        choose(
            "只收这段时间内有事项的合同；收入的合同日志是完整的。", "Only contracts of which something happened then; their journals are whole.")
    }
    var earlier: String { choose("您手中的旧检查点", "An earlier checkpoint that you hold") }
    var earlierHint: String {
        choose(
            "填它的条目数（第二行）。归档包会证明日志是从它续写的。",
            "Its size (the second line). The bundle then proves that the log grew from it.")
    }
    var takeBundle: String { choose("下载归档包", "Download the bundle") }
    var bundleScope: String {
        choose(
            "什么都不填，能看到全部单位的审计人员得到整个日志，其他人得到自己可见的全部合同。",
            "With nothing filled in, who sees every department gets the whole log, others all contracts that they may see."
        )
    }
}
