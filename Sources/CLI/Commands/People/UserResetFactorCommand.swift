import ArgumentParser
import Operations
import Values

/// `tranche user reset-factor`: for who lost the telephone.
struct UserResetFactorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-factor",
        abstract: "Removes the second factor of an account; its sessions end, and its password is enough again.")

    @Argument(help: "The log-in name.")
    var name: String
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let name = name
        try await workspace.withWorkspace { try await $0.resetSecondFactor(of: name) }
        StandardStreams.emit(Words(language: language.language).secondFactorReset(name) + "\n")
    }
}
