import ArgumentParser
import Contracts
import Values

/// `tranche lint`: what is legal in a contract but suspicious.
struct LintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Tells what is legal in contracts but suspicious, such as scores without a rule.",
        discussion: """
            Findings are no errors: the exit status is 0 with them, and 65 where a dossier breaks rules, which \
            are told on standard error.
            """)

    @Argument(
        help: ArgumentHelp("Dossier files (.json, .yaml, .yml, .ndjson); - is NDJSON on standard input.", valueName: "FILE"))
    var files: [String]

    @OptionGroup var format: FormatOption

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let language = language.language
        var rows: [[TextTable.Cell]] = []
        var hasErrors = false
        let stream = DossierStream(files: files)
        var count = 0
        for try await json in stream {
            let document = DossierDocument(name: stream.place(of: count), json: json)
            count += 1
            do throws(DossierDocument.Broken) {
                for finding in try document.dossier().lint() { rows.append(row(finding, document.name, language)) }
            } catch {
                error.complain(in: language)
                hasErrors = true
            }
        }
        hasErrors = hasErrors || stream.hasUnreadable
        let table = TextTable(columns: columns(language), rows: rows)
        if format.format != .table || !rows.isEmpty {
            StandardStreams.emit(table.render(format.format).bytes)
        } else if !hasErrors {
            StandardStreams.emit(language == .chinese ? "没有可疑之处。\n" : "Nothing suspicious.\n")
        }
        if hasErrors { throw ExitCode.badData }
    }

    private func row(_ finding: Finding, _ name: String, _ language: Language) -> [TextTable.Cell] {
        [
            .text(name), .text(finding.pointer), .text(finding.label), .text(finding.code.rawValue),
            .text(finding.message(in: language)),
        ]
    }

    private func columns(_ language: Language) -> [TextTable.Column] {
        let titles =
            language == .chinese ? ["文件", "位置", "名称", "代码", "说明"] : ["File", "Place", "Name", "Code", "What it means"]
        return zip(["file", "pointer", "label", "code", "message"], titles).map { TextTable.Column(key: $0, title: $1) }
    }
}

extension DossierDocument.Broken {
    /// One line for each problem: file, JSON Pointer, code, sentence.
    func complain(in language: Language) {
        for problem in problems.list {
            let place = problem.pointer.isEmpty ? name : "\(name)#\(problem.pointer)"
            StandardStreams.complain("tranche: \(place): \(problem.code.rawValue): \(problem.message(in: language))")
        }
    }
}
