import JSON
import Values

extension DossierReader {
    private static let contractNames: [StaticString] = [
        "number", "title", "buyer", "supplier", "currency", "price", "signedOn", "years", "term", "installments",
        "assessments", "termination", "excess", "lateInterest",
    ]

    /// Terms (payable.md, section 2), with every check that needs no fact.
    mutating func contract(_ value: JSONValue?) -> Contract? {
        guard let object = object(value, Self.contractNames) else { return nil }
        let before = problems.count
        let index = TermsIndex(object)
        var contract = Contract()
        contract.number = words(required(object, "number"), mayBeEmpty: false) ?? ""
        contract.title = words(required(object, "title")) ?? ""
        contract.buyer = words(required(object, "buyer")) ?? ""
        contract.supplier = words(required(object, "supplier")) ?? ""
        currency(required(object, "currency"))
        contract.price = amount(required(object, "price")) ?? .zero
        contract.signedOn = day(required(object, "signedOn")) ?? .first
        if let term = object.member("term") {
            if object.member("years") != nil { report(.conflictingFields, at: object, "years | term") }
            contract.term = period(term)
        }
        contract.years = years(object.member("years"))
        let schedule = elements(required(object, "installments"), most: 2000)
        contract.installments = schedule.enumerated().compactMap { installment($1, at: $0, in: index) }
        refuseRepeated(schedule)
        let assessments = elements(object.member("assessments"), most: 2000)
        contract.assessments = assessments.compactMap { assessment($0, in: index) }
        refuseRepeated(assessments)
        contract.termination = elements(object.member("termination"), most: 100)
            .compactMap { terminationRule($0, in: index) }
        contract.statesExcess = object.member("excess") != nil
        contract.excess = object.member("excess").flatMap { choice($0, Excess.self) } ?? .carry
        contract.lateInterest = object.member("lateInterest").flatMap { lateInterest($0) }
        check(&contract, object, schedule: schedule, assessments: assessments, isWhole: problems.count == before)
        return contract
    }

    private mutating func currency(_ value: JSONValue?) {
        guard let value else { return }
        if !value.isText("CNY") { report(value.kind == .string ? .badChoice : .wrongType, at: value, "CNY") }
    }

    mutating func period(_ value: JSONValue) -> Period? {
        guard let object = object(value, ["from", "to"]) else { return nil }
        return period(of: object)
    }

    /// The members `from` and `to` of an object that may have others.
    mutating func period(of object: JSONValue) -> Period? {
        guard let from = day(required(object, "from")), let to = day(required(object, "to")) else { return nil }
        if to < from { report(.periodReversed, at: object.descendant(["to"]), "\(from) – \(to)") }
        return Period(from: from, to: to)
    }

    private static let yearNames: [StaticString] = ["year", "fee", "from", "to"]

    private mutating func years(_ value: JSONValue?) -> [ContractYear] {
        var years: [ContractYear] = []
        for element in elements(value, most: 200) {
            guard let object = object(element, Self.yearNames) else { continue }
            let number = integer(required(object, "year"), 1...9999)
            let fee = amount(required(object, "fee"))
            guard let period = period(of: object), let number, let fee else { continue }
            if let last = years.last, number <= last.number || period.from <= last.period.to {
                let place = element.descendant([number <= last.number ? "year" : "from"])
                report(number == last.number ? .duplicateIdentifier : .yearsOverlap, at: place, String(number))
            }
            years.append(ContractYear(number: number, fee: fee, period: period))
        }
        return years
    }

    private mutating func terminationRule(_ value: JSONValue, in index: TermsIndex) -> TerminationRule? {
        guard let object = object(value, ["series", "below", "times"]) else { return nil }
        var series: [Int] = []
        for element in elements(required(object, "series"), most: 2000) {
            guard let member = assessmentReference(element, in: index) else { continue }
            if series.contains(member) { report(.duplicateIdentifier, at: element, element.text) }
            series.append(member)
        }
        let below = score(required(object, "below"))
        let times = integer(required(object, "times"), 1...2000)
        guard let below, let times else { return nil }
        return TerminationRule(series: series, below: below, times: times)
    }

    private mutating func lateInterest(_ value: JSONValue) -> Percentage? {
        guard let object = object(value, ["percentPerDay"]) else { return nil }
        return percentage(required(object, "percentPerDay"))
    }
}
