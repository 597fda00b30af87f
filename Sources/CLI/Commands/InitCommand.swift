import ArgumentParser
import Operations

/// `tranche init`: makes the database ready.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Creates the database or brings its schema up to date; run again it changes nothing.")

    @Option(
        help: ArgumentHelp(
            "Name of the log that is signed, for good: a schema-less URL such as ms.gov.cn/tranche.", valueName: "NAME")
    )
    var logName: String?

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let (location, effects, logName) = (workspace.location, workspace.effects, logName)
        let done = try await Interruptible.run {
            try await Workspace.initialise(
                location, logName: logName, effects: effects, logger: WorkspaceOptions.logger)
        }
        let words = Words(language: language.language)
        StandardStreams.emit(words.initialised(migrations: done.applied.count) + "\n")
        if let key = done.newKey { StandardStreams.emit(words.keyCreated(key) + "\n") }
        if !done.hasRoles { StandardStreams.complain("tranche: " + words.rolesMissing) }
    }
}
