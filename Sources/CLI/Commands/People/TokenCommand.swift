import ArgumentParser
import Operations
import Values

/// `tranche token`: access of programs.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Issues, lists and revokes tokens by which programs act as an account.",
        subcommands: [Issue.self, List.self, Revoke.self])

    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Issues a token and prints it, this once: the database keeps only its hash.")

        @Argument(help: "The log-in name of the account.")
        var name: String
        @Option(help: "What it is for.")
        var label: String
        @Option(help: "How many days it lasts, 366 at most.")
        var days = 90

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let (name, label, days) = (name, label, days)
            let token = try await workspace.withWorkspace {
                try await $0.issueToken(for: name, label: label, days: days)
            }
            StandardStreams.emit(Words(language: language.language).tokenIssued(token) + "\n" + token.text + "\n")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the tokens, those that are over included.")

        @Argument(help: "Only those of this account.")
        var name: String?
        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var format: FormatOption
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let name = name
            let tokens = try await workspace.withWorkspace { try await $0.tokens(of: name) }
            var table = TextTable(columns: Words(language: language.language).tokenColumns)
            let isTable = format.format == .table
            func moment(_ instant: Instant) -> TextTable.Cell {
                .text(isTable ? String(instant.description.prefix(19)) : instant.description)
            }
            table.rows = tokens.map { token in
                [
                    .number(Int(token.id)), .text(token.account), .text(token.label), moment(token.createdAt),
                    moment(token.expiresAt), token.revokedAt.map(moment) ?? .nothing,
                    token.lastUsedOn.map { .day($0) } ?? .nothing,
                ]
            }
            StandardStreams.emit(table.render(format.format).bytes)
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ends a token for good.")

        @Argument(help: "Its number in the list.")
        var number: Int64
        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let number = number
            try await workspace.withWorkspace { try await $0.revokeToken(number) }
            StandardStreams.emit(Words(language: language.language).tokenRevoked(number) + "\n")
        }
    }
}
