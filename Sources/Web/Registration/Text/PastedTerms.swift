internal import Contracts
internal import JSON
internal import Values
internal import YAML

/// Terms as somebody pasted them, JSON or YAML, with everything that is wrong with them and the lines where it is.
struct PastedTerms: Sendable {
    let text: String
    /// Nil where the text cannot be read at all.
    private(set) var draft: TermsDraft?
    private(set) var faults: [Fault] = []

    /// One thing that is wrong.
    struct Fault: Equatable, Sendable {
        /// Counted from 1; nil where no line can be told.
        let line: Int?
        let pointer: String
        let message: String
    }

    init(_ text: String, in words: RegistrationWords) {
        self.text = text
        let bytes = Array(text.utf8)
        let isJSON = text.drop(while: \.isWhitespace).first == "{"
        let lined: JSONFromYAML.Lined?
        if isJSON {
            lined = nil
        } else {
            do throws(YAMLError) { lined = try JSONFromYAML.convertWithLines(bytes) } catch {
                let problem = Problem(pointer: "", code: .yaml, detail: error.reason)
                faults = [Fault(line: error.line, pointer: "", message: problem.message(in: words.language))]
                return
            }
        }
        var parser = JSONParser(deepest: 32)
        let json = lined?.json ?? bytes
        let parsed = json.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root in Self.read(root, json, lined?.lines, words) }
        }
        switch parsed {
        case .success(let read): (draft, faults) = read
        case .failure(let error):
            let problem = Problem(
                pointer: "", code: ProblemCode(rawValue: error.code.rawValue) ?? .syntax, detail: String(error.offset))
            faults = [
                Fault(
                    line: Self.line(of: error.offset, in: json), pointer: "",
                    message: problem.message(in: words.language))
            ]
        }
    }

    /// A body of a registration, a whole dossier without facts, or a contract alone.
    private static func read(
        _ root: JSONValue, _ json: [UInt8], _ lines: [Int]?, _ words: RegistrationWords
    ) -> (TermsDraft?, [Fault]) {
        guard root.kind == .object else {
            let problem = Problem(pointer: "", code: .wrongType, detail: "object")
            return (nil, [Fault(line: 1, pointer: "", message: problem.message(in: words.language))])
        }
        let isAlone = root.member("contract") == nil
        var document = JSONDocument(root)
        if isAlone { document = .object(["contract": document]) }
        var faults: [Fault] = []
        func note(_ pointer: String, _ message: String) {
            let path = JSONDocument.steps(of: pointer).dropFirst(isAlone ? 1 : 0)
            let value = root.descendant(Array(path))
            let line = lines.flatMap { $0.indices.contains(value.position) ? $0[value.position] : nil }
            faults.append(
                Fault(line: line ?? Self.line(of: value.offset, in: json), pointer: pointer, message: message))
        }
        if !isAlone {
            if document["/facts"]?.elements.isEmpty == false { note("/facts", words.textWithFacts) }
            for name in ["facts", "asOf"] { document["/" + name] = nil }
        }
        for problem in TermsReview(document).problems { note(problem.pointer, problem.message(in: words.language)) }
        faults.sort { ($0.line ?? 0) < ($1.line ?? 0) }
        return (TermsDraft(completing: document), faults)
    }

    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        1 + bytes.prefix(offset).reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    }

    /// The lines of the text.
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}

extension TermsDraft {
    /// A text that was read, with what the form has no question for; nil where it holds no terms.
    fileprivate init?(completing document: JSONDocument) {
        guard case .object = document["/contract"] else { return nil }
        self.document = document
        if document["/contract/currency"] == nil { self["/contract/currency"] = .string("CNY") }
        // What a registration without one means.
        if document["/calendar"] == nil { self["/calendar"] = .string("none") }
    }
}

extension String {
    /// Without the blank lines around it, and without the blanks that all lines begin with: YAML means the same.
    var dedented: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false)
        while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        let indents = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " }.count }
        return lines.map { $0.dropFirst(indents.min() ?? 0) }.joined(separator: "\n")
    }
}
