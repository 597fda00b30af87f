import ArgumentParser
import Operations
import Values

/// `tranche user password`: for who forgot it.
struct UserPasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Sets the password of an account; its sessions end, and it may log in again at once.")

    @Argument(help: "The log-in name.")
    var name: String

    @OptionGroup var password: PasswordOption
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let name = name
        let (password, printed) = try password.take()
        try await workspace.withWorkspace { try await $0.setPassword(password, of: name) }
        let words = Words(language: language.language)
        StandardStreams.emit(words.passwordSet(name) + "\n" + words.secret(printed))
    }
}
