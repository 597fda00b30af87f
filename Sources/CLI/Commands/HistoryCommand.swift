import ArgumentParser
import Operations
import Values

/// `tranche history`: everything recorded of a contract.
struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Lists everything recorded of a contract: what, when, by whom, and its hash; the chain is verified.")

    @Argument(help: ArgumentHelp("The contract's number.", valueName: "NUMBER"))
    var number: String

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let number = number
        let entries = try await workspace.withWorkspace { try await $0.history(of: number) }
        var table = TextTable(columns: Words(language: language.language).historyColumns)
        let isTable = format.format == .table
        for entry in entries {
            table.rows.append([
                .number(entry.number), .day(entry.occurredOn), .text(entry.kind), .text(entry.factID ?? ""),
                .text(entry.summary),
                .text(isTable ? String(entry.recordedAt.description.prefix(19)) : entry.recordedAt.description),
                .text(entry.recordedBy), .text(isTable ? String(entry.hash.prefix(12)) : entry.hash),
            ])
        }
        StandardStreams.emit(table.render(format.format).bytes)
    }
}
