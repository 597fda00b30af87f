internal import Contracts
internal import JSON
internal import Values

extension Submission {
    /// Takes a dossier apart. What it says is not judged here, except where it is too misshapen to be taken apart:
    /// then all its problems are thrown. A missing `asOf` is no problem.
    static func read(_ bytes: [UInt8], today: CalendarDay, with parser: inout JSONParser) throws(Problems) -> Submission
    {
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { Shape($0, today: today) }
        }
        guard case .success(let shape) = parsed else { throw problems(of: bytes) }
        if let submission = shape.submission { return submission }
        throw problems(of: shape.dossier ?? bytes)
    }

    private static func problems(of dossier: [UInt8]) -> Problems {
        do throws(Problems) {
            _ = try Dossier.read(dossier)
            // Never seen: what the reader accepts has the shape that is asked for here.
            return Problems([Problem(pointer: "", code: .wrongType, detail: "object")])
        } catch { return error }
    }
}

/// What could be told of a dossier's structure.
private struct Shape {
    /// Nil where it is not that of a dossier.
    var submission: Submission?
    /// The same dossier for today; nil where something in it has no canonical form.
    var dossier: [UInt8]?

    init(_ root: JSONValue, today: CalendarDay) {
        guard root.kind == .object, let dossier = Self.dossier(root, today) else { return }
        self.dossier = dossier
        let names: Set = ["contract", "facts", "asOf", "calendar"]
        guard root.members.allSatisfy({ names.contains($0.name.text) }), let contract = root.member("contract"),
            let number = contract.member("number"), number.kind == .string,
            let facts = root.member("facts").flatMap({ Self.facts($0) }),
            let registration = Self.registration(contract, root.member("calendar"))
        else { return }
        submission = Submission(number: number.text, registration: registration, facts: facts, dossier: dossier)
    }

    /// The members in their order, with today for a valid or missing day.
    private static func dossier(_ root: JSONValue, _ today: CalendarDay) -> [UInt8]? {
        var output = TextOutput()
        output.write("{")
        var hasDay = false
        for member in root.members {
            output.write(jsonString: member.name.text)
            output.write(":")
            if member.name.isText("asOf") {
                hasDay = true
                if member.value.kind == .string, CalendarDay(member.value.text) != nil {
                    output.write("\"")
                    output.write(today)
                    output.write("\",")
                    continue
                }
            }
            guard member.value.writeCanonical(to: &output) else { return nil }
            output.write(",")
        }
        if hasDay {
            output.removeLast(1)
        } else {
            output.write("\"asOf\":\"")
            output.write(today)
            output.write("\"")
        }
        output.write("}")
        return output.bytes
    }

    /// No calendar means `none` (payable.md, section 3), and is registered as that.
    private static func registration(_ contract: JSONValue, _ calendar: JSONValue?) -> [UInt8]? {
        var output = TextOutput()
        output.write("{\"calendar\":")
        if let calendar {
            guard calendar.writeCanonical(to: &output) else { return nil }
        } else {
            output.write("\"none\"")
        }
        output.write(",\"contract\":")
        guard contract.writeCanonical(to: &output) else { return nil }
        output.write("}")
        return output.bytes
    }

    /// Nil unless every fact has an id of its own.
    private static func facts(_ list: JSONValue) -> [SubmittedFact]? {
        guard list.kind == .array else { return nil }
        var facts: [SubmittedFact] = []
        var seen: Set<String> = []
        for element in list.elements {
            var output = TextOutput()
            guard let id = element.member("id"), id.kind == .string, seen.insert(id.text).inserted,
                element.writeCanonical(to: &output)
            else { return nil }
            facts.append(SubmittedFact(id: id.text, payload: output.bytes))
        }
        return facts
    }
}
