/// The stable codes of what lint finds. Codes are never renamed: programs of others compare them.
public enum FindingCode: String, CaseIterable, Sendable {
    // Scores and what they cost
    case scoreWithoutRule = "score-without-rule"
    case worseScoreDeductsLess = "worse-score-deducts-less"
    case deductionExceedsInstallment = "deduction-exceeds-installment"
    case failuresExceedInstallment = "failures-exceed-installment"
    case unreachableBand = "unreachable-band"
    case unreachablePoints = "unreachable-points"
    case sheetNotHundred = "sheet-not-100"
    case tooLargeToCheck = "too-large-to-check"
    // What belongs together and does not
    case assessedWithoutAssessment = "assessed-without-assessment"
    case unusedAssessment = "unused-assessment"
    case deductionOnNothing = "deduction-on-nothing"
    case nothingBlocks = "nothing-blocks"
    // Facts
    case usageOutsidePeriod = "usage-outside-period"
}

extension FindingCode {
    var chinese: String {
        switch self {
        case .scoreWithoutRule: "{0} 得分 {1} 没有对应的规则：考核得此分时应付金额无法确定。"
        case .worseScoreDeductsLess: "得分低于 {0} 时扣减 {1} 元，反而少于 {0} 分（含）以上的 {2} 元。"
        case .deductionExceedsInstallment: "扣减最多 {0} 元，超过该期金额 {1} 元；得分 {2} 及以下即超过。"
        case .failuresExceedInstallment: "加上全部指标不合格，扣减最多 {0} 元，超过该期金额 {1} 元。"
        case .unreachableBand: "任何得分都落不到 {0} 分这一档。"
        case .unreachablePoints: "此条逐分扣减规则对任何得分都不扣减。"
        case .sheetNotHundred: "评分表满分合计 {0} 分，不是 100 分。"
        case .tooLargeToCheck: "金额或比例过大，未能检查扣减规则。"
        case .assessedWithoutAssessment: "此期为考核付款，却未指明考核（assessedBy）。"
        case .unusedAssessment: "此考核不对应任何分期，也不参与综合考核或解除条件。"
        case .deductionOnNothing: "此考核有扣减规则，但不对应任何分期，扣减无处落实。"
        case .nothingBlocks: "此期到时即应付，不需要任何事件、考核、异议处理或发票。"
        case .usageOutsidePeriod: "用量日期 {0} 不在计量期间 {1} 至 {2} 内，不计入金额。"
        }
    }

    var english: String {
        switch self {
        case .scoreWithoutRule:
            "No rule says what a score costs where {0} score {1}: the payable would be undetermined."
        case .worseScoreDeductsLess: "A score below {0} costs {1} yuan, less than the {2} yuan from {0} upward."
        case .deductionExceedsInstallment:
            "The deduction can reach {0} yuan, more than the installment's {1}; it exceeds it at {2} and below."
        case .failuresExceedInstallment:
            "With every criterion failed the deduction can reach {0} yuan, more than the installment's {1}."
        case .unreachableBand: "No score reaches the band from {0}."
        case .unreachablePoints: "This rule for points deducts nothing at any score."
        case .sheetNotHundred: "The maxima of the scoring sheet add up to {0}, not to 100."
        case .tooLargeToCheck: "Amounts or percentages are too large to check what scores cost."
        case .assessedWithoutAssessment: "This installment is paid by assessment, but names none (assessedBy)."
        case .unusedAssessment: "This assessment belongs to no installment, combination or termination."
        case .deductionOnNothing: "This assessment deducts, but belongs to no installment that it could deduct from."
        case .nothingBlocks:
            "This falls due by the calendar alone: no event, assessment, objection or invoice can stop it."
        case .usageOutsidePeriod: "The usage of {0} lies outside of its metering period {1} to {2} and does not count."
        }
    }
}
