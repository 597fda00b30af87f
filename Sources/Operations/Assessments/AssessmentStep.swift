internal import Audit
internal import Contracts

/// A step on the way to a result and from there to the supplier, beside the result itself (decision 0070). Each is an
/// `event` fact whose name says step, round and assessment; no rule of the calculation knows it, unless a contract's
/// terms name it on purpose.
public enum AssessmentStep: String, CaseIterable, Sendable {
    /// 自评: what the supplier says of itself.
    case selfAssessment = "self"
    /// 初评: what the department that uses the service says.
    case firstAssessment = "first"
    /// 集体决策: what the meeting decided.
    case decision
    /// 送达: the supplier was told.
    case delivery = "delivered"

    /// What it takes to record it.
    public var permission: Permission {
        switch self {
        case .selfAssessment, .firstAssessment, .delivery: .recordEvents
        case .decision: .recordCollectiveDecisions
        }
    }

    /// The name of the event: `assessment-decision-1-y1`.
    public func event(of assessment: String, round: Int) -> String {
        Self.name("assessment-\(rawValue)-\(round)-\(assessment)")
    }

    /// The name of the event that holds the evidence for one criterion: `assessment-evidence-1-y1--response`.
    static func evidence(of assessment: String, round: Int, criterion: String) -> String {
        name("assessment-evidence-\(round)-\(assessment)--\(criterion)")
    }

    /// Names of events are at most 64 characters; what is longer ends in a hash of the whole.
    private static func name(_ text: String) -> String {
        guard text.utf8.count > 64 else { return text }
        return String(text.prefix(31)) + "-" + ContentHash(of: Array(text.utf8)).description.prefix(32)
    }

    /// Whether an event is a collective decision, whichever assessment it is of: `assessment-decision-<round>-…`.
    static func isDecision(event name: String) -> Bool {
        let prefix = "assessment-\(decision.rawValue)-"
        guard name.hasPrefix(prefix) else { return false }
        let rest = name.dropFirst(prefix.count)
        let round = rest.prefix { $0.isASCII && $0.isNumber }
        return !round.isEmpty && rest.dropFirst(round.count).hasPrefix("-")
    }
}
