public import Values

/// What one rule of an assessment means, in words.
public struct RuleSentence: Equatable, Sendable {
    /// The rule's place inside of the assessment, such as `/bands/0`; empty for the whole.
    public let place: String
    public let text: String

    init(_ place: String, _ text: String) {
        self.place = place
        self.text = text
    }
}

extension Assessment {
    /// What each of its rules means, in the order of the terms; with the gross of the installment that it is attached
    /// to, what it comes to in yuan as well.
    public func sentences(
        in language: Language, of terms: Contract, installmentGross gross: Money? = nil
    ) -> [RuleSentence] {
        var sentences = [scoring(in: language, of: terms)]
        sentences += bandSentences(in: language, of: terms, gross)
        for (index, rule) in points.enumerated() {
            sentences.append(RuleSentence("/points/\(index)", rule.sentence(in: language, of: terms, gross)))
        }
        if let failures {
            let names = names(of: failures.criteria, in: language, language.choose("、", ", "))
            let share = failures.share.words(in: language, of: terms, installmentGross: gross)
            sentences.append(
                RuleSentence(
                    "/failures",
                    language.choose("\(names)：每有一项不达标，扣\(share)", "\(names): each one that is failed costs \(share)")))
        }
        if let veto { sentences.append(RuleSentence("/veto", sentence(of: veto, in: language))) }
        if let cap {
            let share = cap.words(in: language, of: terms, installmentGross: gross)
            sentences.append(
                RuleSentence("/cap", language.choose("扣减合计最多为\(share)", "the deductions are \(share) at most")))
        }
        if rectifications > 0 {
            let text = language.choose(
                "结果产生扣减的，可整改并复评 \(rectifications) 次；复评前该期暂不支付",
                "after an adverse result the supplier may rectify and be assessed again \(rectifications) time(s); until then nothing is paid"
            )
            sentences.append(RuleSentence("/rectifications", text))
        }
        return sentences
    }

    private func scoring(in language: Language, of terms: Contract) -> RuleSentence {
        if isCombined {
            let sum = parts.map { part in
                "“\(terms.assessments[part.assessment].label)” × \(part.weight)"
            }.joined(separator: " + ")
            let rounding =
                decimals.map { language.choose("，四舍五入到 \($0) 位小数", ", rounded to \($0) decimals") }
                ?? language.choose("，不舍入", ", not rounded")
            return RuleSentence("/combine", language.choose("得分 = ", "score = ") + sum + rounding)
        }
        guard !sheet.isEmpty else {
            return RuleSentence("", language.choose("直接评分，0 至 100 分", "a score from 0 to 100 is given"))
        }
        let items = sheet.map { criterion in
            language.choose(
                "\(criterion.label)满分 \(criterion.max) 分、每次扣 \(criterion.each) 分",
                "\(criterion.label) \(criterion.max), each incident −\(criterion.each)")
        }.joined(separator: language.choose("；", "; "))
        let sum = Score(hundredths: sheet.reduce(0) { $0 + $1.max.hundredths })
        return RuleSentence(
            "/sheet", language.choose("按评分表计分，满分 \(sum) 分：\(items)", "by a sheet of \(sum) points: \(items)"))
    }

    /// A band reaches up to the next higher one; below the lowest there is no rule.
    private func bandSentences(in language: Language, of terms: Contract, _ gross: Money?) -> [RuleSentence] {
        var sentences = bands.enumerated().map { index, band in
            let above = bands.map(\.from).filter { $0 > band.from }.min()
            let range =
                above.map {
                    language.choose("\(band.from) 分及以上、不足 \($0) 分", "from \(band.from) and below \($0)")
                } ?? language.choose("\(band.from) 分及以上", "from \(band.from)")
            let share = band.share.words(in: language, of: terms, installmentGross: gross)
            let cost =
                band.share.percentage.millionths == 0
                ? language.choose("不扣减", "nothing is deducted") : language.choose("扣\(share)", "\(share) is deducted")
            return RuleSentence("/bands/\(index)", language.choose("得分 \(range)：\(cost)", "a score \(range): \(cost)"))
        }
        sentences += unruledScores.map { range in
            let scores =
                range.from == .zero
                ? language.choose("得分不足 \(range.below) 分", "a score below \(range.below)")
                : language.choose(
                    "得分 \(range.from) 分及以上、不足 \(range.below) 分", "a score from \(range.from) and below \(range.below)")
            return RuleSentence(
                "/bands",
                language.choose("\(scores)：没有规则，该期应付待裁定", "\(scores): no rule, the payable awaits a ruling"))
        }
        return sentences
    }

    /// The scores below the lowest band to which no rule by points applies either: such a result is a gap.
    private var unruledScores: [(from: Score, below: Score)] {
        guard let lowest = bands.map(\.from).min() else { return [] }
        var unruled: [(from: Score, below: Score)] = []
        var reached = Score.zero
        for rule in points.sorted(by: { $0.lowestScore < $1.lowestScore }) where rule.lowestScore < lowest {
            if rule.lowestScore > reached { unruled.append((reached, rule.lowestScore)) }
            reached = max(reached, rule.scoreBelow ?? rule.pointsBelow)
        }
        if reached < lowest { unruled.append((reached, lowest)) }
        return unruled
    }

    private func sentence(of veto: Veto, in language: Language) -> String {
        let names = names(of: veto.criteria, in: language, language.choose("或", " or "))
        return switch veto.effect {
        case .withhold:
            language.choose("\(names)一票否决：该期暂停支付，待裁定", "a veto by \(names): nothing is paid until a ruling")
        case .zero: language.choose("\(names)一票否决：按 0 分计", "a veto by \(names): the score counts as 0")
        }
    }

    private func names(of criteria: [String], in language: Language, _ separator: String) -> String {
        criteria.map { "“\(name(ofCriterion: $0, in: language))”" }.joined(separator: separator)
    }

    /// What people call a criterion: by its label in the scoring sheet, else by the words of the vocabulary.
    public func name(ofCriterion id: String, in language: Language) -> String {
        sheet.first { $0.id == id }?.label ?? NameStyle.inWords.name(of: id, in: .criteria, language)
    }
}

extension Assessment.PointsRule {
    fileprivate var lowestScore: Score { scoreFrom ?? .zero }

    /// "得分低于 80 分，每少 1 分扣合同价的 1%（不足 1 分按比例），最多计到 70 分".
    fileprivate func sentence(in language: Language, of terms: Contract, _ gross: Money?) -> String {
        let share = share.words(in: language, of: terms, installmentGross: gross)
        let broken =
            switch fraction {
            case .exact: language.choose("不足 1 分按比例", "a broken point in proportion")
            case .whole: language.choose("不足 1 分不计", "a broken point not at all")
            case .started: language.choose("不足 1 分按 1 分计", "a broken point as a whole one")
            }
        var text = language.choose(
            "得分低于 \(pointsBelow) 分，每少 1 分扣\(share)（\(broken)）",
            "each point below \(pointsBelow) costs \(share) (\(broken))")
        if let downTo { text += language.choose("，最多计到 \(downTo) 分", ", counted down to \(downTo)") }
        if let scoreFrom, scoreFrom > .zero {
            text += language.choose("，仅适用于得分 \(scoreFrom) 分及以上", ", only for scores from \(scoreFrom)")
        }
        if let scoreBelow {
            text += language.choose("，仅适用于得分低于 \(scoreBelow) 分", ", only for scores below \(scoreBelow)")
        }
        return text
    }
}
