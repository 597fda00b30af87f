/// The sheets that people fill in, in their order; two more, the guide and the codes, are only read by people.
enum FormSheet: String, CaseIterable, Sendable {
    case contracts, years, installments, rules, invoices, assessments

    static let guide = FormWords("说明", "Guide")
    static let codes = FormWords("代码表", "Codes")
    /// The column that a form given back has behind the others; it is not read.
    static let problems = FormWords("问题", "Problems")

    var title: FormWords {
        switch self {
        case .contracts: FormWords("合同", "Contracts")
        case .years: FormWords("年度", "Years")
        case .installments: FormWords("分期", "Installments")
        case .rules: FormWords("考核办法", "Assessment rules")
        case .invoices: FormWords("发票", "Invoices")
        case .assessments: FormWords("考核", "Assessments")
        }
    }

    var fields: [FormField] {
        switch self {
        case .contracts: Self.contractFields
        case .years: Self.yearFields
        case .installments: Self.installmentFields
        case .rules: Self.ruleFields
        case .invoices: Self.invoiceFields
        case .assessments: Self.assessmentFields
        }
    }
}
