/// The names of the terms of a contract, and of the forms that they may have.
extension RegistrationWords {
    private func option(_ value: String, _ chinese: String, _ english: String) -> Field.Option {
        Field.Option(value: value, label: choose(chinese, english))
    }

    // The head
    var contractNumber: String { choose("合同编号", "Number") }
    var contractTitle: String { choose("合同名称", "Title") }
    var buyer: String { choose("采购人", "Buyer") }
    var buyerHint: String { choose("须为本单位", "Your own department") }
    var supplier: String { choose("供应商", "Supplier") }
    var price: String { choose("合同价（元）", "Price (CNY)") }
    var signedOn: String { choose("签订日期", "Signed on") }
    var calendar: String { choose("工作日", "Working days") }
    var calendarHint: String {
        choose("到期日遇非工作日顺延；选“不顺延”则按日历日。", "A due date that is no working day moves to the next one, unless none moves.")
    }
    var calendars: [Field.Option] {
        [
            option("CN", "法定节假日和调休", "Chinese statutory holidays"), option("weekends", "只看周末", "Weekends only"),
            option("none", "不顺延", "No moving"),
        ]
    }

    // The period
    var periodForm: String { choose("合同期限的写法", "How the contract tells its period") }
    var periodForms: [Field.Option] {
        [
            option("years", "按合同年度（每年一笔费用）", "By contract years, each with a fee"),
            option("term", "一个履行期限", "One period"), option("none", "没有期限", "None"),
        ]
    }
    var from: String { choose("起", "From") }
    var to: String { choose("止", "To") }
    var yearNumber: String { choose("第几年度", "Year") }
    func yearName(_ number: String) -> String { choose("第 \(number) 合同年度", "Contract year \(number)") }
    var fee: String { choose("年度费用（元）", "Fee (CNY)") }

    // Installments
    var installmentLabel: String { choose("名称", "Label") }
    var identifier: String { choose("标识", "Identifier") }
    var identifierHint: String { choose("小写字母、数字和连字符；自动给出，一般不用改", "a to z, 0 to 9 and hyphens; given by itself") }
    var kind: String { choose("类型", "Kind") }
    var kinds: [Field.Option] {
        [
            option("advance", "预付款", "Advance"), option("milestone", "节点款", "Milestone"),
            option("periodic", "定期款", "Periodic"), option("assessed", "考核款", "Assessed"),
            option("holdback", "质量保证金", "Holdback"),
        ]
    }
    var belongsToYear: String { choose("所属合同年度", "Contract year it belongs to") }
    var amountForm: String { choose("金额怎么定", "How the amount is found") }
    var amountForms: [Field.Option] {
        [
            option("percent", "按比例", "A percentage"), option("fixed", "固定金额", "A fixed amount"),
            option("remainder", "余额（其他各期付后的余数）", "What the others leave"),
            option("metered", "按实际用量", "By use"), option("withheld", "从前期付款中扣留（质保金）", "Withheld from earlier ones"),
        ]
    }
    var amount: String { choose("金额（元）", "Amount (CNY)") }
    var percent: String { choose("比例（%）", "Percentage") }
    var shareBase: String { choose("计算基数", "Of") }
    var remainderOf: String { choose("哪一笔钱的余额", "Remainder of") }
    var priceBase: String { choose("合同价", "The contract price") }
    func yearBase(_ number: String) -> String { choose("第 \(number) 合同年度费用", "The fee of year \(number)") }
    var installmentBase: String { choose("本期金额", "The installment") }
    func unitPrice(_ item: String) -> String { choose("\(item)单价（元）", "\(item): price of a unit (CNY)") }
    var newItem: String { choose("新增计价项目", "New item") }
    var meteredFrom: String { choose("计量期间起", "Use counts from") }
    var meteredTo: String { choose("计量期间止", "Use counts to") }
    var ceiling: String { choose("最高金额（元）", "At most (CNY)") }
    var withheldFrom: String { choose("从哪几期扣留", "Withheld from") }

    // Conditions
    var condition: String { choose("付款条件", "Condition") }
    var conditionPart: String { choose("条件", "Condition") }
    var conditionForms: [Field.Option] {
        [
            option("event", "发生某事（如初验、上线）", "Something has happened"),
            option("count", "某事累计达到几次", "Something has happened so often"),
            option("after-months", "某事之后满几个月", "Months after something"),
            option("after-days", "某事之后满几天", "Days after something"), option("date", "到某一天", "A day has come"),
            option("yearStarts", "合同年度开始", "A contract year has begun"),
            option("yearElapsed", "合同年度满几个月", "Months of a contract year are over"),
            option("yearEnds", "合同年度届满", "A contract year has ended"),
            option("contractEnds", "合同期满", "The contract has ended"),
            option("invoice", "发票收齐（到票起算）", "The invoices are there"),
            option("clear", "没有未解决的异议", "No objection is open"),
            option("all", "以下各项全部满足", "All of these"), option("any", "以下任一项满足", "Any of these"),
        ]
    }
    var event: String { choose("事件", "Event") }
    var objection: String { choose("异议", "Objection") }
    var atLeast: String { choose("至少几次", "At least") }
    var months: String { choose("几个月", "Months") }
    var days: String { choose("几天", "Days") }
    var date: String { choose("日期", "Day") }
    var contractYear: String { choose("合同年度", "Contract year") }
    func otherCode(_ label: String) -> String { choose("其他\(label)代码", "Another: \(label)") }
    var codeHint: String { choose("列表中没有时填写：小写字母、数字和连字符", "If it is not in the list: a to z, 0 to 9 and hyphens") }
    var withinUnit: String { choose("付款期限", "Time to pay") }
    var spans: [Field.Option] {
        [
            option("", "条件满足当日", "On the day the condition is met"), option("days", "几日内", "Within days"),
            option("workingDays", "几个工作日内", "Within working days"), option("months", "几个月内", "Within months"),
        ]
    }
    var withinNumber: String { choose("期限数量", "How many") }
    var assessedBy: String { choose("由哪项考核扣减", "Assessed by") }
    var assessedByHint: String { choose("考核的扣减落在这一期", "Its deductions fall on this installment") }
    var needs: String { choose("付款前须具备", "Needed before payment") }
    var needsHint: String { choose("缺少时不能付款，但不推迟到期日", "Payment waits for it; the due date does not") }
    var invoice: String { choose("发票", "The invoice") }

    // Assessments
    var assessmentLabel: String { choose("名称", "Label") }
    var attached: String { choose("扣减落在哪一期", "Installment that is deducted from") }
    var attachedHint: String { choose("作为综合考核的组成部分时不选", "None where it is a part of a combined one") }
    var source: String { choose("怎样得分", "Where the score comes from") }
    var sources: [Field.Option] {
        [
            option("score", "直接评分（0 至 100）", "A score from 0 to 100"), option("sheet", "按评分表扣分", "A scoring sheet"),
            option("combine", "由几项考核加权合成", "Several assessments, weighted"),
        ]
    }
    var criterionLabel: String { choose("指标", "Criterion") }
    var criterionMax: String { choose("满分", "Points") }
    var criterionEach: String { choose("每次扣分", "Off for each incident") }
    var part: String { choose("组成部分", "Part") }
    var weight: String { choose("权重", "Weight") }
    var weightHint: String { choose("各部分合计为 1，如 0.5", "They add up to 1, such as 0.5") }
    var decimals: String { choose("综合得分保留几位小数", "Decimals of the combined score") }
    var decimalsHint: String { choose("不填则不舍入", "Not rounded if left empty") }
    var bandFrom: String { choose("得分不低于", "Score from") }
    var deductedPercent: String { choose("扣减（%）", "Deducted (%)") }
    var pointsBelow: String { choose("低于多少分起扣", "Points below") }
    var fraction: String { choose("不足 1 分", "Broken points") }
    var fractions: [Field.Option] {
        [
            option("exact", "按比例", "In proportion"), option("whole", "不计", "Do not count"),
            option("started", "按 1 分计", "Count as whole"),
        ]
    }
    var downTo: String { choose("最多计到多少分", "Counted down to") }
    var scoreFrom: String { choose("仅当得分不低于", "Only for scores from") }
    var scoreBelow: String { choose("仅当得分低于", "Only for scores below") }
    var failures: String { choose("指标不达标另行扣减", "Criteria that are failed cost extra") }
    var veto: String { choose("一票否决", "Veto") }
    var vetoEffects: [Field.Option] {
        [
            option("", "无", "None"), option("withhold", "暂停支付，待裁定", "Nothing is paid until a ruling"),
            option("zero", "按 0 分计", "The score counts as 0"),
        ]
    }
    var cap: String { choose("扣减封顶", "Cap on deductions") }
    var yesNo: [Field.Option] { [option("", "无", "No"), option("yes", "有", "Yes")] }
    var criteria: String { choose("指标", "Criteria") }
    var criteriaHint: String { choose("代码，逗号分开，如 security，response", "Codes with commas, such as security, response") }
    func ofSheet(_ criteria: String) -> String { choose("评分表中的：\(criteria)", "Of the sheet: \(criteria)") }
    var rectifications: String { choose("可整改复评次数", "Times it may be rectified") }
    var rectificationsHint: String { choose("不填为 0", "0 if left empty") }
    var bands: String { choose("分档扣减", "Bands") }
    var points: String { choose("逐分扣减", "Points") }

    // Other terms
    var excess: String { choose("扣减超过本期金额时", "A deduction larger than the installment") }
    var excesses: [Field.Option] {
        [
            option("carry", "从以后各期追回", "Is recovered from later ones"), option("waive", "放弃", "Is given up"),
            option("claim", "另行追索", "Is claimed from the supplier"),
        ]
    }
    var lateInterest: String { choose("逾期利息（每日 %）", "Late interest (% a day)") }
    var lateInterestHint: String { choose("如每日万分之一填 0.01；没有约定不填", "0.01 is one in ten thousand; empty for none") }
    var series: String { choose("哪些考核（按先后）", "Assessments, in their order") }
    var seriesHint: String { choose("按时间先后计连续次数", "Consecutive in the order of the list") }
    var scoreBelowLimit: String { choose("得分低于", "Score below") }
    var times: String { choose("连续几次", "Times in a row") }
    var termination: String { choose("解除合同的条件", "Conditions of termination") }
}
