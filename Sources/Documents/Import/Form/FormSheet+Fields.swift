extension FormSheet {
    private static let number = FormField("contract", "合同编号", "Contract", required: true)
    private static let identifierHint = FormWords(
        "小写字母、数字和连字符，如 y1-balance", "a to z, 0 to 9 and hyphens, such as y1-balance")
    private static let moneyHint = FormWords("元，最多两位小数；也可写 123.45万", "Yuan, at most two decimals")
    private static let percentHint = FormWords("20 或 20% 都表示百分之二十", "20 and 20% both mean twenty percent")
    private static let listHint = FormWords("多个用逗号分开", "Separated by commas")

    static let contractFields = [
        FormField("number", "合同编号", "Contract", required: true),
        FormField("title", "合同名称", "Title", required: true),
        FormField("buyer", "采购人", "Buyer", required: true),
        FormField("supplier", "供应商", "Supplier", required: true),
        FormField("price", "合同价", "Price", .money, required: true, hint: moneyHint),
        FormField("signedOn", "签订日期", "Signed on", .day, required: true),
        FormField(
            "from", "履行期起", "From", .day, hint: FormWords("分年度的合同填在“年度”表中", "Contracts by years: in the sheet Years")),
        FormField("to", "履行期止", "To", .day),
        FormField("excess", "超额扣减处理", "Excess deduction", .choice(.excess)),
        FormField("lateInterest", "逾期利息（每日%）", "Late interest (% a day)", .percentage),
    ]

    static let yearFields = [
        number,
        FormField(
            "year", "年度", "Year", .count, required: true, hint: FormWords("第几合同年度，如 1", "Contract year, such as 1")),
        FormField("fee", "年度费用", "Fee", .money, required: true, hint: moneyHint),
        FormField("from", "起", "From", .day, required: true), FormField("to", "止", "To", .day, required: true),
    ]

    static let installmentFields =
        [
            number, FormField("id", "分期标识", "Id", required: true, hint: identifierHint),
            FormField("label", "名称", "Label", required: true), FormField("year", "年度", "Year", .count),
            FormField("kind", "类型", "Kind", .choice(.kind), required: true),
            FormField("amount", "金额方式", "Form of amount", .choice(.amount), required: true),
            FormField("fixed", "金额", "Amount", .money, hint: moneyHint),
            FormField("percent", "比例", "Percentage", .percentage, hint: percentHint),
            FormField("of", "计算基数", "Base", .choice(.base)),
        ] + conditionFields("1", required: true) + conditionFields("2", required: false) + [
            FormField("within", "付款期限", "Within", .count), FormField("unit", "期限单位", "Unit", .choice(.unit)),
            FormField("invoice", "须有发票", "Needs invoice", .choice(.answer)),
            FormField("assessedBy", "考核标识", "Assessed by", hint: identifierHint),
        ]

    private static func conditionFields(_ suffix: String, required: Bool) -> [FormField] {
        [
            FormField(
                "condition" + suffix, "付款条件" + suffix, "Condition " + suffix, .choice(.condition), required: required),
            FormField(
                "parameter" + suffix, "条件内容" + suffix, "Event or date " + suffix, .parameter,
                hint: FormWords("事件名称，或“到达日期”的日期", "The event, or the date of “date”")),
            FormField(
                "number" + suffix, "条件数量" + suffix, "Number " + suffix, .count,
                hint: FormWords("几天、几个月或几次", "How many days, months or times")),
        ]
    }

    static let ruleFields =
        [
            number, FormField("id", "考核标识", "Id", required: true, hint: identifierHint),
            FormField("label", "名称", "Label", required: true),
            FormField("rectifications", "可整改次数", "Rectifications", .count),
            FormField(
                "of", "扣减基数", "Base", .choice(.costBase), hint: FormWords("以下各项扣减的基数", "Of all deductions of this row")),
            FormField(
                "year", "年度", "Year", .count, hint: FormWords("基数为年度费用时填写", "Where the base is the fee of a year")),
        ]
        + (1...4).flatMap { band in
            [
                FormField("from\(band)", "档\(band)起分", "Band \(band) from", .score),
                FormField("percent\(band)", "档\(band)扣减%", "Band \(band) %", .percentage, hint: percentHint),
            ]
        } + [
            FormField("pointsBelow", "低于此分每分扣减", "Points below", .score),
            FormField("pointPercent", "每分扣减%", "% for each point", .percentage, hint: percentHint),
            FormField("fraction", "不足一分", "Broken points", .choice(.fraction)),
            FormField("failures", "不达标指标", "Failure criteria", .identifiers, hint: listHint),
            FormField("failurePercent", "每项不达标扣减%", "% for each failure", .percentage, hint: percentHint),
            FormField("veto", "一票否决指标", "Veto criteria", .identifiers, hint: listHint),
            FormField("effect", "否决后果", "Effect of a veto", .choice(.effect)),
            FormField("cap", "扣减上限%", "Cap %", .percentage, hint: percentHint),
        ]

    static let invoiceFields = [
        number, FormField("installment", "分期标识", "Installment", required: true, hint: identifierHint),
        FormField(
            "number", "发票号码", "Invoice number", required: true,
            hint: FormWords("按文本填写，20 位数字不会丢失", "As text: all 20 digits are kept")),
        FormField("amount", "价税合计", "Amount", .money, required: true, hint: moneyHint),
        FormField("on", "开票日期", "Date", .day, required: true), FormField("document", "附件", "Document"),
        FormField("note", "备注", "Note"),
    ]

    static let assessmentFields = [
        number, FormField("assessment", "考核标识", "Assessment", required: true, hint: identifierHint),
        FormField("score", "得分", "Score", .score, required: true),
        FormField("on", "日期", "Date", .day, required: true),
        FormField("round", "轮次", "Round", .count, hint: FormWords("整改后复评为 2", "2 after a rectification")),
        FormField("failed", "不达标指标", "Failed criteria", .identifiers, hint: listHint),
        FormField("vetoed", "触发否决指标", "Vetoed criteria", .identifiers, hint: listHint),
        FormField("document", "附件", "Document"), FormField("note", "备注", "Note"),
    ]
}
