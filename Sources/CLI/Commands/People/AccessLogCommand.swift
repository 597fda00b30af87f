import ArgumentParser
import Operations
import Values

/// `tranche access-log`: who was refused what, and who changed people and rights.
struct AccessLogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access-log",
        abstract: "Lists log-ins, refusals and changes of people and their rights, newest first.")

    @Option(help: ArgumentHelp("Only what this account did or tried.", valueName: "name"))
    var account: String?
    @Option(help: "Only this action, such as log-in or set-roles.")
    var action: String?
    @Option(help: "Only what was done, or only what was refused.")
    var outcome: Outcome?
    @Option(help: ArgumentHelp("From this day or moment on.", valueName: "moment"))
    var from: FirstMoment?
    @Option(help: ArgumentHelp("Until this moment, or the end of this day.", valueName: "moment"))
    var to: MomentArgument?
    @Option(help: ArgumentHelp("Only entries of lower numbers: the page behind one.", valueName: "number"))
    var before: Int64?
    @Option(help: "How many entries at most, 1 to 1000.")
    var limit = 50

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var language: LanguageOption

    enum Outcome: String, ExpressibleByArgument, CaseIterable { case done, refused }

    func validate() throws {
        if !(1...1000).contains(limit) { throw ValidationError("--limit is 1 to 1000.") }
    }

    func run() async throws {
        var filter = AccessLogFilter()
        (filter.account, filter.action, filter.isDone) = (account, action, outcome.map { $0 == .done })
        // The last microsecond that is asked for is the one before the first that is not.
        filter.until = to.map { Instant(microseconds: $0.instant.microseconds + 1) }
        filter.from = from?.instant
        let (before, limit) = (before, limit)
        let page = try await workspace.withWorkspace { [filter] in
            try await $0.accessLog(filter, before: before, limit: limit)
        }
        let words = Words(language: language.language)
        var table = TextTable(columns: words.accessLogColumns)
        let isTable = format.format == .table
        table.rows = page.entries.map { entry in
            [
                .number(Int(entry.number)),
                .text(isTable ? String(entry.at.description.prefix(19)) : entry.at.description),
                .text(entry.actor), .text(entry.address), .text(entry.action), .text(entry.subject),
                .text(entry.detail),
                .word(entry.isDone ? "done" : "refused", shown: words.outcome(isDone: entry.isDone)),
            ]
        }
        StandardStreams.emit(table.render(format.format).bytes)
    }
}
