import JSON
import Values

extension DossierReader {
    private static let assessmentNames: [StaticString] = [
        "id", "label", "sheet", "combine", "decimals", "rectifications", "veto", "failures", "bands", "points", "cap",
    ]

    mutating func assessment(_ value: JSONValue, in index: TermsIndex) -> Assessment? {
        guard let object = object(value, Self.assessmentNames) else { return nil }
        let id = identifier(required(object, "id")) ?? ""
        let label = words(required(object, "label")) ?? ""
        let sheet = sheet(object.member("sheet"))
        let parts = parts(object.member("combine"), in: index)
        if object.member("combine") != nil {
            if let sheet = object.member("sheet") { report(.conflictingFields, at: sheet, "combine | sheet") }
        } else if let decimals = object.member("decimals") {
            report(.conflictingFields, at: decimals, "combine")
        }
        let decimals = object.member("decimals").flatMap { integer($0, 0...30) }
        let rectifications = object.member("rectifications").flatMap { integer($0, 0...100) } ?? 0
        let veto = object.member("veto").flatMap { self.veto($0) }
        let failures = object.member("failures").flatMap { self.failures($0, in: index) }
        let bands = elements(object.member("bands"), most: 500).compactMap { band($0, in: index) }
        let points = elements(object.member("points"), most: 500).compactMap { pointsRule($0, in: index) }
        let cap = object.member("cap").flatMap { self.cap($0, in: index) }
        return Assessment(
            id: id, label: label, sheet: sheet, parts: parts, decimals: decimals, rectifications: rectifications,
            veto: veto, failures: failures, bands: bands, points: points, cap: cap)
    }

    private mutating func sheet(_ value: JSONValue?) -> [Assessment.SheetCriterion] {
        let criteria = elements(value, most: 500)
        if criteria.count > 1 { refuseRepeated(criteria) }
        return criteria.compactMap { element in
            guard let object = object(element, ["id", "label", "max", "each"]) else { return nil }
            let id = identifier(required(object, "id"))
            let label = words(required(object, "label"))
            let max = score(required(object, "max"))
            let each = score(required(object, "each"))
            guard let id, let label, let max, let each else { return nil }
            return .init(id: id, label: label, max: max, each: each)
        }
    }

    private mutating func parts(_ value: JSONValue?, in index: TermsIndex) -> [Assessment.Part] {
        var parts: [Assessment.Part] = []
        for element in elements(value, most: 500, mayBeEmpty: false) {
            guard let object = object(element, ["assessment", "weight"]) else { continue }
            let reference = required(object, "assessment")
            let part = assessmentReference(reference, in: index)
            let weight = quantity(required(object, "weight"))
            guard let reference, let part, let weight else { continue }
            if parts.contains(where: { $0.assessment == part }) {
                report(.duplicateIdentifier, at: reference, reference.text)
            }
            parts.append(.init(assessment: part, weight: weight))
        }
        return parts
    }

    private mutating func veto(_ value: JSONValue) -> Assessment.Veto? {
        guard let object = object(value, ["criteria", "effect"]) else { return nil }
        let criteria = identifiers(required(object, "criteria"))
        let effect = choice(required(object, "effect"), Assessment.Veto.Effect.self)
        return effect.map { .init(criteria: criteria, effect: $0) }
    }

    private mutating func failures(_ value: JSONValue, in index: TermsIndex) -> Assessment.Failures? {
        guard let object = object(value, ["criteria", "percent", "of"]) else { return nil }
        let criteria = identifiers(required(object, "criteria"))
        return .init(criteria: criteria, share: share(object, in: index))
    }

    private mutating func band(_ value: JSONValue, in index: TermsIndex) -> Assessment.Band? {
        guard let object = object(value, ["from", "percent", "of"]) else { return nil }
        let text = required(object, "from")
        let from = score(text)
        let share = share(object, in: index)
        return from.map { .init(from: $0, fromText: text?.text ?? "", share: share) }
    }

    private static let pointsNames: [StaticString] = [
        "pointsBelow", "downTo", "scoreFrom", "scoreBelow", "percent", "of", "fraction",
    ]

    private mutating func pointsRule(_ value: JSONValue, in index: TermsIndex) -> Assessment.PointsRule? {
        guard let object = object(value, Self.pointsNames) else { return nil }
        let below = score(required(object, "pointsBelow"))
        let downTo = object.member("downTo").flatMap { score($0) }
        let scoreFrom = object.member("scoreFrom").flatMap { score($0) }
        let scoreBelow = object.member("scoreBelow").flatMap { score($0) }
        let share = share(object, in: index)
        let fraction = choice(required(object, "fraction"), Assessment.PointsRule.Fraction.self)
        guard let below, let fraction else { return nil }
        return .init(
            pointsBelow: below, downTo: downTo, scoreFrom: scoreFrom, scoreBelow: scoreBelow, share: share,
            fraction: fraction)
    }

    private mutating func cap(_ value: JSONValue, in index: TermsIndex) -> Share? {
        guard let object = object(value, ["percent", "of"]) else { return nil }
        return share(object, in: index)
    }
}
