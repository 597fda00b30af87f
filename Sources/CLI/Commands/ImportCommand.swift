import ArgumentParser
import Contracts
import Operations
import Values

/// `tranche import`: contracts with their histories into the database.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Records contracts and facts from dossiers: JSON, YAML or NDJSON files.",
        discussion: """
            Each contract is taken whole or not at all. The same file again changes nothing; one that goes on where the \
            last one stopped is appended. The exit status is 65 if any dossier was refused; the others are recorded.
            """)

    @Argument(help: ArgumentHelp("Dossier files; - is NDJSON on standard input.", valueName: "FILE"))
    var files: [String] = ["-"]

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let words = Words(language: language.language)
        let stream = DossierStream(files: files)
        let summary = try await workspace.withWorkspace(creating: true) { workspace in
            var progress = ImportProgress(words: words)
            let summary = try await workspace.importDossiers(
                stream,
                report: { result in
                    for line in words.refusal(result) {
                        StandardStreams.complain("\(stream.place(of: result.position)): \(line)")
                    }
                },
                progress: { progress.show($0) })
            progress.finish()
            return summary
        }
        StandardStreams.emit(words.imported(summary) + "\n")
        if summary.refused > 0 || stream.hasUnreadable { throw ExitCode.badData }
    }
}
