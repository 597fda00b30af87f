internal import JSON

/// Makes a fact out of a row (payable.md 2.4).
enum FactMapping {
    static func invoice(_ row: FormRow) -> FormObject {
        var fact = FormObject(row, at: "contract")
        fact.set("kind", .text("invoice"), row, "contract")
        for key in ["installment", "number", "amount", "on", "document", "note"] { fact.set(key, row, key) }
        return fact
    }

    static func assessment(_ row: FormRow) -> FormObject {
        var fact = FormObject(row, at: "contract")
        fact.set("kind", .text("assessment"), row, "contract")
        for key in ["assessment", "score", "on", "document", "note"] { fact.set(key, row, key) }
        fact.set("round", row, "round", FormObject.integer)
        for key in ["failed", "vetoed"] { fact.set(key, row, key, FormObject.identifiers) }
        return fact
    }
}
