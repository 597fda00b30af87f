internal import JSON
internal import Operations
internal import Serving
internal import Values

extension TextOutput {
    /// The members of an account, with the opening brace and without the closing one.
    mutating func write(membersOf actor: Actor) {
        write("{\"name\":")
        write(jsonString: actor.name)
        write(",\"displayName\":")
        write(jsonString: actor.displayName)
        write(",\"department\":")
        write(jsonString: actor.department.name)
        write(",\"roles\":")
        write(strings: Role.allCases.filter(actor.roles.contains).map(\.rawValue))
        write(",\"sees\":")
        switch actor.visibility {
        case .all: write("\"all\"")
        case .departments(let departments): write(strings: departments.map(\.name).sorted())
        }
    }

    /// The member for a password that its owner must be told, if there is one, and the closing brace.
    mutating func write(passwordMadeHere text: String?) {
        if let text {
            write(",\"password\":")
            write(jsonString: text)
        }
        write("}")
    }
}

extension Schema.Component {
    static let actorProperties: [Schema.Property] = [
        .required("name", .text(), "The log-in name as entered."), .required("displayName", .text()),
        .required("department", .text(), "By its name."), .required("roles", .array(.choice(of: Role.self))),
        .required(
            "sees", .oneOf([.choice(["all"]), .array(.text())]), "Departments whose contracts may be seen, by name."),
    ]

    static let account = Schema.Component(
        name: "Account", description: "Who may log in, and as what.", schema: .object(actorProperties))

    static let listedAccount = Schema.Component(
        name: "ListedAccount", description: "An account in a list.",
        schema: .object(actorProperties + [.required("isDisabled", .boolean)]))

    static let newAccount = Schema.Component(
        name: "NewAccount", description: "An account that was added now.",
        schema: .object(actorProperties + [.optional("password", .text(), "Shown this once.")]))
}
