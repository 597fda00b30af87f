import ArgumentParser
import Operations
import Values

/// `tranche department chain`: who approves payments.
struct DepartmentChainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chain",
        abstract: "Sets which roles approve a department's payments, first to last; then the treasury pays.",
        discussion: "One to three of section-head (科室负责人), finance (财务) and head (单位负责人), none twice.")

    @Argument(help: "The department's name.")
    var name: String
    @Argument(help: "The roles in order.")
    var roles: [Role]

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let (name, roles) = (name, roles)
        let department = try await workspace.withWorkspace { try await $0.setApprovalChain(roles, of: name) }
        StandardStreams.emit(Words(language: language.language).approvalChainSet(department) + "\n")
    }
}
