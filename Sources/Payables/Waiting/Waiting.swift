public import Values

/// What is still missing before an installment can be paid, as data; sentences are in ``sentence(in:)``.
public indirect enum Waiting: Equatable, Sendable {
    case event(String)
    case count(String, have: Int, need: Int)
    /// A day that has not come.
    case day(CalendarDay)
    /// So long after an event; the day where the event has happened.
    case after(String, until: CalendarDay?)
    case invoices(have: Money, need: Money)
    case objection(String, open: Int)
    case result(assessment: String)
    case rectification(assessment: String)
    case ruling(assessment: String)
    /// Every one of them.
    case all([Waiting])
    /// One of them is enough.
    case any([Waiting])
}

extension Waiting {
    /// The words for people, in Chinese or English.
    public func sentence(in language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    private var chinese: String {
        switch self {
        case .event(let name): "待发生：\(name)"
        case .count(let name, let have, let need): "\(name) 已有 \(have)，需 \(need)"
        case .day(let day): "待 \(day)"
        case .after(let name, let until): until.map { "“\(name)”之后，待 \($0)" } ?? "待发生：\(name)，并满约定期限"
        case .invoices(let have, let need): "发票已收 \(have) 元，需 \(need) 元"
        case .objection(let name, let open): "异议“\(name)”尚有 \(open) 项未解决"
        case .result(let assessment): "待考核结果：\(assessment)"
        case .rectification(let assessment): "待整改复评：\(assessment)"
        case .ruling(let assessment): "待裁定：\(assessment)"
        case .all(let parts): parts.map(\.chinese).joined(separator: "；")
        case .any(let parts): "任一：" + parts.map(\.chinese).joined(separator: "，或 ")
        }
    }

    private var english: String {
        switch self {
        case .event(let name): "waiting for: \(name)"
        case .count(let name, let have, let need): "\(name): \(have) of \(need)"
        case .day(let day): "not before \(day)"
        case .after(let name, let until):
            until.map { "not before \($0), after “\(name)”" } ?? "waiting for: \(name), and the time agreed after it"
        case .invoices(let have, let need): "invoices received \(have), needed \(need)"
        case .objection(let name, let open): "objection “\(name)”: \(open) not resolved"
        case .result(let assessment): "waiting for the result of \(assessment)"
        case .rectification(let assessment): "waiting for rectification and reassessment: \(assessment)"
        case .ruling(let assessment): "waiting for a ruling: \(assessment)"
        case .all(let parts): parts.map(\.english).joined(separator: "; ")
        case .any(let parts): "one of: " + parts.map(\.english).joined(separator: ", or ")
        }
    }
}
