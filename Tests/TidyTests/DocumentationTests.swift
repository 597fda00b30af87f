import Testing

/// Every type, function and initialiser that other targets see says what it is. What a protocol of the standard library
/// or the compiler asks for (comparing, hashing, stepping, describing, building results) needs no words.
struct DocumentationTests {
    private static let modifiers: Set<Substring> = [
        "public", "package", "open", "final", "static", "mutating", "indirect", "nonisolated", "borrowing", "consuming",
        "convenience",
        "@inlinable", "@frozen", "@discardableResult", "@inline(__always)", "@unchecked",
    ]
    private static let kinds: Set<Substring> = [
        "struct", "enum", "class", "actor", "protocol", "func", "init", "typealias", "subscript",
    ]
    private static let understood = [
        "func <", "func ==", "func next()", "func hash(into hasher", "init(stringLiteral", "func run()",
        "func validate()", "func build",
    ]

    @Test(arguments: SourceFile.sources)
    func everyPublicDeclarationHasAComment(_ file: SourceFile) {
        let lines = file.lines
        for (number, line) in lines.enumerated() where isDeclarationForOthers(line) {
            let above = lines[..<number].last { !$0.drop { $0 == " " }.hasPrefix("@") }
            let isDocumented = above.map { $0.drop { $0 == " " }.hasPrefix("///") } ?? false
            if !isDocumented { Issue.record("\(file):\(number + 1): \(line)") }
        }
    }

    private func isDeclarationForOthers(_ line: Substring) -> Bool {
        let words = line.split(separator: " ")
        guard words.contains("public") || words.contains("package"),
            !Self.understood.contains(where: line.contains)
        else { return false }
        let kind = words.first { !Self.modifiers.contains($0) }?.prefix { $0.isLetter } ?? ""
        return Self.kinds.contains(kind)
    }
}
