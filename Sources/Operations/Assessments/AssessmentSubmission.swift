internal import Contracts
internal import JSON
internal import Values

/// A fact of an assessment as a person fills it in, taken apart into the facts to be recorded. Beside the members of
/// the fact (payable.md 2.4) it may have the scoring sheet with the evidence for each criterion:
/// `"sheet": [{"criterion", "incidents"?, "document"?, "note"?}]`.
struct AssessmentSubmission {
    /// The fact itself, and behind it an event for each criterion with evidence.
    private(set) var facts: [[UInt8]] = []
    /// Id of the assessment; empty where it is missing.
    private(set) var assessment = ""
    /// Rows of the sheet with evidence, in the order of their facts.
    private var evidence: [Int] = []
    /// Rows of the sheet by their criteria.
    private var rows: [String: Int] = [:]

    init(_ body: [UInt8]) throws(Problems) {
        var parser = JSONParser()
        let parsed = body.withUnsafeBufferPointer { bytes in
            parser.parse(bytes) { root -> (AssessmentSubmission, [Problem]) in
                var submission = AssessmentSubmission()
                let problems = submission.take(root)
                return (submission, problems)
            }
        }
        switch parsed {
        case .failure(let error):
            let code = ProblemCode(rawValue: error.code.rawValue) ?? .syntax
            throw Problems([Problem(pointer: "", code: code, detail: String(error.offset))])
        case .success((_, let problems)) where !problems.isEmpty: throw Problems(problems)
        case .success((let submission, _)): self = submission
        }
    }

    private init() {}

    private mutating func take(_ root: JSONValue) -> [Problem] {
        guard root.kind == .object else { return [Problem(pointer: "", code: .wrongType, detail: "object")] }
        assessment = root.text("assessment") ?? ""
        var fact: [String: JSONContent?] = [:]
        var problems: [Problem] = []
        for member in root.members where member.name.text != "sheet" {
            fact[member.name.text] = .raw(member.value.canonical)
        }
        guard let sheet = root.member("sheet") else {
            facts = [Self.bytes(fact)]
            return []
        }
        var incidents: [String: JSONContent?] = [:]
        var events: [[UInt8]] = []
        for (index, row) in sheet.elements.enumerated() {
            guard let criterion = row.text("criterion"), rows.updateValue(index, forKey: criterion) == nil else {
                problems.append(Problem(pointer: "/sheet/\(index)/criterion", code: .missingField, detail: "criterion"))
                continue
            }
            for member in row.members where !["criterion", "incidents", "document", "note"].contains(member.name.text) {
                let pointer = "/sheet/\(index)/" + JSONValue.token(member.name.text)
                problems.append(Problem(pointer: pointer, code: .unknownField, detail: member.name.text))
            }
            if let count = row.member("incidents") { incidents[criterion] = .raw(count.canonical) }
            if let event = Self.event(of: row, criterion, in: root) {
                events.append(event)
                evidence.append(index)
            }
        }
        fact["incidents"] = .object(incidents)
        facts = [Self.bytes(fact)] + events
        return problems
    }

    /// The event that holds what proves a criterion; nil where nothing was given.
    private static func event(of row: JSONValue, _ criterion: String, in root: JSONValue) -> [UInt8]? {
        let document = row.member("document")
        let note = row.member("note")
        guard document != nil || note != nil else { return nil }
        let name = AssessmentStep.evidence(
            of: root.text("assessment") ?? "", round: root.member("round")?.integer ?? 1, criterion: criterion)
        return bytes([
            "kind": .text("event"), "event": .text(name), "on": root.member("on").map { .raw($0.canonical) },
            "document": document.map { .raw($0.canonical) }, "note": note.map { .raw($0.canonical) },
        ])
    }

    private static func bytes(_ members: [String: JSONContent?]) -> [UInt8] {
        var output = TextOutput()
        output.write(object: members)
        return output.bytes
    }
}

extension AssessmentSubmission {
    /// Where a pointer into a dossier with `recorded` facts before these leads in what was handed in.
    func place(_ pointer: String, behind recorded: Int) -> String {
        let steps = pointer.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard steps.count > 2, steps[1] == "facts", let place = Int(steps[2]), place >= recorded else { return pointer }
        let rest = Array(steps.dropFirst(3))
        let text = rest.map { "/" + $0 }.joined()
        guard place > recorded else {
            guard rest.first == "incidents", rest.count > 1, let row = rows[rest[1]] else { return text }
            return "/sheet/\(row)/incidents"
        }
        // What all of them share is told of the fact itself.
        guard place - recorded - 1 < evidence.count, let field = rest.first, field == "document" || field == "note"
        else { return text }
        return "/sheet/\(evidence[place - recorded - 1])" + text
    }

    func placing(_ problems: Problems, behind recorded: Int) -> Problems {
        var list: [Problem] = []
        for problem in problems.list {
            let placed = Problem(
                pointer: place(problem.pointer, behind: recorded), code: problem.code, detail: problem.detail)
            // A day that is none is wrong in every one of the facts.
            if !list.contains(placed) { list.append(placed) }
        }
        return Problems(list)
    }

    func placing(_ conflicts: [Conflict], behind recorded: Int) -> [Conflict] {
        conflicts.map { Conflict(pointer: place($0.pointer, behind: recorded), code: $0.code, detail: $0.detail) }
    }
}

extension JSONValue {
    /// The value as canonical JSON; what has none, null.
    fileprivate var canonical: [UInt8] {
        var output = TextOutput()
        return writeCanonical(to: &output) ? output.bytes : Array("null".utf8)
    }
}
