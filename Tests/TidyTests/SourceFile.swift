import Foundation
import TestSupport

/// A text file of the repository, for rules about how it is written.
struct SourceFile: Sendable, CustomStringConvertible {
    /// From the root of the repository.
    let path: String
    let text: String

    var description: String { path }

    /// The lines, without the empty one behind the last newline.
    var lines: [Substring] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.last == "" ? lines.dropLast() : lines
    }

    /// The target that a file of Sources belongs to.
    var target: String { String(path.split(separator: "/")[1]) }

    /// The modules that it imports.
    var imports: [String] {
        lines.compactMap { line in
            let words = line.split(separator: " ").drop {
                $0.hasPrefix("@") || $0 == "public" || $0 == "internal" || $0 == "package"
            }
            return words.first == "import"
                ? words.dropFirst().first { !Self.importKinds.contains(String($0)) }.map { String($0) } : nil
        }
    }

    private static let importKinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]

    /// The lines of code, without comments and without what stands in quotes.
    var code: [String] {
        var isQuoted = false
        return lines.map { line in
            let marks = line.components(separatedBy: "\"\"\"").count - 1
            if isQuoted || marks > 0 {
                if !marks.isMultiple(of: 2) { isQuoted.toggle() }
                return ""
            }
            let plain = line.replacing(/#".*?"#/, with: "")
            let parts = plain.components(separatedBy: "//")[0].components(separatedBy: "\"")
            return parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: "\"\"")
        }
    }

    /// The files below a folder whose names end so.
    static func all(in folder: String, ending suffix: String) -> [SourceFile] {
        let root = Fixtures.repositoryRoot + "/" + folder
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(suffix) }.sorted().compactMap { path in
            guard let text = try? String(contentsOfFile: root + "/" + path, encoding: .utf8) else { return nil }
            return SourceFile(path: folder + "/" + path, text: text)
        }
    }

    /// All Swift files of Sources.
    static let sources = all(in: "Sources", ending: ".swift")
}
