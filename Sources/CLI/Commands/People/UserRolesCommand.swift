import ArgumentParser
import Operations
import Values

/// `tranche user roles`: what an account may do.
struct UserRolesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roles",
        abstract: "Sets the roles of an account in place of those it had; without any it may do nothing.",
        discussion: "The new roles count at once, in open sessions too.")

    @Argument(help: "The log-in name.")
    var name: String
    @Option(name: .customLong("role"), help: "A role; may be given several times.")
    var roles: [Role] = []
    @Option(
        name: .customLong("audits"),
        help: ArgumentHelp(
            "A department that an auditor sees beside the own one; may be given several times.",
            valueName: "department"))
    var departments: [String] = []
    @Flag(name: .customLong("audits-all"), help: "As an auditor it sees every department.")
    var auditsAll = false

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func validate() throws {
        if auditsAll, !departments.isEmpty { throw ValidationError("Give --audits or --audits-all, not both.") }
    }

    func run() async throws {
        let (name, roles, grant) = (name, Set(roles), auditsAll ? AuditGrant.all : .named(departments))
        let actor = try await workspace.withWorkspace { try await $0.setRoles(roles, auditing: grant, of: name) }
        StandardStreams.emit(Words(language: language.language).rolesSet(actor) + "\n")
    }
}
