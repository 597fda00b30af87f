public import Contracts
import Values

/// A case of Tests/Fixtures/errors: changes to base.json, or a text in place of it, and every problem that follows.
///
///     ## what is wrong, for people
///     /pointer = JSON          sets, `/-` at the end appends; `/pointer -` removes; `text …` is the whole input
///     ✗ code /pointer
///       the Chinese sentence
///       the English sentence
public struct ErrorCase: Sendable, CustomStringConvertible {
    public let title: String
    /// File and line.
    public let place: String
    public let input: [UInt8]
    /// In the form that the file has: three lines for each problem.
    public let expected: [String]

    public var description: String { "\(place) \(title)" }

    /// The files, in order.
    public static let files = ["1-text", "2-structure", "3-values", "4-references", "5-terms", "6-facts"]

    /// The cases of all files.
    public static let all = files.flatMap(cases)

    /// A problem as the files write it.
    public static func lines(_ problem: Problem) -> [String] {
        let place = problem.pointer.isEmpty ? "" : " \(problem.pointer)"
        return ["✗ \(problem.code.rawValue)\(place)"] + Language.allCases.map { "  " + problem.message(in: $0) }
    }

    private static func cases(of file: String) -> [ErrorCase] {
        let text = String(decoding: Cases.contents(of: "errors/\(file).txt"), as: UTF8.self)
        var cases: [ErrorCase] = []
        var block: [Substring] = []
        let lines: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false) + ["## "]
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("## "), let title = block.first, title.hasPrefix("## ") {
                let place = "errors/\(file).txt:\(index - block.count + 1):"
                cases.append(ErrorCase(title: String(title.dropFirst(3)), place: place, body: block.dropFirst()))
            }
            if line.hasPrefix("## ") { block = [] }
            block.append(line)
        }
        return cases
    }

    private init(title: String, place: String, body: ArraySlice<Substring>) {
        self.title = title
        self.place = place
        let isExpected: (Substring) -> Bool = { $0.hasPrefix("✗ ") || $0.hasPrefix("  ") }
        expected = body.filter(isExpected).map { String($0) }
        let changes = body.filter { !isExpected($0) && !$0.isEmpty }
        if let text = changes.first, text.hasPrefix("text ") {
            input = Array(text.dropFirst(5).utf8)
            return
        }
        input = changes.reduce(into: Self.base) { $0.apply($1, at: place) }.bytes
    }

    private static let base: JSONTree = {
        guard let tree = try? JSONTree(parsing: Cases.contents(of: "errors/base.json")) else {
            preconditionFailure("errors/base.json is no JSON")
        }
        return tree
    }()
}

extension JSONTree {
    /// Makes a change written as `/pointer = JSON` or `/pointer -`.
    fileprivate mutating func apply(_ change: Substring, at place: String) {
        if change.hasSuffix(" -") {
            self[String(change.dropLast(2))] = nil
        } else if let sign = change.firstRange(of: " = "), let value = try? JSONTree(String(change[sign.upperBound...])) {
            self[String(change[..<sign.lowerBound])] = value
        } else {
            preconditionFailure("\(place) cannot be read: \(change)")
        }
    }
}
