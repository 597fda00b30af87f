import Contracts
public import Values

/// A rule of an assessment's terms as a sentence, with the money that it comes to.
public struct AssessmentRule: Equatable, Sendable {
    /// Which rule it is; several sentences may be of one kind.
    public let kind: Kind
    public let sentence: String

    /// The rules, in the order of payable.md 2.2.
    public enum Kind: String, CaseIterable, Sendable {
        case sheet, combine, rectifications, veto, failures, bands, points, cap, excess, termination
    }
}

extension Statement {
    /// Everything that the terms say of an assessment, in words and yuan (payable.md 2.2).
    public func rules(ofAssessment position: Int, in language: Language) -> [AssessmentRule] {
        let writer = RuleWriter(statement: self, position: position, language: language)
        return AssessmentRule.Kind.allCases.flatMap { kind in
            writer.sentences(of: kind).map { AssessmentRule(kind: kind, sentence: $0) }
        }
    }
}

/// Says what the terms of one assessment mean.
private struct RuleWriter {
    let statement: Statement
    let position: Int
    let language: Language

    var terms: Contract { statement.terms }
    var assessment: Assessment { terms.assessments[position] }

    func choose(_ chinese: String, _ english: String) -> String { language.choose(chinese, english) }

    func sentences(of kind: AssessmentRule.Kind) -> [String] {
        switch kind {
        case .sheet: sheet
        case .combine: combination
        case .rectifications: rectifications
        case .veto: veto
        case .failures: failures
        case .bands: bands
        case .points: assessment.points.map(points)
        case .cap: assessment.cap.map { [cap($0)] } ?? []
        case .excess: excess
        case .termination: terms.termination.filter { $0.series.contains(position) }.map(termination)
        }
    }

    private var sheet: [String] {
        guard !assessment.sheet.isEmpty else { return [] }
        let most = Score(hundredths: assessment.sheet.reduce(0) { $0 + $1.max.hundredths }).exact
        return [
            choose(
                "按评分表计分，共 \(assessment.sheet.count) 项、满分 \(most) 分：每发生一次扣该项规定的分数，扣完为止。",
                "Scored on a sheet of \(assessment.sheet.count) criteria, \(most) points at most: each incident costs its points, down to 0."
            )
        ]
    }

    private var combination: [String] {
        guard assessment.isCombined else { return [] }
        let parts = assessment.parts.map { part in
            "\(terms.assessments[part.assessment].label) × \(part.weight)"
        }.joined(separator: " + ")
        let rounding = assessment.decimals.map {
            choose("，四舍五入到小数点后 \($0) 位", ", rounded half up to \($0) places")
        }
        return [
            choose("综合得分 = \(parts)\(rounding ?? "，不取整")。", "Combined score = \(parts)\(rounding ?? ", not rounded").")
        ]
    }

    private var rectifications: [String] {
        if assessment.isCombined { return [] }
        let count = assessment.rectifications
        if count == 0 {
            return [choose("结果一次确定，不设整改复评。", "One result; there is no rectification.")]
        }
        return [
            choose(
                "有扣减时，供应商可整改并复评 \(count) 次，以最后一轮为准；定局之前该期暂不支付。",
                "Where something is deducted the supplier may rectify and be assessed again \(count) time(s); the last round counts. Until then nothing is paid on the installment."
            )
        ]
    }

    private var veto: [String] {
        guard let veto = assessment.veto else { return [] }
        let names = list(veto.criteria)
        return switch veto.effect {
        case .withhold:
            [
                choose(
                    "一票否决：\(names)任一不达标，该期款项停付，由裁定决定扣减。",
                    "Veto: where one of \(names) fails, nothing is paid on the installment until a ruling.")
            ]
        case .zero:
            [
                choose(
                    "一票否决：\(names)任一不达标，按 0 分计算扣减。", "Veto: where one of \(names) fails, the score counts as 0.")
            ]
        }
    }

    private var failures: [String] {
        guard let failures = assessment.failures else { return [] }
        return [
            choose(
                "\(list(failures.criteria))：每一项不达标，扣\(text(failures.share))。",
                "\(list(failures.criteria)): each one that fails costs \(text(failures.share)).")
        ]
    }

    /// From the highest band down, so that they read as people speak of them.
    private var bands: [String] {
        var above: Score?
        return assessment.bands.sorted { $0.from > $1.from }.map { band in
            defer { above = band.from }
            let from = band.from.exact
            let range =
                above.map { choose("\(from) 分及以上、不满 \($0.exact) 分", "from \(from), below \($0.exact)") }
                ?? choose("\(from) 分及以上", "\(from) and more")
            if band.share.percentage.millionths == 0 { return choose("\(range)：不扣减。", "\(range): nothing deducted.") }
            return choose("\(range)：扣\(text(band.share))。", "\(range): \(text(band.share)).")
        }
            + (assessment.bands.map(\.from).min().flatMap { lowest in
                lowest > .zero && assessment.points.isEmpty
                    ? choose("不满 \(lowest.exact) 分：条款没有规定，须裁定。", "Below \(lowest.exact): no rule; a ruling is needed.")
                    : nil
            }.map { [$0] } ?? [])
    }

    private func points(_ rule: Assessment.PointsRule) -> String {
        let lowest = rule.downTo.map { choose("至 \($0.exact) 分为止，", ", down to \($0.exact)") } ?? ""
        let fraction =
            switch rule.fraction {
            case .exact: choose("不足 1 分按比例", "parts of a point in proportion")
            case .whole: choose("不足 1 分不计", "whole points only")
            case .started: choose("不足 1 分按 1 分", "a started point counts whole")
            }
        let applies = [
            rule.scoreFrom.map { choose("得分不低于 \($0.exact)", "score at least \($0.exact)") },
            rule.scoreBelow.map { choose("得分低于 \($0.exact)", "score below \($0.exact)") },
        ].compactMap(\.self).joined(separator: choose("且", " and "))
        let condition = applies.isEmpty ? "" : choose("\(applies)时，", "where the \(applies): ")
        return choose(
            "\(condition)低于 \(rule.pointsBelow.exact) 分的，\(lowest)每低 1 分扣\(text(rule.share))，\(fraction)。",
            "\(condition)each point below \(rule.pointsBelow.exact)\(lowest) costs \(text(rule.share)); \(fraction).")
    }

    private func cap(_ share: Share) -> String {
        choose("扣减合计以\(text(share))为限。", "All deductions together are at most \(text(share)).")
    }

    private var excess: [String] {
        guard let installment = statement.installment(decidedBy: position) else { return [] }
        let label = terms.installments[installment].label
        return switch terms.excess {
        case .carry:
            [
                choose(
                    "从“\(label)”扣减；不足部分从以后各期追回。",
                    "Deducted from “\(label)”; what does not fit is recovered from later ones.")
            ]
        case .waive: [choose("从“\(label)”扣减；不足部分不再追索。", "Deducted from “\(label)”; what does not fit is waived.")]
        case .claim:
            [
                choose(
                    "从“\(label)”扣减；不足部分另行向供应商追索。",
                    "Deducted from “\(label)”; what does not fit is claimed from the supplier.")
            ]
        }
    }

    private func termination(_ rule: TerminationRule) -> String {
        choose(
            "连续 \(rule.times) 次低于 \(rule.below.exact) 分，采购人有权解除合同。",
            "\(rule.times) consecutive scores below \(rule.below.exact) give the right to terminate.")
    }

    /// `合同价的 1%（91,266.00 元）`. A sum too large for money stays a percentage.
    private func text(_ share: Share) -> String {
        let percent = share.percentage.exact
        let gross = statement.installment(decidedBy: position).map { statement.installments[$0].gross } ?? .zero
        let amount = try? terms.amount(of: share.base, installmentGross: gross).share(share.percentage)
        let base =
            switch share.base {
            case .contract: choose("合同价", "the contract price")
            case .year(let year):
                choose("第 \(terms.years[year].number) 合同年度费用", "the fee of contract year \(terms.years[year].number)")
            case .installment: choose("本期金额", "the installment")
            }
        let money = amount.map { choose("（\($0.grouped) 元）", " (\($0.grouped))") } ?? ""
        return choose("\(base)的 \(percent)%", "\(percent)% of \(base)") + money
    }

    private func list(_ names: [String]) -> String {
        names.map { choose("“\($0)”", "“\($0)”") }.joined(separator: choose("、", ", "))
    }
}
