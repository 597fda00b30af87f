internal import Contracts
internal import JSON
internal import Values

/// A what-if question: facts that are not recorded, and the day asked about.
struct WhatIfQuestion {
    /// Canonical JSON; those without an id have got one.
    private(set) var facts: [[UInt8]] = []
    /// Nil for today.
    private(set) var asOf: CalendarDay?

    /// Facts that one question may have.
    private static let mostFacts = 100

    /// Reads `{"facts": […], "asOf"?}` with everything that is wrong with it; `freeFactID` gives an id that none of so
    /// many further facts has.
    init(_ question: [UInt8], freeFactID: (Int) -> String) throws(Problems) {
        var parser = JSONParser()
        let parsed = question.withUnsafeBufferPointer { bytes in
            parser.parse(bytes) { root -> (WhatIfQuestion, [Problem]) in
                var asked = WhatIfQuestion()
                // Taken first: what a tuple begins with is copied before the rest of it is worked out.
                let problems = asked.take(root, freeFactID)
                return (asked, problems)
            }
        }
        switch parsed {
        case .failure(let error):
            let code = ProblemCode(rawValue: error.code.rawValue) ?? .syntax
            throw Problems([Problem(pointer: "", code: code, detail: String(error.offset))])
        case .success((_, let problems)) where !problems.isEmpty: throw Problems(problems)
        case .success((let asked, _)): self = asked
        }
    }

    private init() {}

    private mutating func take(_ root: JSONValue, _ freeFactID: (Int) -> String) -> [Problem] {
        guard root.kind == .object else { return [Problem(pointer: "", code: .wrongType, detail: "object")] }
        var problems: [Problem] = []
        for member in root.members {
            switch member.name.text {
            case "asOf":
                asOf = CalendarDay(member.value.text)
                if asOf == nil { problems.append(Problem(pointer: "/asOf", code: .badDate, detail: member.value.text)) }
            case "facts" where member.value.kind == .array: problems += take(facts: member.value, freeFactID)
            case "facts": problems.append(Problem(pointer: "/facts", code: .wrongType, detail: "array"))
            case let name:
                let pointer = "/" + JSONValue.token(name)
                problems.append(Problem(pointer: pointer, code: .unknownField, detail: name))
            }
        }
        if root.member("facts") == nil { problems.append(Problem(pointer: "", code: .missingField, detail: "facts")) }
        return problems
    }

    private mutating func take(facts list: JSONValue, _ freeFactID: (Int) -> String) -> [Problem] {
        guard list.count <= Self.mostFacts else {
            return [Problem(pointer: "/facts", code: .tooMany, detail: "≤ \(Self.mostFacts)")]
        }
        var problems: [Problem] = []
        for (position, fact) in list.elements.enumerated() {
            var output = TextOutput()
            guard fact.kind == .object, fact.writeCanonical(to: &output) else {
                problems.append(Problem(pointer: "/facts/\(position)", code: .wrongType, detail: "object"))
                continue
            }
            facts.append(
                fact.member("id") == nil
                    ? SubmittedFact.named(freeFactID(position), canonical: output.bytes) : output.bytes)
        }
        return problems
    }
}

extension Problem {
    /// A problem of a dossier as one of the facts behind the `recorded` ones.
    func placed(behind recorded: Int) -> Problem {
        let steps = pointer.split(separator: "/", omittingEmptySubsequences: false)
        guard steps.count > 2, steps[1] == "facts", let place = Int(steps[2]), place >= recorded else { return self }
        let rest = steps.dropFirst(3).map { "/" + $0 }.joined()
        return Problem(pointer: "/facts/\(place - recorded)" + rest, code: code, detail: detail)
    }
}
