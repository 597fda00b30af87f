import ArgumentParser
import Operations
import Values

/// `tranche department`: the owners of contracts.
struct DepartmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "department", abstract: "Adds and lists departments, the owners of contracts.",
        subcommands: [Add.self, List.self, DepartmentChainCommand.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a department.")

        @Argument(help: "Its name; two names that read the same are one.")
        var name: String

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let name = name
            let added = try await workspace.withWorkspace { try await $0.createDepartment(name) }
            StandardStreams.emit(Words(language: language.language).departmentAdded(added) + "\n")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the departments.")

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var format: FormatOption
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let departments = try await workspace.withWorkspace { try await $0.departments() }
            let words = Words(language: language.language)
            var table = TextTable(columns: words.departmentColumns)
            table.rows = departments.map { [.number(Int($0.id)), .text($0.name), words.approvalChain($0)] }
            StandardStreams.emit(table.render(format.format).bytes)
        }
    }
}
