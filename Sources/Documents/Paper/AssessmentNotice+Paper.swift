internal import Values

extension AssessmentNotice {
    /// The notice as a PDF on A4. Throws where the machine lacks the font, or memory.
    public func pdf() throws(PaperError) -> [UInt8] { try paper.pdf() }

    private var words: PaperWords { PaperWords(language: language) }

    private var paper: Paper {
        let title = words.choose("考核结果通知书", "Notice of assessment")
        return Paper(
            title: "\(title) \(contract.number) \(assessment)", author: contract.buyer, language: language,
            created: printedAt, foot: "\(title) \(contract.number.shortened)",
            sections: [
                Paper.Section(rows: [.text(title, .title)] + opening + head),
                Paper.Section(header: criteriaHeader, rows: criteriaRows),
                Paper.Section(header: partHeader, rows: partRows),
                Paper.Section(header: deductionHeader, rows: deductionRows), Paper.Section(rows: closing),
            ])
    }

    private var opening: [Paper.Row] {
        let text = words.choose(
            "　　你单位承担的“\(contract.title)”（合同编号 \(contract.number)）\(assessment)结果如下，现予通知。",
            "The result of “\(assessment)” under the contract “\(contract.title)” (\(contract.number)) is as follows.")
        return [
            .text(words.choose("\(contract.supplier)：", "To \(contract.supplier):"), .letter, staysWithNext: true),
            .text(text, .letter, staysWithNext: true), .text(""),
        ]
    }

    private var head: [Paper.Row] {
        let roundText = round.map { words.choose("第 \($0) 轮", "round \($0)") } ?? words.choose("综合", "combined")
        let subject = (words.choose("考核事项", "Assessment"), assessment)
        let subjectRow =
            period.map { Paper.Row.fields(subject, (words.choose("考核期间", "Period"), "\($0.from) — \($0.to)")) }
            ?? .fields(subject)
        var rows: [Paper.Row] = [
            .fields((words.buyer, contract.buyer), (words.supplier, contract.supplier)), subjectRow,
            .fields(
                (
                    words.choose("考核得分", "Score"),
                    words.choose("\(score)（\(roundText)）", "\(score) (\(roundText))")
                ), (words.choose("结果日期", "Date of result"), on.written(in: language))),
        ]
        for (name, list) in [
            (words.choose("不达标指标", "Criteria failed"), failed), (words.choose("一票否决项", "Vetoed by"), vetoed),
        ] where !list.isEmpty {
            rows.append(.fields((name, list.joined(separator: words.choose("、", ", ")))))
        }
        return rows
    }

    private static let criteriaColumns = [12, 3, 3, 3, 3]

    private var criteriaHeader: [Paper.Row] {
        guard !criteria.isEmpty else { return [] }
        let names = [
            words.choose("考核指标", "Criterion"), words.choose("满分", "Most"), words.choose("每次扣分", "Each"),
            words.choose("次数", "Incidents"), words.choose("得分", "Score"),
        ]
        return [.heading(words.choose("评分表", "Scoring sheet")), .columns(names, Self.criteriaColumns)]
    }

    private var criteriaRows: [Paper.Row] {
        criteria.map { criterion in
            let numbers = [
                criterion.max.description, criterion.each.description, String(criterion.incidents),
                criterion.score.description,
            ]
            return .table([Paper.Cell(criterion.label)] + numbers.map { Paper.Cell($0, .number) }, Self.criteriaColumns)
        }
    }

    private static let partColumns = [14, 5, 5]

    private var partHeader: [Paper.Row] {
        guard !parts.isEmpty else { return [] }
        let names = [words.choose("组成部分", "Part"), words.choose("权重", "Weight"), words.choose("得分", "Score")]
        return [.heading(words.choose("综合得分的构成", "The combined score")), .columns(names, Self.partColumns)]
    }

    private var partRows: [Paper.Row] {
        parts.map { part in
            .table(
                [
                    Paper.Cell(part.label), Paper.Cell(part.weight.description, .number),
                    Paper.Cell(part.score.description, .number),
                ], Self.partColumns)
        }
    }

    private static let deductionColumns = [4, 16, 4]

    private var deductionHeader: [Paper.Row] {
        [
            .heading(words.choose("扣减", "Deductions")),
            .columns([words.item, words.reason, words.amount], Self.deductionColumns),
        ]
    }

    private var deductionRows: [Paper.Row] {
        let rows = deductions.map { line in
            Paper.Row.table(
                [Paper.Cell(line.name), Paper.Cell(line.reason), Paper.Cell(line.amount.grouped, .amount)],
                Self.deductionColumns)
        }
        let nothing =
            outlook == .ruling
            ? words.choose("扣减待裁定。", "A ruling decides on the deductions.")
            : words.choose("本结果不产生扣减。", "The result gives no deduction.")
        let sum = Paper.Row.table(
            [Paper.Cell(words.total, .label), Paper.Cell(total.inCapitals), Paper.Cell(total.grouped, .total)],
            Self.deductionColumns)
        return rows.isEmpty ? [Paper.Row(cells: [Paper.Cell(nothing)])] : rows + [sum]
    }

    private var closing: [Paper.Row] {
        var texts: [String] = []
        if let effect { texts.append(effectText(effect)) }
        texts.append(outlookText)
        let right = TextStyle(size: TextStyle.letter.size, alignment: .right)
        let date = printedAt.dayInChina.map { $0.written(in: language) } ?? ""
        return [.heading(words.choose("说明", "Notes"))] + texts.map { Paper.Row(cells: [Paper.Cell($0)]) }
            + [
                Paper.Row(cells: [Paper.Cell("")], hasBorder: false, minimumHeight: 40, staysWithNext: true),
                .text(contract.buyer + words.choose("（盖章）", " (seal)"), right, staysWithNext: true), .text(date, right),
            ]
    }

    private func effectText(_ effect: Effect) -> String {
        let figures = [effect.gross, effect.deducted, effect.payable].map(\.grouped)
        let text = words.choose(
            "“\(effect.installment)”本期金额 \(figures[0]) 元，扣减 \(figures[1]) 元，应付 \(figures[2]) 元。",
            "“\(effect.installment)”: gross \(figures[0]), deducted \(figures[1]), payable \(figures[2]).")
        guard effect.excess > .zero else { return text }
        let rest = effect.excess.grouped
        let more =
            switch effect.rule {
            case .carry:
                words.choose("其余扣减 \(rest) 元从以后各期追回。", " The other \(rest) is recovered from later installments.")
            case .waive: words.choose("其余扣减 \(rest) 元不再追索。", " The other \(rest) is waived.")
            case .claim: words.choose("其余扣减 \(rest) 元另行追索。", " The other \(rest) is claimed from you.")
            }
        return text + more
    }

    private var outlookText: String {
        switch outlook {
        case .settled: words.choose("本结果为最终结果。", "The result is final.")
        case .ruling:
            words.choose(
                "本结果的扣减须由采购人裁定；裁定之前，该期款项暂不支付。",
                "What the result costs needs a ruling; until then nothing is paid on the installment.")
        case .rectification(let left):
            words.choose(
                "你单位可以整改并申请复评，尚余 \(left) 次；复评、放弃整改或裁定之前，以上扣减为暂定，该期款项暂不支付。",
                "You may rectify and be assessed again, \(left) more time(s). Until then, or until you waive it or there is a ruling, the deductions are provisional and nothing is paid on the installment."
            )
        }
    }
}
