internal import Values

/// Paying, returning, and the accounts that money goes to.
extension PaymentWords {
    func payTitle(_ label: String) -> String { choose("登记支付：\(label)", "Record a payment: \(label)") }
    func returnTitle(_ label: String) -> String { choose("登记退回：\(label)", "Record a return: \(label)") }
    func payEffect(_ rest: String) -> String {
        choose(
            "本申请尚待支付 \(rest) 元，可以分次支付。登记后不能修改，付错只能登记退回。",
            "\(rest) of the request are still to be paid, at once or in parts. What is recorded is not changed; a mistake is returned."
        )
    }
    func returnEffect(_ left: String) -> String {
        choose(
            "该笔支付尚有 \(left) 元未退回。登记退回后，这部分金额回到本申请的待支付金额。",
            "\(left) of the payment have not come back. What comes back is to be paid again on the request.")
    }
    var payAmount: String { choose("支付金额（元）", "Amount (CNY)") }
    var payAmountHint: String { choose("可写 1,234.56 或 123.456万。", "1,234.56 and 123.456万 are understood.") }
    var paidOn: String { choose("支付日期", "Paid on") }
    var paidOnHint: String { choose("不早于最后一次批准，不晚于今天。", "Not before the last approval, not ahead of today.") }
    var voucher: String { choose("凭证号", "Voucher") }
    var voucherHint: String { choose("同一单位同一年度内不得重复。", "Once in a department and year.") }
    var fundSource: String { choose("资金来源", "Source of the funds") }
    var returnAmount: String { choose("退回金额（元）", "Amount that came back (CNY)") }
    var returnedOn: String { choose("退回日期", "Came back on") }
    func paid(_ amount: String) -> String { choose("已登记支付 \(amount) 元。", "\(amount) recorded as paid.") }
    func returned(_ amount: String) -> String { choose("已登记退回 \(amount) 元。", "\(amount) recorded as returned.") }
    var noPayments: String { choose("尚无支付。", "Nothing is paid yet.") }
    var kindOfPayment: String { choose("类别", "Kind") }
    var payment: String { choose("支付", "Payment") }
    var returning: String { choose("退回", "Return") }
    var voided: String { choose("已作废", "voided") }
    var detail: String { choose("凭证、来源或理由", "Voucher, source or reason") }
    var nothingLeft: String { choose("该笔支付已全部退回或已作废。", "All of the payment came back, or it was voided.") }

    // Accounts
    var holder: String { choose("账户名", "Account name") }
    var bank: String { choose("开户行", "Bank") }
    var accountNumber: String { choose("账号", "Account number") }
    var noAccount: String { choose("该供应商没有已生效的收款账户。", "No bank account of the supplier is in force.") }
    var pendingAccount: String {
        choose("该供应商有账户变更尚未生效，请先核实再付款。", "A change of the supplier's account is on its way: check before you pay.")
    }
    var seeAccounts: String { choose("查看供应商账户", "See the supplier's accounts") }
    var contracts: String { choose("合同数", "Contracts") }
    var outstanding: String { choose("未付（元）", "Outstanding (CNY)") }
    var inForce: String { choose("生效账户", "Account in force") }
    var toDo: String { choose("待办", "To do") }
    var nameFilter: String { choose("名称中含", "Name contains") }
    var onlyOpen: String { choose("只看有待确认变更的", "Only with a change to be confirmed") }
    func supplierTitle(_ name: String) -> String { choose("供应商账户：\(name)", "Accounts of \(name)") }
    var propose: String { choose("申请变更账户", "Propose an account") }
    func proposeTitle(_ name: String) -> String { choose("申请变更账户：\(name)", "Propose an account of \(name)") }
    var proposeEffect: String {
        choose(
            "提交后须由另一人核实确认，并经过冷静期才生效；在此之前付款仍用现在的账户。",
            "A second person confirms it, and it comes into force after a cooling time; until then the present one counts."
        )
    }
    var accountNumberHint: String {
        choose("6 至 40 位数字，可带空格或连字符。", "6 to 40 digits; spaces and hyphens may stand between them.")
    }
    var changeReasonHint: String {
        choose("一行，例如：供应商来函变更开户行。", "One line, such as: the supplier wrote that it changed its bank.")
    }
    var proposed: String { choose("变更申请已提交，待另一人确认。", "Proposed; a second person is to confirm it.") }
    func change(_ number: Int) -> String { choose("第 \(number) 次变更", "Change \(number)") }
    var changesOfAccounts: String { choose("账户变更记录", "Changes of the account") }
    var noChanges: String { choose("没有登记过账户。", "No account was ever proposed.") }
    var proposedBy: String { choose("申请人与时间", "Proposed") }
    var decisions: String { choose("处理", "Decided") }
    var present: String { choose("现在的账户", "The present account") }
    var new: String { choose("申请的账户", "The proposed account") }
    var isSame: String { choose("相同", "the same") }
    var isOther: String { choose("不同", "different") }
    var comparison: String { choose("比较", "Compared") }
    var confirm: String { choose("确认", "Confirm") }
    var rejectChange: String { choose("驳回变更", "Reject the change") }
    var withdrawChange: String { choose("撤回变更", "Withdraw the change") }
    var confirmEffect: String {
        choose(
            "请用供应商原来留存的联系方式核实后再确认。确认后经过冷静期生效，生效前仍可驳回或撤回。",
            "Ask the supplier by what you knew of it before. Confirmed, it comes into force after the cooling time; until then it can be stopped."
        )
    }
    var stopEffect: String {
        choose("此后该变更不会生效，付款仍用现在的账户。", "The change then never comes into force; the present account stays.")
    }
    var howChecked: String { choose("如何核实", "How it was checked") }
    var confirmed: String { choose("已确认，冷静期后生效。", "Confirmed; in force after the cooling time.") }
    var stopped: String { choose("该变更已停止。", "The change is stopped.") }
    var secondPerson: String { choose("您提出的变更须由另一人确认。", "You proposed it; a second person is to confirm it.") }
    var backToSupplier: String { choose("返回供应商账户", "Back to the supplier") }
    var stateOpen: String { choose("待确认", "to be confirmed") }
    func stateCooling(_ moment: String) -> String { choose("冷静期，\(moment) 生效", "in force from \(moment)") }
    func stateEffective(_ moment: String) -> String { choose("自 \(moment) 生效", "in force since \(moment)") }
    var stateRejected: String { choose("已驳回", "rejected") }
    var stateWithdrawn: String { choose("已撤回", "withdrawn") }
    var decided: String { choose("这项变更已有结果，不能再办理。", "This change is decided already.") }
}
