public import Values

extension TerminationRule {
    /// When the contract may be terminated, in words.
    public func sentence(in language: Language, of terms: Contract) -> String {
        let labels = series.map { "“\(terms.assessments[$0].label)”" }.joined(separator: language.choose("、", ", "))
        return language.choose(
            "\(labels)中，连续 \(times) 次得分低于 \(below) 分的，采购人有权解除合同",
            "\(times) consecutive scores below \(below) of \(labels) give the right to terminate")
    }
}

extension Excess {
    /// What becomes of a deduction that is larger than its installment, in words.
    public func sentence(in language: Language) -> String {
        switch self {
        case .carry:
            language.choose(
                "扣减超过本期金额的部分，从以后各期追回", "what a deduction exceeds its installment by is recovered from later ones")
        case .waive: language.choose("扣减超过本期金额的部分，予以放弃", "what a deduction exceeds its installment by is given up")
        case .claim:
            language.choose(
                "扣减超过本期金额的部分，另行向供应商追索", "what a deduction exceeds its installment by is claimed from the supplier")
        }
    }
}

extension Contract {
    /// What late payment costs, in words; nil where nothing is agreed.
    public func lateInterestTerms(in language: Language) -> String? {
        lateInterest.map {
            language.choose("逾期付款的，每日按未付金额的 \($0)% 计息", "late payment costs \($0)% of the outstanding amount a day")
        }
    }
}
