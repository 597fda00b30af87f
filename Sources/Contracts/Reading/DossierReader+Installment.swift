import JSON
import Values

extension DossierReader {
    private static let installmentNames: [StaticString] = [
        "id", "label", "year", "kind", "amount", "when", "within", "assessedBy", "needs",
    ]

    mutating func installment(_ value: JSONValue, at position: Int, in index: TermsIndex) -> Installment? {
        guard let object = object(value, Self.installmentNames) else { return nil }
        let id = identifier(required(object, "id")) ?? ""
        let label = words(required(object, "label")) ?? ""
        let year = object.member("year").flatMap { yearReference($0, in: index) }
        let kind = choice(required(object, "kind"), Installment.Kind.self) ?? .milestone
        let amount = amount(required(object, "amount"), at: position, in: index) ?? .fixed(.zero)
        let when = required(object, "when")
        let condition = condition(when, in: index, depth: 0) ?? .contractEnds
        if let when, condition.canBeDateless { report(.datelessStart, at: when) }
        let within = object.member("within").flatMap { span($0) }
        let assessedBy = object.member("assessedBy").flatMap { assessmentReference($0, in: index) }
        let needs = needs(object.member("needs"))
        return Installment(
            id: id, label: label, year: year, kind: kind, amount: amount, when: condition, within: within,
            assessedBy: assessedBy, needs: needs)
    }

    private mutating func needs(_ value: JSONValue?) -> [Installment.Need] {
        guard let value else { return [] }
        if value.kind == .array, value.count > 60 { report(.tooMany, at: value, "60") }
        return identifiers(value).map { $0 == "invoice" ? .invoice : .event($0) }
    }

    /// `days`, `workingDays` or `months`, at most a hundred years.
    mutating func span(_ value: JSONValue) -> Span? {
        let names: [StaticString] = ["days", "workingDays", "months"]
        guard let object = object(value, names), let choice = alternative(object, names) else { return nil }
        return span(choice.name, choice.value)
    }

    mutating func span(_ name: StaticString, _ value: JSONValue) -> Span? {
        switch name.description {
        case "days": integer(value, 0...36_600).map { .days($0) }
        case "workingDays": integer(value, 0...36_600).map { .workingDays($0) }
        default: integer(value, 0...1200).map { .months($0) }
        }
    }

    private static let amountNames: [StaticString] = [
        "fixed", "percent", "of", "remainder", "metered", "max", "withheld",
    ]

    private mutating func amount(_ value: JSONValue?, at position: Int, in index: TermsIndex) -> Installment.Amount? {
        guard let object = object(value, Self.amountNames),
            let form = alternative(object, ["fixed", "percent", "remainder", "metered", "withheld"])
        else { return nil }
        refuse(object, "of", unless: form.name, is: "percent")
        refuse(object, "max", unless: form.name, is: "metered")
        switch form.name.description {
        case "fixed": return self.amount(form.value).map { .fixed($0) }
        case "percent":
            let percentage = percentage(form.value)
            let base = base(required(object, "of"), in: index)
            guard let percentage, let base else { return nil }
            return .percent(percentage, of: base)
        case "remainder": return base(form.value, in: index).map { .remainder(of: $0) }
        case "metered": return metering(form.value, ceiling: object.member("max")).map { .metered($0) }
        default: return withheld(form.value, at: position, in: index)
        }
    }

    private mutating func refuse(
        _ object: JSONValue, _ name: StaticString, unless form: StaticString, is only: StaticString
    ) {
        guard form.description != only.description, let value = object.member(name) else { return }
        report(.conflictingFields, at: value, only.description)
    }

    private mutating func metering(_ value: JSONValue, ceiling: JSONValue?) -> Metering? {
        guard let object = object(value, ["unitPrices", "from", "to"]) else { return nil }
        var prices: [Metering.UnitPrice] = []
        if let list = required(object, "unitPrices") {
            if list.kind != .object { report(.wrongType, at: list, "object") }
            for member in list.members {
                let item = member.name.text
                if !Self.isIdentifier(item) { report(.badIdentifier, at: member.value, item) }
                if let price = quantity(member.value) { prices.append(.init(item: item, price: price)) }
            }
        }
        let most = ceiling.flatMap { amount($0) }
        guard let period = period(of: object) else { return nil }
        return Metering(unitPrices: prices, period: period, ceiling: most)
    }

    private mutating func withheld(_ value: JSONValue, at position: Int, in index: TermsIndex) -> Installment.Amount? {
        guard let object = object(value, ["percent", "from"]) else { return nil }
        let percentage = percentage(required(object, "percent"))
        let list = required(object, "from")
        var sources: [Int] = []
        for element in elements(list, most: 2000) {
            guard let source = installmentReference(element, in: index) else { continue }
            if source >= position { report(.withheldFromLater, at: element, element.text) }
            if sources.contains(source) { report(.duplicateIdentifier, at: element, element.text) }
            sources.append(source)
        }
        guard let percentage else { return nil }
        return .withheld(percentage, from: sources)
    }
}
