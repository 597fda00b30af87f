public import Values

extension Conflict {
    /// The sentence that a clerk reads.
    public func message(in language: Language) -> String {
        let sentence = language == .chinese ? code.chinese : code.english
        return detail.isEmpty ? sentence : sentence + (language == .chinese ? "（\(detail)）" : " (\(detail))")
    }
}

extension ConflictCode {
    fileprivate var english: String {
        switch self {
        case .termsDiffer: "The terms differ from those registered; change them by an “amended” fact."
        case .factDiffers: "A fact of this id is recorded already and says something else."
        case .contractRegistered: "A contract of this number is registered already."
        case .foreignBuyer: "The buyer is another department."
        case .tooLong: "The text is too long to be recorded."
        case .voucherTaken: "Another payment of this year has the voucher already."
        case .invoiceNumberTaken: "Another invoice of the supplier has the number already."
        case .exceedsPayable: "The payment exceeds what is payable."
        case .exceedsPrice: "The payments exceed the price of the contract."
        case .exceedsRequest: "The payments exceed the payment request they were made on."
        case .documentMissing: "There is no document of this hash; upload it first."
        case .refusedByDatabase: "A rule of the database refuses it."
        }
    }

    fileprivate var chinese: String {
        switch self {
        case .termsDiffer: "条款与已登记的不同，请用 amended 记录变更。"
        case .factDiffers: "已有同一标识的记录，内容不同。"
        case .contractRegistered: "该编号的合同已登记。"
        case .foreignBuyer: "采购人不是本单位。"
        case .tooLong: "文本过长，无法登记。"
        case .voucherTaken: "本年度已有付款使用该凭证号。"
        case .invoiceNumberTaken: "该供应商的发票号码已被使用。"
        case .exceedsPayable: "付款超过应付金额。"
        case .exceedsPrice: "付款累计超过合同价。"
        case .exceedsRequest: "付款累计超过付款申请金额。"
        case .documentMissing: "没有该哈希值的文件，请先上传。"
        case .refusedByDatabase: "数据库规则不允许。"
        }
    }
}
