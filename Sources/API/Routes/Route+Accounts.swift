internal import HTTPTypes
internal import JSON
internal import Operations
internal import Passwords
internal import Serving
internal import Values

extension Route {
    /// Accounts: who may log in, and as what.
    static let accounts = [
        listAccounts, createAccount, setRoles, setPassword, disableAccount, enableAccount, revokeSessions,
        resetSecondFactor,
    ]

    private static let accountName = Parameter.path("name", .text(1...200), "The log-in name.")

    private static let listAccounts = Route(
        method: .get, path: "/api/v1/accounts", summary: "Lists the accounts by name.", tag: .administration,
        access: .permission(.manageAccounts),
        answers: [
            Success(
                status: .ok, description: "All accounts.",
                content: .json(.object([.required("accounts", .array(.reference(.listedAccount)))])))
        ]
    ) { call in
        let accounts = try await call.workspace.accounts(by: try call.caller())
        return Answer.json(capacity: 256 * accounts.count + 64) { output in
            output.write("{\"accounts\":")
            output.write(list: accounts) { output, account in
                output.write(membersOf: account.actor)
                output.write(account.isDisabled ? ",\"isDisabled\":true}" : ",\"isDisabled\":false}")
            }
            output.write("}")
        }
    }

    private static let createAccount = Route(
        method: .post, path: "/api/v1/accounts", summary: "Adds an account.", tag: .administration,
        access: .permission(.manageAccounts),
        body: .json(
            .object([
                .required("name", .text(1...200), "The log-in name; upper case is lower case."),
                .optional("displayName", .text(1...200), "The log-in name where it is missing."),
                .required("department", .text(1...600), "By its name."),
                .optional("roles", .array(.choice(of: Role.self))),
                .optional("password", .text(12...1024), "Where it is missing, one is made and answered."),
            ])),
        answers: [
            Success(
                status: .created, description: "The account; a password only where it was made here.",
                content: .json(.reference(.newAccount)))
        ],
        refusals: [.conflict]
    ) { call in
        let (name, displayName, department, roles, given) = try call.object { reader in
            (
                reader.text("name"), reader.optionalText("displayName"), reader.text("department"),
                Set(reader.optionalChoices("roles", of: Role.self) ?? []), reader.optionalText("password")
            )
        }
        let made = given == nil ? Password.random() : nil
        let actor = try await call.workspace.createAccount(
            name, displayName: displayName, department: department, roles: roles,
            password: made?.password ?? Password(given ?? ""), by: try call.caller())
        return Answer.json(.created) { output in
            output.write(membersOf: actor)
            output.write(passwordMadeHere: made?.text)
        }
    }

    private static let setRoles = Route(
        method: .put, path: "/api/v1/accounts/{name}/roles",
        summary: "Sets the roles of an account, in place of those it had.", tag: .administration,
        access: .permission(.manageAccounts), parameters: [accountName],
        body: .json(
            .object([
                .required("roles", .array(.choice(of: Role.self))),
                .optional("audits", .array(.text(1...600)), "Departments that an auditor may see, by name."),
                .optional("auditsAll", .boolean, "Whether an auditor may see all departments."),
            ])),
        answers: [Success(status: .ok, description: "The account.", content: .json(.reference(.account)))],
        refusals: [.notFound]
    ) { call in
        let (roles, audits, auditsAll) = try call.object { reader in
            (Set(reader.choices("roles", of: Role.self)), reader.texts("audits"), reader.optionalBoolean("auditsAll"))
        }
        let actor = try await call.workspace.setRoles(
            roles, auditing: auditsAll == true ? .all : .named(audits), of: call.path[0], by: try call.caller())
        return Answer.json { output in
            output.write(membersOf: actor)
            output.write("}")
        }
    }

    private static let setPassword = Route(
        method: .post, path: "/api/v1/accounts/{name}/password",
        summary: "Sets the password of an account and ends its sessions.", tag: .administration,
        access: .permission(.manageAccounts), parameters: [accountName],
        body: .json(
            .object([.optional("password", .text(12...1024), "Where it is missing, one is made and answered.")])),
        answers: [
            Success(
                status: .ok, description: "Done; a password only where it was made here.",
                content: .json(.object([.optional("password", .text(), "Shown this once.")])))
        ],
        refusals: [.notFound]
    ) { call in
        let given = try call.object { $0.optionalText("password") }
        let made = given == nil ? Password.random() : nil
        try await call.workspace.setPassword(
            made?.password ?? Password(given ?? ""), of: call.path[0], by: try call.caller())
        return Answer.json { output in
            guard let text = made?.text else { return output.write("{}") }
            output.write("{\"password\":")
            output.write(jsonString: text)
            output.write("}")
        }
    }

    private static let disableAccount = Route(
        method: .post, path: "/api/v1/accounts/{name}/disable",
        summary: "Disables an account: its sessions end, its password and tokens no longer work.",
        tag: .administration, access: .permission(.manageAccounts), parameters: [accountName],
        answers: [Success(status: .noContent, description: "The account is disabled.")], refusals: [.notFound]
    ) { call in
        try await call.workspace.disableAccount(call.path[0], by: try call.caller())
        return .noContent
    }

    private static let enableAccount = Route(
        method: .post, path: "/api/v1/accounts/{name}/enable", summary: "Enables an account again.",
        tag: .administration, access: .permission(.manageAccounts), parameters: [accountName],
        answers: [Success(status: .noContent, description: "The account is enabled.")], refusals: [.notFound]
    ) { call in
        try await call.workspace.enableAccount(call.path[0], by: try call.caller())
        return .noContent
    }

    private static let resetSecondFactor = Route(
        method: .delete, path: "/api/v1/accounts/{name}/second-factor",
        summary: "Removes the second factor of somebody who lost it; their sessions end.",
        tag: .administration, access: .permission(.manageAccounts), parameters: [accountName],
        answers: [Success(status: .noContent, description: "The account has no second factor.")],
        refusals: [.notFound, .conflict]
    ) { call in
        try await call.workspace.resetSecondFactor(of: call.path[0], by: try call.caller())
        return .noContent
    }

    private static let revokeSessions = Route(
        method: .delete, path: "/api/v1/accounts/{name}/sessions", summary: "Ends all sessions of an account.",
        tag: .administration, access: .permission(.manageAccounts), parameters: [accountName],
        answers: [
            Success(
                status: .ok, description: "How many there were.",
                content: .json(.object([.required("ended", .integer())])))
        ],
        refusals: [.notFound]
    ) { call in
        let count = try await call.workspace.revokeSessions(of: call.path[0], by: try call.caller())
        return Answer.json { output in
            output.write("{\"ended\":")
            output.write(integer: count)
            output.write("}")
        }
    }
}
