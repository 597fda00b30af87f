internal import Contracts
internal import HTML
internal import Operations
internal import Payables
internal import Requests
internal import Storage
internal import Values

/// The list of contracts, and the page of one.
extension Words {
    var searchText: String { choose("编号、名称或供应商", "Number, title or supplier") }
    var supplier: String { choose("供应商", "Supplier") }
    var nextStatus: String { choose("下一笔付款状态", "Status of the next payment") }
    var sortBy: String { choose("排序", "Order") }
    var showAll: String { choose("清除条件", "Show all") }
    var registerContract: String { choose("登记合同", "Register a contract") }
    var noContractFound: String { choose("没有符合条件的合同。", "No contract fits.") }
    var contractsWithNext: String { choose("合同及下一笔付款（单位：元）", "Contracts and what is paid next (CNY)") }
    var contract: String { choose("合同", "Contract") }
    var nextPayment: String { choose("下一笔付款", "Next payment") }
    var nothingLeft: String { choose("全部付清", "all paid") }
    var status: String { choose("状态", "Status") }
    var dueOn: String { choose("到期日", "Due on") }
    var priceYuan: String { choose("合同价款", "Price") }
    var paidYuan: String { choose("已付", "Paid") }
    var outstandingYuan: String { choose("未付", "Outstanding") }
    var nextAmountYuan: String { choose("下一笔金额", "Amount of it") }
    var amountYuan: String { choose("金额（元）", "Amount (CNY)") }
    var grossYuan: String { choose("本期金额", "Gross") }
    var deductedYuan: String { choose("扣减", "Deducted") }
    var payableYuan: String { choose("应付", "Payable") }
    var deductionsYuan: String { choose("扣减", "Deductions") }

    func exportAs(_ format: String) -> String { choose("导出 \(format.uppercased())", "Export \(format.uppercased())") }

    func name(of order: ContractOrder) -> String {
        switch order {
        case .number: choose("合同编号", "Number")
        case .due: choose("下一到期日，先到期在前", "Next due date, soonest first")
        case .outstanding: choose("未付金额，多者在前", "Outstanding, most first")
        }
    }

    var number: String { choose("合同编号", "Number") }
    var buyer: String { choose("采购人", "Buyer") }
    var price: String { choose("合同价款", "Price") }
    var signedOn: String { choose("签订日期", "Signed on") }
    var pagesOfContract: String { choose("本合同的页面", "Pages of this contract") }
    var actions: String { choose("操作", "What you can do") }
    var installment: String { choose("分期", "Installment") }
    var schedule: String { choose("各期应付、已付与未付（单位：元）", "What is payable, paid and outstanding (CNY)") }
    var timeLine: String { choose("付款时间线", "Time line") }
    var statementHead: String { choose("付款计划", "Schedule") }
    var colon: String { choose("：", ": ") }
    var total: String { choose("合计", "Total") }
    var installmentsInDetail: String { choose("各期明细与依据", "Each installment and its reasons") }
    var stillMissing: String { choose("尚缺：", "Still missing:") }
    var why: String { choose("依据", "why") }
    var formula: String { choose("算式：", "formula: ") }
    var clause: String { choose("条款：", "clause: ") }
    var restsOn: String { choose("依据的记录：", "rests on: ") }
    var comma: String { choose("，", ", ") }
    var assessment: String { choose("考核", "Assessment") }
    var standingResults: String { choose("考核结果（扣减单位：元）", "Standing results (deductions in CNY)") }
    var score: String { choose("得分", "Score") }
    var resultOn: String { choose("结果日期", "Date of result") }
    var standing: String { choose("效力", "Standing") }
    var paymentRequests: String { choose("付款申请", "Payment requests") }
    var requestsOfContract: String { choose("本合同的付款申请", "Payment requests of this contract") }
    var request: String { choose("申请", "Request") }
    var raisedAt: String { choose("提出", "Raised") }
    var raiseRequest: String { choose("提出付款申请", "Raise a payment request") }
    var documents: String { choose("文件", "Documents") }
    var documentsOfContract: String { choose("记录所附文件", "Documents that records name") }
    var file: String { choose("文件", "File") }
    var size: String { choose("大小", "Size") }
    var uploaded: String { choose("上传", "Uploaded") }
    var belongsTo: String { choose("所属记录", "Belongs to") }
    var amendments: String { choose("补充协议", "Supplementary agreements") }
    var printAndExport: String { choose("打印与导出", "Print and export") }
    var printStatement: String { choose("打印结算单（PDF）", "Print the statement (PDF)") }
    var exportBundle: String { choose("审计证据包（ZIP，可独立验证）", "Evidence for auditors (ZIP, verifiable)") }
    var termsIntroduction: String {
        choose(
            "以下为现行条款的文字说明，由登记的条款逐条生成；系统只按这些条款计算。",
            "The terms in force, each clause in words made from what was registered; figures follow these alone.")
    }

    func export(_ kind: ReportKind, _ format: String) -> String {
        let name =
            switch kind {
            case .ledger: choose("合同台账", "Ledger")
            case .payments: choose("付款历史", "Payments")
            case .deductions: choose("扣减明细", "Deductions")
            default: kind.rawValue
            }
        return choose("导出\(name)（\(format.uppercased())）", "\(name) as \(format.uppercased())")
    }

    func name(of tab: ContractNodes.Tab) -> String {
        switch tab {
        case .statement: choose("结算", "Statement")
        case .terms: choose("条款", "Terms")
        case .history: choose("履行记录", "History")
        }
    }

    /// 718,880.00 元.
    func yuan(_ amount: Money) -> String { choose("\(amount.grouped) 元", "CNY \(amount.grouped)") }

    func badge(ofStatus status: String) -> Node {
        element("span", .class("status " + status)) { name(ofStatus: status) }
    }

    /// The status, of an overdue one with for how long.
    func badge(of row: InstallmentStatement) -> Node {
        element("span", .class("status " + row.status.rawValue)) { row.statusSentence(in: language) }
    }

    func text(of clause: Because.Clause, _ pointer: String) -> String {
        choose("“\(clause.label)”（\(pointer)）", "“\(clause.label)” (\(pointer))")
    }

    func kibibytes(_ bytes: Int) -> String { "\((bytes + 1023) / 1024) KiB" }

    func label(ofInstallment id: String, _ terms: Contract) -> String {
        terms.installments.first { $0.id == id }?.label ?? id
    }

    func standing(of outcome: AssessmentOutcome?) -> String {
        guard let outcome else { return choose("尚无结果", "no result yet") }
        if outcome.doubt != nil { return choose("待裁定", "awaits a ruling") }
        return outcome.isSettled ? choose("最终", "final") : choose("暂定，可整改", "provisional, may be rectified")
    }

    func stateName(_ state: RequestState) -> String {
        switch state {
        case .submitted: choose("审批中", "in approval")
        case .approved: choose("已批准，待支付", "approved, to be paid")
        case .partlyPaid: choose("部分支付", "partly paid")
        case .paid: choose("已支付", "paid")
        case .closed: choose("已结束", "closed")
        case .rejected: choose("已驳回", "rejected")
        case .withdrawn: choose("已撤回", "withdrawn")
        case .stale: choose("须重新确认", "to be confirmed again")
        }
    }

    /// 无追回、扣留.
    func nothingIn(_ names: [String]) -> String {
        choose("没有：" + names.joined(separator: "、"), "None: " + names.joined(separator: ", "))
    }

    func amendmentTitle(_ number: Int, _ day: CalendarDay) -> String {
        choose("补充协议 \(number)（\(text(of: day))）", "Supplementary agreement \(number) (\(text(of: day)))")
    }
}

/// The choice of a day and a moment.
extension Words {
    var asOf: String { choose("截至日", "As of") }
    var asOfHint: String { choose("算到哪一天；留空为今天。", "The day of the figures; today where it is empty.") }
    var knownAt: String { choose("当时所知（登记截至）", "As known at the end of") }
    var knownAtHint: String {
        choose("只看这一天结束前登记的内容；留空为全部。", "Only what was recorded by then; everything where it is empty.")
    }
    var wantedDay: String { choose("请填写日期，如 2022-01-31。", "Wanted a date such as 2022-01-31.") }
    var look: String { choose("查看", "Look") }
    var chooserExample: String {
        choose(
            "例：要知道“1月31日当时我们怎么看”，两项都填 1月31日；要知道“按现在所知，1月31日应是怎样”，只填截至日。",
            "To see what was known on 31 January, fill in both; to see what 31 January looks like from today, only the first."
        )
    }
    var todayPreset: String { choose("今天，按全部已登记内容", "today, with everything recorded") }
    var backToToday: String { choose("回到今天", "Back to today") }
    var notKnownThen: String {
        choose("在所选时刻，这份合同尚未登记。", "At the moment asked about, the contract was not registered yet.")
    }

    func presetAsOf(_ day: CalendarDay) -> String {
        choose("\(text(of: day))，按现在所知", "\(text(of: day)), as known now")
    }

    func presetKnownThen(_ day: CalendarDay) -> String {
        choose("\(text(of: day))，按当时所知", "\(text(of: day)), as known then")
    }

    func chooserTitle(_ view: ContractView) -> String {
        choose("换一个日子看：截至日与当时所知", "Look at another day: as of, as known at")
    }

    func viewNote(_ view: ContractView) -> String {
        let day =
            view.asOf.map { choose("截至 \(text(of: $0))", "as of \(text(of: $0))") } ?? choose("截至今天", "as of today")
        let known =
            view.knownAt.map { choose("，只按 \($0.minute) 前登记的内容", ", from what was recorded by \($0.minute)") }
            ?? choose("，按现在已登记的全部内容", ", with everything recorded by now")
        return choose("您看到的不是现状：\(day)\(known)。", "This is not how it stands now: \(day)\(known).")
    }
}

extension Instant {
    /// 2022-01-31 23:59.
    fileprivate var minute: String {
        let text = description
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
    }
}
