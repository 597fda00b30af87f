import ArgumentParser
import Operations
import Payables
import Values

/// `tranche statement`: a contract's statement, as of a day and as known at a moment.
struct StatementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "Prints a contract's statement as of any day, from what was known at any moment.")

    @Argument(help: ArgumentHelp("The contract's number.", valueName: "NUMBER"))
    var number: String

    @Option(help: ArgumentHelp("The day asked about; default: today.", valueName: "YYYY-MM-DD"))
    var asOf: DayArgument?

    @Option(
        help: ArgumentHelp(
            "Only what was recorded by then: an RFC 3339 instant, or a day (to its end, +08:00).", valueName: "T"))
    var knownAt: MomentArgument?

    @Flag(help: "Print the dossier instead, from which anybody can compute the statement.")
    var dossier = false

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let (number, day, moment) = (number, asOf?.day, knownAt?.instant)
        let answer = try await workspace.withWorkspace { workspace in
            try await workspace.statement(of: number, asOf: day, knownAt: moment)
        }
        if dossier {
            StandardStreams.emit(answer.dossier + [UInt8(ascii: "\n")])
            return
        }
        var output = TextOutput()
        let explained = ExplainedStatement(answer.statement, in: language.language)
        switch format.format {
        case .table: explained.write(to: &output)
        case .csv: output = explained.scheduleTable.render(.csv)
        case .json:
            output.write(answer.statement, explainedIn: language.language)
            output.write("\n")
        }
        StandardStreams.emit(output.bytes)
    }
}
