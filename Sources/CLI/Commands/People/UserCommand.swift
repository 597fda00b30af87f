public import ArgumentParser
public import Operations
import Values

/// `tranche user`: who may log in, and as what.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract:
            "Adds accounts, lists them, sets their roles and passwords, resets second factors, disables and enables them.",
        discussion: """
            Roles: officer (业务科室经办), section-head (科室负责人), finance (财务), head (单位负责人), treasury (国库支付), \
            auditor (审计), admin (系统管理). Every change is written to the access log under the name of --by.
            """,
        subcommands: [
            Add.self, List.self, UserRolesCommand.self, UserPasswordCommand.self, UserResetFactorCommand.self,
            Disable.self, Enable.self,
        ])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds an account.")

        @Argument(
            help: "The log-in name: Latin letters, digits, Chinese characters and . _ - @; upper case is lower case.")
        var name: String
        @Option(help: "The department it belongs to.")
        var department: String
        @Option(name: .customLong("display-name"), help: "The name that is shown. Default: the log-in name.")
        var displayName: String?
        @Option(name: .customLong("role"), help: "A role; may be given several times.")
        var roles: [Role] = []

        @OptionGroup var password: PasswordOption
        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let (name, department, displayName, roles) = (name, department, displayName, Set(roles))
            let (password, printed) = try password.take()
            let added = try await workspace.withWorkspace { workspace in
                try await workspace.createAccount(
                    name, displayName: displayName, department: department, roles: roles, password: password)
            }
            let words = Words(language: language.language)
            StandardStreams.emit(words.accountAdded(added) + "\n" + words.secret(printed))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the accounts.")

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var format: FormatOption
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let words = Words(language: language.language)
            let accounts = try await workspace.withWorkspace { try await $0.accounts() }
            var table = TextTable(columns: words.accountColumns)
            table.rows = accounts.map { account in
                let actor = account.actor
                let roles = Role.allCases.filter(actor.roles.contains)
                let state = account.isDisabled ? "disabled" : "enabled"
                return [
                    .text(actor.name), .text(actor.displayName), .text(actor.department.name),
                    .words(roles.map(\.rawValue), shown: roles.map(words.name).joined(separator: words.listSeparator)),
                    words.audited(actor), .word(state, shown: words.accountState(isDisabled: account.isDisabled)),
                ]
            }
            StandardStreams.emit(table.render(format.format).bytes)
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Disables an account: its sessions end, its password and tokens no longer work.")

        @Argument(help: "The log-in name.")
        var name: String
        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let name = name
            try await workspace.withWorkspace { try await $0.disableAccount(name) }
            StandardStreams.emit(Words(language: language.language).accountDisabled(name) + "\n")
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Enables an account again.")

        @Argument(help: "The log-in name.")
        var name: String
        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let name = name
            try await workspace.withWorkspace { try await $0.enableAccount(name) }
            StandardStreams.emit(Words(language: language.language).accountEnabled(name) + "\n")
        }
    }
}

extension Role: ExpressibleByArgument {}
