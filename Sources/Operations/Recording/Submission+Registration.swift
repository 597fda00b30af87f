internal import Contracts
internal import JSON
internal import Values

extension Submission {
    /// Reads `{"contract": …, "calendar"?}` as a dossier without facts, with all that is wrong with it.
    static func read(registration body: [UInt8], today: CalendarDay) throws(Problems) -> Submission {
        var parser = JSONParser()
        let parsed = body.withUnsafeBufferPointer { bytes in
            parser.parse(bytes) { root -> (problems: [Problem], dossier: [UInt8]) in
                var output = TextOutput(reservingCapacity: bytes.count + 20)
                output.write("{\"facts\":[]")
                var problems: [Problem] = []
                for member in root.members {
                    let name = member.name.text
                    guard name == "contract" || name == "calendar" else {
                        let pointer = "/" + JSONValue.token(name)
                        problems.append(Problem(pointer: pointer, code: .unknownField, detail: name))
                        continue
                    }
                    output.write(",")
                    output.write(jsonString: name)
                    output.write(":")
                    if !member.value.writeCanonical(to: &output) {
                        problems.append(Problem(pointer: "/" + name, code: .numberForDecimal))
                    }
                }
                output.write("}")
                if root.kind != .object { problems.append(Problem(pointer: "", code: .wrongType, detail: "object")) }
                return (problems, output.bytes)
            }
        }
        switch parsed {
        case .failure(let error):
            let code = ProblemCode(rawValue: error.code.rawValue) ?? .syntax
            throw Problems([Problem(pointer: "", code: code, detail: String(error.offset))])
        case .success(let read):
            if !read.problems.isEmpty { throw Problems(read.problems) }
            return try Submission.read(read.dossier, today: today, with: &parser)
        }
    }

    /// The buyer in the terms; empty where they say none.
    var buyer: String {
        var parser = JSONParser()
        let parsed = registration.withUnsafeBufferPointer { bytes in
            parser.parse(bytes) { $0.member("contract")?.text("buyer") ?? "" }
        }
        return (try? parsed.get()) ?? ""
    }
}
