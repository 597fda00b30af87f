import ArgumentParser
import Operations
import Values

/// `tranche rebuild`: everything that is not the journal, computed afresh from the journal.
struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Computes all figures in the database afresh from the journal.")

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let words = Words(language: language.language)
        let summary = try await workspace.withWorkspace { try await $0.rebuild() }
        for (number, failure) in summary.failures.sorted(by: { $0.key < $1.key }) {
            StandardStreams.complain("\(number): \(failure.code)")
        }
        StandardStreams.emit(words.rebuilt(summary.contracts - summary.failures.count) + "\n")
        if !summary.failures.isEmpty { throw ExitCode.badData }
    }
}
