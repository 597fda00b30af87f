import JSON
import Values

extension DossierReader {
    mutating func installmentReference(_ value: JSONValue?, in index: TermsIndex) -> Int? {
        guard let value, let id = identifier(value) else { return nil }
        if let position = index.installments[id] { return position }
        report(.unknownInstallment, at: value, id)
        return nil
    }

    mutating func assessmentReference(_ value: JSONValue?, in index: TermsIndex) -> Int? {
        guard let value, let id = identifier(value) else { return nil }
        if let position = index.assessments[id] { return position }
        report(.unknownAssessment, at: value, id)
        return nil
    }

    mutating func yearReference(_ value: JSONValue?, in index: TermsIndex) -> Int? {
        guard let value, let number = integer(value, 1...9999) else { return nil }
        if let position = index.years.firstIndex(of: number) { return position }
        report(.unknownYear, at: value, String(number))
        return nil
    }

    /// `contract`, `year:N`, and in assessments `installment`.
    mutating func base(_ value: JSONValue?, in index: TermsIndex, mayBeInstallment: Bool = false) -> Base? {
        guard let value else { return nil }
        guard value.kind == .string else {
            report(.wrongType, at: value, "string")
            return nil
        }
        if value.isText("contract") { return .contract }
        if mayBeInstallment, value.isText("installment") { return .installment }
        let text = value.text
        let number = text.dropFirst(5)
        guard text.hasPrefix("year:"), let year = Int(number), String(year) == number else {
            report(.badBase, at: value, text)
            return nil
        }
        if let position = index.years.firstIndex(of: year) { return .year(position) }
        report(.unknownYear, at: value, String(year))
        return nil
    }

    /// A percentage of a base, from the members `percent` and `of`.
    mutating func share(_ object: JSONValue, in index: TermsIndex) -> Share {
        let percentage = percentage(required(object, "percent"))
        let base = base(required(object, "of"), in: index, mayBeInstallment: true)
        return Share(percentage: percentage ?? Percentage(millionths: 0), base: base ?? .contract)
    }

    /// Reports every identifier that an earlier one of its kind has already.
    mutating func refuseRepeated(_ values: [JSONValue], _ name: StaticString = "id") {
        var seen: Set<String> = []
        for value in values {
            guard let id = value.member(name), !seen.insert(id.text).inserted else { continue }
            report(.duplicateIdentifier, at: id, id.text)
        }
    }

    /// A list of identifiers, none twice.
    mutating func identifiers(_ value: JSONValue?) -> [String] {
        let values = elements(value, most: 500)
        let names = values.compactMap { identifier($0) }
        if values.count > 1 {
            var seen: Set<String> = []
            for value in values where value.kind == .string && !seen.insert(value.text).inserted {
                report(.duplicateIdentifier, at: value, value.text)
            }
        }
        return names
    }
}
