import ArgumentParser
import Operations

/// `tranche init`: makes the database ready.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Creates the database or brings its schema up to date; run again it changes nothing.")

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let (location, effects) = (workspace.location, workspace.effects)
        let done = try await Interruptible.run {
            try await Workspace.initialise(location, effects: effects, logger: WorkspaceOptions.logger)
        }
        let words = Words(language: language.language)
        StandardStreams.emit(words.initialised(migrations: done.applied.count) + "\n")
        if !done.hasRoles { StandardStreams.complain("tranche: " + words.rolesMissing) }
    }
}
