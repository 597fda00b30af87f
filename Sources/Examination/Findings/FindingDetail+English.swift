internal import Payables
internal import Values

extension FindingDetail {
    var english: String {
        switch self {
        case .openConditions(_, true): "The installment was cancelled."
        case .openConditions(let missing, false): "Open then: \(Self.list(missing, .english))."
        case .abovePayable(let excess, let paid, let payable):
            "\(excess) too much: \(paid) paid then, \(payable) payable."
        case .refused(true, let at): "\(at.minuteText): tried to approve or pay what the same person had assessed."
        case .refused(false, let at): "\(at.minuteText): tried to act again after asking or approving."
        case .assessed(let assessment, let entry):
            "The same person recorded the result of \(assessment), entry \(entry)."
        case .ruled(let assessment, let reason, let hasDocument):
            "A ruling decides \(assessment); reason: \(reason)\(hasDocument ? "" : " (no document)")."
        case .voidedFact(let kind, let id, let reason, let days):
            "Voids \(EntryWord.fact(kind).text(in: .english)) \(id)\(days.map { ", \($0) days after it" } ?? ""); reason: \(reason)."
        case .doneAgain(let kind, let before, let amount, let wasReturned, let minutes):
            "\(minutes) minutes after \(EntryWord.fact(kind).text(in: .english)) \(before) of \(amount) \(wasReturned ? "came back" : "was voided")."
        case .late(let lateness, let stillUnpaid, let open):
            "Due on \(lateness.dueOn), \(stillUnpaid ? "still unpaid after" : "late by") \(lateness.days) days\(lateness.englishInterest)"
                + (open.isEmpty ? "." : "; open on the due day: \(Self.list(open, .english)).")
        case .recordedOffHours(let word, let at, let isDayOff, let isNight):
            "\(word.text(in: .english)) recorded at \(at.minuteText): \([isDayOff ? "a day off" : nil, isNight ? "night" : nil].compactMap { $0 }.joined(separator: ", "))."
        case .sameNumber(let number, let contract, let entry):
            "Number \(number) stands in contract \(contract), entry \(entry), too."
        case .otherHolder(let holder, let account, let supplier):
            "Account \(account) is held by \(holder), the supplier is \(supplier)."
        case .supplements(let raised, let price, let count, let limit):
            "\(count) agreements raised the price of \(price) by \(raised); the limit is \(limit) %."
        case .underThreshold(let contracts, let total, let threshold):
            "Contracts \(contracts.joined(separator: ", ")) add up to \(total); the threshold is \(threshold)."
        case .cannotCompute(let code): "Reason: \(code)."
        }
    }
}

extension FindingDetail.Lateness {
    fileprivate var englishInterest: String {
        guard let interest, let rate else { return "" }
        return
            ", interest at \(rate) % a day \(interest)\(isScaleUnknown ? " (if the supplier is an SME, which is not known)" : "")"
    }
}
