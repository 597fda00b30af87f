internal import JSON

/// Makes an assessment's rules out of a row (payable.md 2.2): bands, one rule of points, failures, a veto, a cap.
enum RuleMapping {
    static func object(_ row: inout FormRow) -> FormObject {
        var assessment = FormObject(row, at: "id")
        for key in ["id", "label"] { assessment.set(key, row, key) }
        assessment.set("rectifications", row, "rectifications", FormObject.integer)
        let bands = (1...4).compactMap { band(&row, "from\($0)", "percent\($0)") }
        assessment.set("bands", bands)
        if let points = points(&row) { assessment.set("points", [points]) }
        if let failures = share(&row, "failurePercent", with: "failures") {
            var object = failures
            object.set("criteria", row, "failures", FormObject.identifiers)
            assessment.set("failures", object)
        }
        if row["cap"] != nil, let cap = share(&row, "cap", with: nil) { assessment.set("cap", cap) }
        if row["veto"] != nil || row["effect"] != nil {
            for key in ["veto", "effect"] { row.demand(key, of: .rules) }
            var veto = FormObject(row, at: "veto")
            veto.set("criteria", row, "veto", FormObject.identifiers)
            veto.set("effect", row, "effect")
            assessment.set("veto", veto)
        }
        return assessment
    }

    private static func band(_ row: inout FormRow, _ from: String, _ percent: String) -> FormObject? {
        guard var band = share(&row, percent, with: from) else { return nil }
        band.set("from", row, from)
        return band
    }

    private static func points(_ row: inout FormRow) -> FormObject? {
        guard row["pointsBelow"] != nil || row["pointPercent"] != nil || row["fraction"] != nil else { return nil }
        for key in ["pointsBelow", "pointPercent", "fraction"] { row.demand(key, of: .rules) }
        guard var points = share(&row, "pointPercent", with: "pointsBelow") else { return nil }
        points.set("pointsBelow", row, "pointsBelow")
        points.set("fraction", row, "fraction")
        return points
    }

    /// `percent` and `of`, where the percentage or the cell it belongs with is filled in; then both must be, and a
    /// base. What is missing is reported, and left out.
    private static func share(_ row: inout FormRow, _ percent: String, with partner: String?) -> FormObject? {
        guard row[percent] != nil || partner.map({ row[$0] != nil }) ?? false else { return nil }
        for key in [percent, partner].compactMap({ $0 }) { row.demand(key, of: .rules) }
        var share = FormObject(row, at: percent)
        share.set("percent", row, percent)
        if let base = row.base(of: .rules) { share.set("of", .text(base), row, "of") }
        return share
    }
}
