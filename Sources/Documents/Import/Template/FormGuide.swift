/// What the first sheet of the form says.
enum FormGuide {
    /// The problems that the guide lists one by one; the sheets mark all of them.
    static let mostProblems = 1000

    static let title = FormWords("合同、发票与考核导入表", "Contracts, invoices and assessments to import")

    static let lines: [(about: FormWords, text: FormWords)] = [
        (
            FormWords("填写", "Filling in"),
            FormWords(
                "每行一项；标 * 的列必须填写。第一行标题不要改动，列的次序可以变。灰色说明与下拉选项见各列；代码见“代码表”。",
                "One entry a row; columns with * must be filled in. Leave the headings as they are; columns may change places. See the hints and drop-downs of each column, and the sheet Codes."
            )
        ),
        (
            FormWords("合同", "Contracts"),
            FormWords(
                "每份合同在“合同”表占一行；分年度的合同再在“年度”表逐年填写，各年度费用之和应等于合同价。",
                "Each contract is a row of Contracts; one by contract years also has its years in Years, whose fees add up to the price."
            )
        ),
        (
            FormWords("分期", "Installments"),
            FormWords(
                "各期金额之和应等于合同价。两个付款条件都填时须同时满足，以较晚的日期为准。",
                "The amounts of the installments add up to the price. With two conditions both must be met; the later date counts."
            )
        ),
        (
            FormWords("考核办法", "Assessment rules"),
            FormWords(
                "得分落在某档（起分及以上、下一档以下）按该档扣减；“低于此分每分扣减”从该分起逐分计算。最低一档之下没有规则，不会猜测。",
                "A score in a band (from its lower limit up to the next band) is deducted that band's percentage. Below the lowest band there is no rule, and none is guessed."
            )
        ),
        (
            FormWords("发票、考核", "Invoices, Assessments"),
            FormWords(
                "可以填写已登记的合同，也可以填写本表中的合同。付款和退款不能导入。",
                "For contracts of this form or registered before. Payments and returns cannot be imported.")
        ),
        (
            FormWords("金额", "Money"),
            FormWords(
                "单位为元，最多两位小数；数字按单元格的十进制内容读取。超过 15 位的数字是表格软件的二进制误差，四舍五入到 15 位后最多两位小数才接受。也可写文本 1,234.56 或 123.456万。",
                "In yuan, at most two decimals, read as the decimal digits of the cell. More than 15 digits are the spreadsheet program's binary noise: taken if what they round to has at most two decimals. Texts such as 1,234.56 are taken too."
            )
        ),
        (
            FormWords("日期", "Dates"),
            FormWords(
                "用日期单元格，或写 2026-01-31、2026/1/31、2026年1月31日。",
                "A date cell, or 2026-01-31, 2026/1/31.")
        ),
        (
            FormWords("不能用表格登记", "Beyond a sheet"),
            FormWords(
                "按量计价、逐期扣留的质保金、任一条件成立、评分表、合成考核、解除合同条款：请用 JSON 或 YAML 登记该合同。",
                "Pay by use, holdbacks withheld from each installment, alternatives of conditions, scoring sheets, combined assessments, termination rules: register such a contract by JSON or YAML."
            )
        ),
    ]
}
