internal import Values

/// Why a report cannot be as asked for. The codes are never renamed.
public enum ReportRefusal: String, CaseIterable, Error, Sendable {
    /// Changes are those of one contract since a day.
    case oneContractAndADay = "report-one-contract-and-a-day"

    /// The sentence that a user reads.
    func message(in language: Language) -> String {
        switch self {
        case .oneContractAndADay:
            language == .chinese ? "变化对照需指定一份合同和起始日期。" : "changes are those of one contract since a day: name both"
        }
    }
}
