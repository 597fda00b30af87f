public import Values

/// What an installment waits for in the first place, so that a work list can say who has to do something. The names
/// never change.
public enum Blocker: String, CaseIterable, Sendable {
    /// A ruling (裁定): no rule says what the score costs, or a veto withholds.
    case ruling
    /// Rectification and reassessment (整改), or a waiver of it.
    case rectification
    /// The result of an assessment.
    case assessment
    /// Invoices for the payable.
    case invoice
    /// An objection to be resolved.
    case objection
    /// An event that the terms name, or a number of them.
    case event
    /// A day that the terms name and that has not come: nobody has to do anything.
    case date

    /// What people call it.
    public func name(in language: Language) -> String {
        switch self {
        case .ruling: language.choose("裁定", "ruling")
        case .rectification: language.choose("整改复评", "rectification")
        case .assessment: language.choose("考核结果", "assessment")
        case .invoice: language.choose("发票", "invoice")
        case .objection: language.choose("异议处理", "objection")
        case .event: language.choose("约定事项", "event")
        case .date: language.choose("未到日期", "a day to come")
        }
    }
}

extension Statement {
    /// What an installment waits for first; nil unless it is blocked or undetermined. While a day has to come that the
    /// terms name, nothing else counts: what is missing beside it is not late yet.
    public func blocker(of position: Int) -> Blocker? {
        let row = installments[position]
        switch row.status {
        case .undetermined: return .ruling
        case .cancelled, .settled, .overdue, .due: return nil
        case .blocked: break
        }
        if row.blockers.when, expectedOn(position) != nil { return .date }
        return waiting(for: position).lazy.compactMap(\.blocker).first ?? .date
    }
}

extension Waiting {
    /// Nil for a day alone: it comes by itself.
    fileprivate var blocker: Blocker? {
        switch self {
        case .event, .count: .event
        case .day: nil
        case .after(_, let until): until == nil ? .event : nil
        case .invoices: .invoice
        case .objection: .objection
        case .result: .assessment
        case .rectification: .rectification
        case .ruling: .ruling
        case .all(let parts), .any(let parts): parts.lazy.compactMap(\.blocker).first
        }
    }
}
