internal import Contracts
internal import Operations
internal import Payables
internal import Values

/// What follows now, said to people.
extension AssessmentWords {
    /// What an assessment waits for, and whose turn it is.
    func outlook(of answer: AssessmentAnswer, today: CalendarDay) -> [String] {
        let statement = answer.statement
        let installment = answer.installment.map { (statement.terms.installments[$0], statement.installments[$0]) }
        var sentences: [String]
        switch answer.state {
        case .upcoming:
            sentences = [
                choose("付款条件尚未满足，暂无款项等待本结果。", "No payment waits for the result yet.")
            ]
        case .missing: sentences = [missing(installment, today)]
        case .rectification: sentences = [rectification(answer)]
        case .ruling: sentences = [ruling(answer)]
        case .settled: sentences = [choose("结果已定。", "The result is final.")]
        case .lapsed: sentences = [choose("对应款项已取消，不再需要考核结果。", "The installment is cancelled; no result is needed.")]
        }
        return sentences + procedure(answer)
    }

    private func missing(_ installment: (Installment, InstallmentStatement)?, _ today: CalendarDay) -> String {
        guard let (terms, figures) = installment else { return choose("等待考核结果。", "Awaits a result.") }
        let due = figures.dueOn.map {
            choose(
                "，\(words.text(of: $0))到期（\(words.distance(to: $0, from: today))）",
                ", due \(words.text(of: $0)) (\(words.distance(to: $0, from: today)))")
        }
        return choose(
            "“\(terms.label)” \(figures.outstanding.grouped) 元等待本结果\(due ?? "")。",
            "“\(terms.label)”, \(figures.outstanding.grouped), waits for this result\(due ?? "").")
    }

    private func rectification(_ answer: AssessmentAnswer) -> String {
        let deduction = answer.statement.deduction(of: answer.position) ?? .zero
        let next = answer.round + 1
        return choose(
            "扣减 \(deduction.grouped) 元为暂定：供应商可以整改，由第 \(next) 轮复评决定；不再整改的，由科室负责人记录后结果即为最终。在此之前该期暂不支付。",
            "The deduction of \(deduction.grouped) is provisional: the supplier may rectify, then round \(next) decides; or the section head records that there is no rectification. Until then nothing is paid."
        )
    }

    private func ruling(_ answer: AssessmentAnswer) -> String {
        guard let outcome = answer.outcome else { return "" }
        if outcome.doubt == .veto {
            let names = outcome.vetoed.map { "“\(answer.assessment.name(ofCriterion: $0, in: language))”" }
                .joined(separator: choose("、", ", "))
            return choose(
                "\(names)触发一票否决：该期款项停付，由财务记录裁定（扣多少、为什么、依据什么文件）后才能支付。",
                "\(names) vetoes: nothing is paid on the installment until finance records a ruling.")
        }
        return choose(
            "得分 \(outcome.score) 没有对应的条款：扣多少由财务记录裁定。",
            "No rule covers a score of \(outcome.score): finance records a ruling.")
    }

    /// What is not on file of the way to the result and to the supplier.
    private func procedure(_ answer: AssessmentAnswer) -> [String] {
        guard answer.outcome != nil else { return [] }
        var sentences: [String] = []
        if answer.records(of: .decision, round: answer.round).isEmpty {
            sentences.append(choose("本轮没有集体决策的记录。", "No collective decision is on file for this round."))
        }
        if answer.records(of: .delivery, round: answer.round).isEmpty {
            sentences.append(choose("通知书尚未记录送达供应商。", "The notice has not been recorded as delivered."))
        }
        return sentences
    }
}
