internal import Operations
internal import Payables
internal import Storage
internal import Values

extension Words {
    /// What the pages about assessments say.
    var assessments: AssessmentWords { AssessmentWords(words: self) }
}

/// The words of the list of assessments and of the page of one.
struct AssessmentWords {
    let words: Words

    var language: Language { words.language }

    func choose(_ chinese: String, _ english: String) -> String { words.choose(chinese, english) }

    // The list
    var introduction: String {
        choose(
            "各合同的考核：谁在等结果、等整改、等裁定，以及因此未付的款项。",
            "Assessments over all contracts: what awaits a result, a rectification or a ruling, and what is unpaid because of it."
        )
    }
    var assessment: String { choose("考核", "Assessment") }
    var contractAndSupplier: String { choose("合同与供应商", "Contract and supplier") }
    var stateHeading: String { choose("状态", "Standing") }
    var score: String { choose("得分", "Score") }
    var deduction: String { choose("扣减（元）", "Deducted (CNY)") }
    var heldUpInstallment: String { choose("对应款项", "Installment") }
    var heldUpAmount: String { choose("未付（元）", "Outstanding (CNY)") }
    var dueDay: String { choose("到期日", "Due") }
    var textFilter: String { choose("合同、供应商或考核名称", "Contract, supplier or assessment") }
    var stagesLabel: String { choose("按进展分", "By progress") }

    func name(of stage: AssessmentFilter.Stage) -> String {
        switch stage {
        case .waiting: choose("待办", "Waiting")
        case .upcoming: choose("未到期", "Upcoming")
        case .over: choose("已定", "Over")
        }
    }

    /// The name of a state as projections store it.
    func name(ofState state: String) -> String { AssessmentState(rawValue: state)?.name(in: language) ?? state }

    func round(_ number: Int) -> String { choose("第 \(number) 轮", "round \(number)") }
    func points(_ score: String) -> String { choose("\(score) 分", score) }

    // One assessment
    var whatFollows: String { choose("接下来", "What follows") }
    var rulesHeading: String { choose("考核办法", "The rules") }
    var procedureHeading: String { choose("考核过程", "The procedure") }
    var moneyHeading: String { choose("结果与金额", "The result in yuan") }
    var curveHeading: String { choose("应付金额与得分", "Payable against score") }
    var roundsHeading: String { choose("各轮比较", "Round by round") }
    var figuresTable: String { choose("查看图中数据", "The figures of the picture") }
    var noResultYet: String { choose("尚无结果", "no result yet") }
    var awaitsRuling: String { choose("待裁定", "awaits a ruling") }
    var contractLabel: String { choose("合同", "Contract") }
    var payableOfInstallment: String { choose("本期应付（元）", "Payable (CNY)") }
    var parts: String { choose("综合得分的组成", "What the score is combined of") }
    var weight: String { choose("权重", "Weight") }
    var rulingHeading: String { choose("裁定", "Ruling") }
    var reason: String { choose("理由", "Reason") }
    var total: String { choose("合计", "Total") }
    var criterion: String { choose("指标", "Criterion") }
    var mostPoints: String { choose("满分", "Most") }
    var eachPoints: String { choose("每次扣分", "Each") }
    var incidents: String { choose("次数", "Incidents") }
    var evidence: String { choose("佐证材料", "Evidence") }
    var sheetHeading: String { choose("评分表", "Scoring sheet") }
    var noDeduction: String { choose("本结果不产生扣减。", "The result deducts nothing.") }
    var provisional: String { choose("暂定", "provisional") }

    // Its procedure
    var step: String { choose("环节", "Step") }
    var dayHeading: String { choose("日期", "Day") }
    var content: String { choose("内容", "Content") }
    var recordedBy: String { choose("记录人", "Recorded by") }
    var notRecorded: String { choose("未记录", "not recorded") }
    var result: String { choose("考核结果", "Result") }
    var failedCriteria: String { choose("不达标", "Failed") }
    var vetoedCriteria: String { choose("一票否决", "Vetoed by") }
    var waiver: String { choose("不再整改", "No rectification") }
    var notice: String { choose("考核结果通知书（PDF）", "Notice of assessment (PDF)") }
    var record: String { choose("记录", "Record") }

    func name(of step: AssessmentStep) -> String {
        switch step {
        case .selfAssessment: choose("自评", "Self-assessment")
        case .firstAssessment: choose("初评", "First assessment")
        case .decision: choose("集体决策", "Collective decision")
        case .delivery: choose("送达", "Delivery")
        }
    }

    func heading(ofRound number: Int, isCombined: Bool) -> String {
        if isCombined { return choose("综合结果", "Combined result") }
        return number == 1
            ? choose("第 1 轮", "Round 1") : choose("第 \(number) 轮（整改后复评）", "Round \(number), after rectification")
    }

    // Money
    var roundHeading: String { choose("轮次", "Round") }
    var rule: String { choose("规则", "Rule") }
    var basis: String { choose("依据", "Reason") }
    var amount: String { choose("金额（元）", "Amount (CNY)") }
    var gross: String { choose("本期金额", "Gross") }
    var recovered: String { choose("追回前期", "Recovered") }
    var deducted: String { choose("考核扣减", "Deducted") }
    var withheld: String { choose("扣留质保金", "Withheld") }
    var payable: String { choose("本期应付", "Payable") }
    var outstanding: String { choose("本期未付", "Outstanding") }
    var difference: String { choose("与上一轮相差（元）", "Difference to the round before (CNY)") }
    var noCurve: String { choose("没有款项与该考核挂钩，得分不影响应付金额。", "No installment depends on this assessment.") }
    var curveOfHighest: String {
        choose("尚无结果：曲线为各得分下的应付金额，其他条件不变。", "No result yet: what each score would make payable, all else as it is.")
    }

    func name(of line: DeductionLine) -> String {
        switch line.rule {
        case .failure: choose("指标不达标", "Criterion failed")
        case .band: choose("得分分档", "Band of the score")
        case .points: choose("按分扣减", "Points")
        case .cap: choose("扣减上限", "Cap")
        case .ruling: choose("裁定", "Ruling")
        }
    }
}
