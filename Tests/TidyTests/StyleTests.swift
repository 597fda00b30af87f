import Testing

/// How the house is written.
struct StyleTests {
    private static let swift = ["Sources", "Tests", "ops", "sql"].flatMap { SourceFile.all(in: $0, ending: ".swift") }
    private static let all =
        swift
        + [".sql", ".txt", ".json", ".yaml", ".py", ".md"].flatMap { suffix in
            ["Sources", "Tests", "ops", "sql"].flatMap { SourceFile.all(in: $0, ending: suffix) }
        }

    @Test(arguments: all)
    func filesEndWithANewline(_ file: SourceFile) {
        // The contracts of ../shared came without one.
        guard !["tianfu.json", "hotline.json"].contains(where: file.path.hasSuffix) else { return }
        #expect(file.text.isEmpty || file.text.hasSuffix("\n"))
        #expect(!file.text.hasSuffix("\n\n"))
        #expect(!file.text.contains("\r"))
    }

    /// What stands in quotes is not broken; everything else is, with `swift format -i` and .swift-format.
    @Test(arguments: swift)
    func linesAreAtMost120Columns(_ file: SourceFile) {
        for (number, (line, code)) in zip(file.lines, file.code).enumerated() where line.count > 120 {
            let isQuoted = code.isEmpty ? !line.drop { $0 == " " }.hasPrefix("//") : line.contains("\"")
            if !isQuoted || code.count > 120 { Issue.record("\(file):\(number + 1) has \(line.count) columns") }
        }
    }

    @Test(arguments: SourceFile.sources)
    func linesHoldNoBlanksAtTheEndAndNoTabs(_ file: SourceFile) {
        for (number, line) in file.lines.enumerated() {
            #expect(line.last != " " && !line.contains("\t"), "\(file):\(number + 1)")
        }
    }

    @Test func filesAreShort() {
        let counts = SourceFile.sources.map(\.lines.count).sorted()
        for file in SourceFile.sources { #expect(file.lines.count <= 400, "\(file)") }
        #expect(counts[counts.count / 2] < 100)
    }

    /// What the user gives must never end the program, and what is unfinished is an issue, not a comment.
    @Test(arguments: SourceFile.sources)
    func nothingIsForcedOrLeftOpen(_ file: SourceFile) {
        for (number, line) in file.lines.enumerated() {
            for word in ["try" + "!", "as" + "!", "fatalError(", "TO" + "DO", "FIX" + "ME"] {
                #expect(!line.contains(word), "\(file):\(number + 1): \(word)")
            }
        }
    }

    @Test func allWarningsAreErrorsInEveryTarget() throws {
        let package = try #require(
            SourceFile.all(in: ".", ending: "Package.swift").first { $0.path == "./Package.swift" })
        let targets = package.text.components(of: "arget(")
        #expect(targets.count > 20)
        for target in targets where !target.contains("systemLibrary") {
            #expect(target.contains("swiftSettings: strict"), "\(target.prefix(60))")
        }
    }
}

extension String {
    /// The pieces behind each occurrence of the separator.
    fileprivate func components(of separator: String) -> [Substring] {
        Array(split(separator: separator, omittingEmptySubsequences: false).dropFirst())
            .filter { $0.contains("name:") }
    }
}
