package import Values

/// The query of a request, decoded and checked against what its route allows. Everything that is wrong is gathered and
/// thrown at once by ``check()``.
package struct QueryValues {
    private var values: [String: String] = [:]
    private var problems: [ParameterProblem] = []

    /// Reads `name=value` pairs; a plus is a blank, as forms have it.
    package init(_ query: Substring?, allowed: Set<String>) {
        for pair in (query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = percentDecoded(parts[0], plusIsSpace: true),
                let value = percentDecoded(parts.count == 2 ? parts[1] : "", plusIsSpace: true)
            else {
                problems.append(ParameterProblem(name: String(parts[0].prefix(100)), code: .encoding))
                continue
            }
            if !allowed.contains(name) {
                problems.append(ParameterProblem(name: String(name.prefix(100)), code: .unknown))
            } else if values.updateValue(value, forKey: name) != nil {
                problems.append(ParameterProblem(name: name, code: .repeated))
            }
        }
    }

    /// A text as it was given.
    package func text(_ name: String) -> String? { values[name] }

    /// A text that must be there.
    package mutating func required(_ name: String) -> String {
        if values[name] == nil { problems.append(ParameterProblem(name: name, code: .missing)) }
        return values[name] ?? ""
    }

    /// The pairs of a query that was found right, decoded, in their order.
    package static func pairs(_ query: Substring?) -> [(name: String, value: String)] {
        (query ?? "").split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count == 2 ? parts[1] : ""
            return (
                percentDecoded(parts[0], plusIsSpace: true) ?? "", percentDecoded(value, plusIsSpace: true) ?? ""
            )
        }
    }

    /// An amount in yuan: `1234.50`.
    package mutating func money(_ name: String) -> Money? { read(name, .amount) { Money($0) } }

    /// A day: `2026-11-21`.
    package mutating func day(_ name: String) -> CalendarDay? {
        read(name, .date) { CalendarDay($0) }
    }

    /// An instant; a day means its end in China (+08:00).
    package mutating func moment(_ name: String) -> Instant? { moment(name, ofDay: "T23:59:59.999999+08:00") }

    /// An instant; a day means its beginning in China.
    package mutating func startingMoment(_ name: String) -> Instant? { moment(name, ofDay: "T00:00:00+08:00") }

    /// An unescaped plus has become a blank, and is taken back.
    private mutating func moment(_ name: String, ofDay time: String) -> Instant? {
        read(name, .instant) { text in
            let text = text.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "+")
            return Instant(CalendarDay(text) == nil ? text : text + time)
        }
    }

    /// A whole number within limits.
    package mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        read(name, .integer, "\(range.lowerBound)…\(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// One of the named values.
    package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, of type: Choice.Type = Choice.self
    ) -> Choice? {
        read(name, .choice, Choice.allCases.map(\.rawValue).joined(separator: ", ")) { Choice(rawValue: $0) }
    }

    /// Which part of a list, by `limit` and `cursor`.
    package mutating func page() -> Page {
        Page(limit: integer("limit", in: Page.limits) ?? 50, cursor: read("cursor", .cursor) { Cursor(text: $0) })
    }

    /// Throws everything that was found wrong; to be called when all values have been read.
    package func check() throws(Refusal) {
        if !problems.isEmpty { throw .parameters(problems) }
    }

    private mutating func read<Value>(
        _ name: String, _ code: ParameterProblem.Code, _ detail: String = "", _ parse: (String) -> Value?
    ) -> Value? {
        guard let text = values[name] else { return nil }
        let value = parse(text)
        if value == nil { problems.append(ParameterProblem(name: name, code: code, detail: detail)) }
        return value
    }
}
