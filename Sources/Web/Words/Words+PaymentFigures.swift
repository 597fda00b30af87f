internal import Documents
internal import Payables
internal import Requests
internal import Values

extension Words {
    /// The name of a figure, as papers have it.
    func title(of figure: Payables.Statement.Figure) -> String { figure.title(in: language) }
}

/// Figures and how they changed.
extension PaymentWords {
    /// 本期应付由 100.00 元变为 90.00 元，减少 10.00 元。
    func change(_ name: String, _ before: Money, _ after: Money) -> String {
        let size = Money(fen: abs(after.fen &- before.fen)).grouped
        let direction = after < before ? choose("减少", "less by") : choose("增加", "more by")
        return choose(
            "\(name)由 \(before.grouped) 元变为 \(after.grouped) 元，\(direction) \(size) 元。",
            "\(name): from \(before.grouped) to \(after.grouped), \(direction) \(size).")
    }

    func change(_ name: String, _ before: String, _ after: String) -> String {
        choose("\(name)由“\(before)”变为“\(after)”。", "\(name): from “\(before)” to “\(after)”.")
    }

    var status: String { choose("本期状态", "Status") }
    var noChange: String {
        choose("申请以来，本期应付的计算没有变化。", "The computation is the same as when the payment was asked for.")
    }
    var noNews: String { choose("申请以来，合同没有其他登记。", "Nothing else was recorded of the contract since.") }
    var gone: String {
        choose("条款中已没有本期，无法与现在比较。", "The terms no longer have the installment, so there is nothing to compare with.")
    }
    var newsCaption: String { choose("申请以来的登记", "Recorded since") }
    var newsSeen: String { choose("您查看之后的登记", "Recorded after you opened the page") }

    /// What voiding another fact says of that one.
    func voiding(_ reason: String, _ voided: String) -> String {
        choose("作废“\(voided)”：\(reason)", "Voided “\(voided)”: \(reason)")
    }

    func step(_ event: RequestEvent, _ label: String) -> String {
        choose("另一付款申请（\(label)）：\(name(of: event))", "Another request (\(label)): \(name(of: event))")
    }
}
