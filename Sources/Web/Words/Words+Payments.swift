internal import Values

extension Words {
    /// What the pages about payments say.
    var payments: PaymentWords { PaymentWords(words: self) }
}

/// The words of payment requests, of what is paid on them, and of suppliers' bank accounts.
struct PaymentWords {
    let words: Words

    func choose(_ chinese: String, _ english: String) -> String { words.choose(chinese, english) }

    // Lists
    var requests: String { choose("付款申请", "Payment requests") }
    var available: String { choose("可申请", "Ready to ask for") }
    var supplierAccounts: String { choose("供应商账户", "Suppliers' accounts") }
    var tabs: String { choose("付款各列表", "Lists of payments") }
    var waitingForMe: String { choose("等我办理", "Waiting for me") }
    var nothingWaits: String { choose("没有等您办理的付款申请。", "No payment request waits for you.") }
    var allWaitingForMe: String { choose("全部等我办理的申请", "All that wait for me") }
    var openOnes: String { choose("未办结", "Open") }
    var stateFilter: String { choose("状态", "State") }
    var contractFilter: String { choose("合同编号", "Contract number") }
    var contract: String { choose("合同", "Contract") }
    var installment: String { choose("分期", "Installment") }
    var asked: String { choose("申请金额（元）", "Asked for (CNY)") }
    var paidSoFar: String { choose("已付（元）", "Paid (CNY)") }
    var state: String { choose("状态", "State") }
    var waitsFor: String { choose("等待谁", "Waits for") }
    var since: String { choose("自何时", "Since") }
    var dueOn: String { choose("到期日", "Due on") }
    var availableHint: String {
        choose(
            "到期或逾期、没有未满足条件，且尚有未被其他申请占用金额的分期。",
            "Installments that are due or overdue, with nothing blocking and money left that no open request holds.")
    }
    var ask: String { choose("申请付款", "Ask for payment") }
    func waited(_ days: Int) -> String {
        if days == 0 { return choose("今天起", "since today") }
        return choose("已等 \(days) 天", days == 1 ? "for 1 day" : "for \(days) days")
    }

    func count(_ count: Int) -> String { choose("\(count) 笔", "\(count)") }

    // Raising
    func askTitle(_ label: String) -> String { choose("申请付款：\(label)", "Ask for payment: \(label)") }
    var chooseInstallment: String { choose("请选择要付款的分期。", "Choose the installment that is to be paid.") }
    var whatIsLeft: String { choose("可申请金额", "What may be asked for") }
    var heldByOthers: String { choose("其他申请占用", "Held by other requests") }
    var amount: String { choose("本次申请金额（元）", "Amount (CNY)") }
    var amountHint: String {
        choose(
            "默认为全部可申请金额；可写 1,234.56 或 123.456万。",
            "All that is left unless you change it; 1,234.56 and 123.456万 are understood.")
    }
    var submit: String { choose("提交申请", "Submit the request") }
    func chain(_ names: String) -> String { choose("提交后依次由：\(names)。", "It then goes to: \(names).") }
    var notPayable: String {
        choose("该期款项现在不能申请付款：", "No payment can be asked for on this installment now:")
    }
    var allHeld: String {
        choose(
            "未付金额已全部被其他付款申请占用，现在没有可申请的金额。", "Other requests hold all that is outstanding; nothing is left to ask for.")
    }
    var notDue: String { choose("尚未到期、已结清或已取消。", "It is not due, is settled, or is cancelled.") }
    var raised: String { choose("付款申请已提交。", "The payment request is submitted.") }

    // Parts of a request
    func title(_ label: String) -> String { choose("付款申请：\(label)", "Payment request: \(label)") }
    var supplier: String { choose("供应商", "Supplier") }
    var buyer: String { choose("采购人", "Buyer") }
    var requestNumber: String { choose("申请编号", "Request") }
    var requestedBy: String { choose("申请人", "Requested by") }
    var rest: String { choose("尚待支付", "Still to be paid") }
    var steps: String { choose("审批进度", "Progress") }
    var computation: String { choose("本期应付的计算", "How the payable is computed") }
    var changes: String { choose("申请以来的变化", "What changed since") }
    var evidence: String { choose("依据与附件", "Evidence") }
    var payee: String { choose("收款账户", "Bank account") }
    var paymentsAndReturns: String { choose("支付与退回", "Payments and returns") }
    var history: String { choose("办理经过", "History") }
    var action: String { choose("办理", "Your decision") }
    var toAction: String { choose("到办理处", "To your decision") }
    var printForm: String { choose("打印付款审批单（PDF）", "Print the approval form (PDF)") }

    // Tables
    var item: String { choose("项目", "Item") }
    var reason: String { choose("依据", "Reason") }
    var sum: String { choose("金额（元）", "Amount (CNY)") }
    func asOf(_ day: String) -> String { choose("截至 \(day)", "as of \(day)") }
    func atRequest(_ day: String) -> String { choose("申请时（\(day)）", "When asked (\(day))") }
    func now(_ day: String) -> String { choose("现在（\(day)）", "Now (\(day))") }
    var difference: String { choose("变化", "Difference") }
    var noDifference: String { choose("未变", "none") }
    var ofWhich: String { choose("其中：", "of which: ") }
    var when: String { choose("时间", "When") }
    var who: String { choose("办理人", "Who") }
    var recordedBy: String { choose("登记人", "Recorded by") }
    var what: String { choose("内容", "What") }
    var happenedOn: String { choose("发生日期", "Happened on") }
    var document: String { choose("文件", "Document") }
    var noDocument: String { choose("未附文件", "none") }
    var cameSince: String { choose("申请之后新增", "new since the request") }
    var noEvidence: String { choose("没有登记与本期有关的依据。", "Nothing is on file for this installment.") }
    var step: String { choose("步骤", "Step") }
    var remark: String { choose("说明", "Remark") }
    var isAboutIt: String { choose("涉及本期", "About this installment") }
    var yes: String { choose("是", "yes") }
    var no: String { choose("否", "no") }
}
