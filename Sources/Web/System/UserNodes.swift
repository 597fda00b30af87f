internal import HTML
internal import Operations
internal import Values

/// Users by name.
func userTable(_ users: [AccountState], _ words: Words) -> Node {
    let system = words.system
    guard !users.isEmpty else { return element("p") { words.nothingHere } }
    return dataTable(caption: system.name(of: .users)) {
        headRow(
            (system.loginName, false), (system.displayName, false), (system.department, false), (system.roles, false),
            (system.secondFactor, false), (system.lastSeen, false), (system.status, false))
        element("tbody") {
            for user in users {
                element("tr") {
                    element("th", .scope("row")) {
                        element("a", .href(userPath(user.actor.name))) { user.actor.name }
                    }
                    element("td") { user.actor.displayName }
                    element("td") { user.actor.department.name }
                    element("td") { roleNames(user.actor.roles, words) }
                    element("td") { user.secondFactorSince == nil ? system.off : system.on }
                    element("td") {
                        if let seen = user.lastSeenAt { words.moment(seen) } else { system.never }
                    }
                    element("td") { statusNode(user, words) }
                }
            }
        }
    }
}

/// The names of roles, in their order.
func roleNames(_ roles: Set<Role>, _ words: Words) -> String {
    let names = Role.allCases.filter(roles.contains).map(words.name(of:))
    return names.isEmpty ? words.system.noRoles : names.joined(separator: words.choose("、", ", "))
}

private func statusNode(_ user: AccountState, _ words: Words) -> Node {
    element("span", .class(user.isDisabled ? "status rejected" : "status settled")) {
        user.isDisabled ? words.system.disabled : words.system.enabled
    }
}

/// A user with all that an administrator may do about them.
func userNodes(_ user: AccountState, isOwn: Bool, _ words: Words) -> Node {
    let system = words.system
    return group {
        element("dl", .class("facts")) {
            fact(system.displayName) { user.actor.displayName }
            fact(system.department) { user.actor.department.name }
            fact(system.roles) { roleNames(user.actor.roles, words) }
            fact(system.mayAudit) { seen(by: user.actor, words) }
            fact(system.status) { statusNode(user, words) }
            fact(system.secondFactor) {
                if let since = user.secondFactorSince { words.moment(since) } else { system.off }
            }
            fact(system.openSessions) { String(user.sessions) }
            fact(system.lastSeen) {
                if let seen = user.lastSeenAt { words.moment(seen) } else { system.never }
            }
            fact(system.passwordSet) { words.moment(user.passwordSetAt) }
            fact(system.created) { words.moment(user.createdAt) }
        }
        element("h2") { system.actions }
        if isOwn {
            element("p") { system.itsYou }
        } else {
            element("ul", .class("actions")) {
                element("li") {
                    element("a", .class("button"), .href(userPath(user.actor.name) + "/roles")) { system.setRoles }
                }
                for act in AccountAct.allCases where act.applies(to: user) {
                    element("li") {
                        element("a", .class("button"), .href("\(userPath(user.actor.name))/\(act.rawValue)")) {
                            system.button(of: act)
                        }
                    }
                }
            }
        }
    }
}

/// The names of the departments whose contracts somebody sees.
func seen(by actor: Actor, _ words: Words) -> String {
    switch actor.visibility {
    case .all: words.system.allDepartments
    case .departments(let departments):
        departments.map(\.name).sorted().joined(separator: words.choose("、", ", "))
    }
}
