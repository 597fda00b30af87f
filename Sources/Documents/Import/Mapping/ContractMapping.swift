internal import Contracts
internal import JSON

/// Makes the terms of a contract out of its rows (payable.md, section 2).
struct ContractMapping {
    private(set) var contract: FormRow
    private(set) var years: [FormRow]
    private(set) var installments: [FormRow]
    private(set) var rules: [FormRow]

    init(_ contract: FormRow, years: [FormRow], installments: [FormRow], rules: [FormRow]) {
        self.contract = contract
        self.years = years
        self.installments = installments
        self.rules = rules
    }

    /// What was found wrong while mapping, and before.
    var problems: [ImportProblem] { ([contract] + years + installments + rules).flatMap(\.problems) }

    /// References that cannot be judged, for the cell that would be referred to is wrong or missing.
    var doubtful: Set<ProblemCode> {
        var codes: Set<ProblemCode> = []
        if years.contains(where: { $0["year"] == nil }) { codes.insert(.unknownYear) }
        if installments.contains(where: { $0["id"] == nil }) { codes.insert(.unknownInstallment) }
        if rules.contains(where: { $0["id"] == nil }) { codes.insert(.unknownAssessment) }
        return codes
    }

    mutating func body() -> FormObject {
        var terms = FormObject(contract, at: "number")
        for key in ["number", "title", "buyer", "supplier", "price", "signedOn", "excess"] {
            terms.set(key, contract, key)
        }
        terms.set("currency", .text("CNY"), contract, "price")
        if contract["lateInterest"] != nil {
            var interest = FormObject(contract, at: "lateInterest")
            interest.set("percentPerDay", contract, "lateInterest")
            terms.set("lateInterest", interest)
        }
        setTerm(&terms)
        terms.set("years", years.map(Self.year))
        terms.set("installments", installments.indices.map { installment($0) }, mayBeMissing: false)
        terms.set("assessments", rules.indices.map { RuleMapping.object(&rules[$0]) })
        var body = FormObject(contract, at: "number")
        body.set("contract", terms)
        return body
    }

    /// Contracts by years have no term of their own.
    private mutating func setTerm(_ terms: inout FormObject) {
        guard contract["from"] != nil || contract["to"] != nil else { return }
        guard years.isEmpty else { return contract.refuse(["from", "to"], because: FormSheet.years.title.chinese) }
        guard contract.demand("from", of: .contracts), contract.demand("to", of: .contracts) else { return }
        var term = FormObject(contract, at: "from")
        term.set("from", contract, "from")
        term.set("to", contract, "to")
        terms.set("term", term)
    }

    private static func year(_ row: FormRow) -> FormObject {
        var year = FormObject(row, at: "year")
        year.set("year", row, "year", FormObject.integer)
        for key in ["fee", "from", "to"] { year.set(key, row, key) }
        return year
    }

    private mutating func installment(_ index: Int) -> FormObject {
        InstallmentMapping.object(&installments[index])
    }
}

extension FormRow {
    /// A base as terms write it, `contract`, `year:N` or `installment`; nil where the row does not say it.
    mutating func base(of sheet: FormSheet) -> String? {
        guard demand("of", of: sheet), let code = self["of"] else { return nil }
        guard code == "year" else { return code }
        return demand("year", of: sheet) ? self["year"].map { "year:" + $0 } : nil
    }
}
