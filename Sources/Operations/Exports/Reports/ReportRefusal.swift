internal import Values

/// Why a report cannot be as asked for. The codes are never renamed.
public enum ReportRefusal: String, CaseIterable, Error, Sendable {
    /// Changes are those of one contract since a day.
    case oneContractAndADay = "report-one-contract-and-a-day"
    /// The lists of contracts and of work are of today, as everything stands.
    case onlyToday = "report-only-today"
    /// The assessment has no result on the day, or there is none of that id.
    case noResult = "assessment-without-result"
    /// Open data of no contract is not valid.
    case nothingToPublish = "nothing-to-publish"

    /// The sentence that a user reads.
    func message(in language: Language) -> String {
        func choose(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        return switch self {
        case .oneContractAndADay:
            choose("变化对照需指定一份合同和起始日期。", "changes are those of one contract since a day: name both")
        case .onlyToday: choose("合同一览与待办付款只有今天的。", "this list is of today; no other day or moment can be asked for")
        case .noResult: choose("该考核在此日尚无结果，或没有此项考核。", "the assessment has no result on the day, or there is none")
        case .nothingToPublish: choose("没有可公开的合同。", "there is no contract to publish")
        }
    }
}
