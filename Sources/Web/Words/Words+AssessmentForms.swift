internal import Operations
internal import Values

/// Words of the forms by which results, waivers, rulings and steps of an assessment are recorded.
extension AssessmentWords {
    var recordResult: String { choose("录入考核结果", "Record the result") }
    var recordReassessment: String { choose("录入复评结果", "Record the reassessment") }
    var waiveRectification: String { choose("记录不再整改", "Record that there is no rectification") }
    var recordRuling: String { choose("记录裁定", "Record a ruling") }
    var preview: String { choose("计算并预览", "Work it out first") }
    var change: String { choose("返回修改", "Change it") }
    var confirmRecording: String { choose("确认无误，记录", "Record it") }
    var nothingRecordedYet: String { choose("以下尚未记录，请核对。", "Nothing is recorded yet; please check.") }
    var whatIsRecorded: String { choose("将记录的内容", "What will be recorded") }
    var whatItChanges: String { choose("对金额的影响", "What it changes in yuan") }
    var item: String { choose("项目", "Item") }
    var asItIs: String { choose("现在", "Now") }
    var asItWouldBe: String { choose("记录后", "Then") }
    var changeInYuan: String { choose("增减", "Change") }

    var scoreHint: String { choose("0 至 100，最多两位小数。", "0 to 100, two decimals at most.") }
    var resultDay: String { choose("结果日期", "Day of the result") }
    var dayOfFact: String { choose("日期", "Day") }
    var note: String { choose("说明", "Note") }
    var resultDocument: String { choose("佐证材料（会议纪要、考核表等）", "Evidence (minutes, sheet …)") }
    var documentHint: String { choose("PDF、OFD、XML 或图片，最大 20 MB。", "PDF, OFD, XML or a picture, 20 MB at most.") }
    var uploaded: String { choose("已上传：", "Uploaded: ") }
    var uploadReplaces: String { choose("重新选择文件即替换。", "Choosing another file replaces it.") }
    var failedQuestion: String { choose("不达标的指标", "Criteria that failed") }
    var vetoQuestion: String { choose("触发一票否决的事项", "What vetoes") }
    var vetoHint: String { choose("只勾选确已发生的事项；没有则不勾选。", "Tick only what has happened.") }
    var sheetHint: String {
        choose("逐项填写发生次数，没有发生的留空；得分自动计算。", "How often each happened; leave empty what did not. Points are computed.")
    }
    var criterionEvidence: String { choose("佐证与说明", "Evidence and note") }
    var criterionNote: String { choose("说明", "Note") }
    var criterionDocument: String { choose("佐证文件", "File") }
    var pointsLeft: String { choose("该项得分", "Points") }
    var sheetTotal: String { choose("合计得分", "Score") }

    var rulingAmount: String { choose("裁定扣减金额", "Deduction by ruling") }
    var rulingAmountHint: String { choose("取代按条款计算的全部扣减；不扣减填 0。", "Replaces all deductions by the rules; 0 for none.") }
    var rulingReason: String { choose("裁定理由", "Reason") }
    var rulingDocument: String { choose("裁定文件", "Document of the ruling") }
    var waiverExplanation: String {
        choose(
            "供应商放弃整改，或采购人决定不再给予整改：现有结果成为最终结果，扣减按下表执行。",
            "The supplier waives its rectification, or the buyer grants none: the result becomes final, with these deductions."
        )
    }
    var rulingExplanation: String {
        choose(
            "裁定决定该考核最终扣减多少，记录后该期可以付款。",
            "The ruling says what the assessment deducts in the end; then the installment can be paid.")
    }
    var noFurtherRound: String {
        choose("条款允许的各轮结果均已录入，不能再录入。", "All rounds that the terms allow are recorded.")
    }
    var scoreProblem: String {
        choose("应为 0 至 100、最多两位小数的得分。", "Wanted a score from 0 to 100 with two decimals at most.")
    }
    var stepScore: String { choose("得分", "Score") }
    var deliveryHint: String { choose("供应商签收的日期；佐证可上传签收回执。", "The day on which the supplier received it.") }
    var decisionHint: String { choose("会议日期；佐证上传会议纪要。", "The day of the meeting; upload its minutes.") }

    /// What a step says first, where a score came with it: it is recorded for the office, in its language.
    func noted(score: String, of step: AssessmentStep) -> String {
        choose("\(name(of: step))得分 \(score)。", "Score \(score). ")
    }

    func recordedNotice(_ label: String) -> String { choose("已记录：\(label)。", "Recorded: \(label).") }
    func recordStep(_ step: AssessmentStep) -> String { choose("记录\(name(of: step))", "Record: \(name(of: step))") }

    func scale(most: String, each: String) -> String {
        choose("满分 \(most) 分，每次扣 \(each) 分。", "\(most) at most, \(each) off each time.")
    }

    func comparedToLastRound(_ difference: Money, _ round: Int) -> String {
        let amount = Money(fen: abs(difference.fen)).grouped
        if difference == .zero { return choose("与第 \(round) 轮扣减相同。", "The same deduction as in round \(round).") }
        return difference > .zero
            ? choose("比第 \(round) 轮多扣 \(amount) 元。", "\(amount) more deducted than in round \(round).")
            : choose("比第 \(round) 轮少扣 \(amount) 元。", "\(amount) less deducted than in round \(round).")
    }
}
