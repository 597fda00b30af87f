import ArgumentParser
import Operations
import Values

/// `tranche verify`: whether what is stored of contracts is what was recorded.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verifies the journals of contracts in the database: bytes, hashes, chains and what lists know of them.",
        discussion: """
            A history that was rewritten as a whole does not show here: export a bundle and compare it with a checkpoint \
            that was kept elsewhere.
            """)

    @Argument(help: "The numbers of the contracts.")
    var numbers: [String]
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let numbers = numbers
        let verified = try await workspace.withWorkspace { opened in
            var verified: [VerifiedJournal] = []
            for number in numbers { verified.append(try await opened.verifyJournal(of: number)) }
            return verified
        }
        var table = TextTable(columns: Words(language: language.language).verifiedColumns)
        table.rows = verified.map { [.text($0.contract), .number($0.entries), .text($0.head)] }
        StandardStreams.emit(table.render(format.format).bytes)
    }
}
