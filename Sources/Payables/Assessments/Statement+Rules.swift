import Contracts
public import Values

extension Statement {
    /// Everything that the terms say of an assessment, in words and in yuan (payable.md 2.2). The base `installment` is
    /// that to which the assessment is attached itself, not by a combination.
    public func rules(ofAssessment position: Int, in language: Language) -> [String] {
        let assessment = terms.assessments[position]
        let gross = assessment.installment.map { installments[$0].gross } ?? .zero
        var rules = assessment.sentences(in: language, of: terms, installmentGross: gross).map(\.text)
        if let decided = installment(decidedBy: position) {
            let label = terms.installments[decided].label
            rules.append(
                language.choose("从“\(label)”扣减；", "deducted from “\(label)”; ") + terms.excess.sentence(in: language))
        }
        rules += terms.termination.filter { $0.series.contains(position) }.map { $0.sentence(in: language, of: terms) }
        return rules
    }
}
