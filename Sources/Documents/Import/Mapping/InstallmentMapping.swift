internal import JSON

/// Makes an installment out of a row (payable.md 2.1 and 3).
enum InstallmentMapping {
    static func object(_ row: inout FormRow) -> FormObject {
        var installment = FormObject(row, at: "id")
        for key in ["id", "label", "kind", "assessedBy"] { installment.set(key, row, key) }
        installment.set("year", row, "year", FormObject.integer)
        installment.set("amount", amount(&row))
        installment.set("when", when(&row))
        if let within = within(&row) { installment.set("within", within) }
        if row["invoice"] == "yes" { installment.set("needs", .texts(["invoice"]), row, "invoice") }
        return installment
    }

    private static func amount(_ row: inout FormRow) -> FormObject {
        var amount = FormObject(row, at: "amount")
        switch row["amount"] {
        case "fixed":
            row.refuse(["percent", "of"], because: "固定金额 / fixed amount")
            if row.demand("fixed", of: .installments) { amount.set("fixed", row, "fixed") }
        case "percent":
            row.refuse(["fixed"], because: "百分比 / percentage")
            if row.demand("percent", of: .installments) { amount.set("percent", row, "percent") }
            if let base = row.base(of: .installments) { amount.set("of", .text(base), row, "of") }
        case "remainder":
            row.refuse(["fixed", "percent"], because: "余额 / remainder")
            if let base = row.base(of: .installments) { amount.set("remainder", .text(base), row, "of") }
        default: break
        }
        return amount
    }

    private static func within(_ row: inout FormRow) -> FormObject? {
        guard row["within"] != nil || row["unit"] != nil, row.demand("within", of: .installments),
            row.demand("unit", of: .installments), let unit = row["unit"]
        else { return nil }
        var within = FormObject(row, at: "within")
        within.set(unit, row, "within", FormObject.integer)
        return within
    }

    /// One condition, or both.
    private static func when(_ row: inout FormRow) -> FormObject {
        let first = condition(&row, "1")
        guard row["condition2"] != nil else {
            row.refuse(["parameter2", "number2"], because: "—")
            return first
        }
        let second = condition(&row, "2")
        var both = FormObject(row, at: "condition1")
        both.set("all", [first, second])
        return both
    }

    private static func condition(_ row: inout FormRow, _ suffix: String) -> FormObject {
        let (key, parameter, number) = ("condition" + suffix, "parameter" + suffix, "number" + suffix)
        var condition = FormObject(row, at: key)
        guard let code = row[key] else { return condition }
        let needsParameter = ["event", "count", "after-days", "after-months", "date", "clear"].contains(code)
        let needsNumber = ["count", "after-days", "after-months", "yearElapsed"].contains(code)
        let needsYear = ["yearStarts", "yearElapsed", "yearEnds"].contains(code)
        let words = FormList.condition.choice(code)?.words.chinese ?? code
        if !needsParameter { row.refuse([parameter], because: words) }
        if !needsNumber { row.refuse([number], because: words) }
        let isWhole = [
            !needsParameter || row.demand(parameter, of: .installments),
            !needsNumber || row.demand(number, of: .installments), !needsYear || row.demand("year", of: .installments),
        ]
        guard isWhole.allSatisfy({ $0 }) else { return condition }
        switch code {
        case "after-days", "after-months":
            condition.set("after", row, parameter)
            condition.set(code == "after-days" ? "days" : "months", row, number, FormObject.integer)
        case "count":
            condition.set("count", row, parameter)
            condition.set("atLeast", row, number, FormObject.integer)
        case "contractEnds", "invoice": condition.set(code, .boolean(true), row, key)
        default:
            if needsYear {
                condition.set(code, row, "year", FormObject.integer)
                if needsNumber { condition.set("months", row, number, FormObject.integer) }
            } else {
                condition.set(code, row, parameter)
            }
        }
        return condition
    }
}
