internal import HTML
internal import Operations
internal import Passwords
internal import Serving
internal import Values

extension WebPage {
    /// Users: who may log in, and as what.
    static let users: [WebPage] = [
        .get("/system/users", SystemPlace.users.access, query: ["q", "limit", "cursor"]) { try await userList($0) },
        .get("/system/add-user", SystemPlace.users.access) { visit in
            newUserPage(visit, FilledForm(try await newUserFields(visit)))
        },
        .post("/system/add-user", SystemPlace.users.access) { try await addUser($0) },
        .get("/system/users/{name}", SystemPlace.users.access) { visit in
            let state = try await visit.workspace.account(named: visit.path[0], by: try visit.caller())
            return systemPage(visit, .users, title: state.actor.name) {
                userNodes(state, isOwn: state.actor.accountID == visit.actor?.accountID, visit.words)
            }
        },
        .get("/system/users/{name}/roles", SystemPlace.users.access) { visit in
            let state = try await visit.workspace.account(named: visit.path[0], by: try visit.caller())
            let departments = try await visit.workspace.departments(by: try visit.caller())
            return rolesPage(visit, rolesForm(state.actor, departments, visit.words))
        },
        .post("/system/users/{name}/roles", SystemPlace.users.access) { try await setRoles($0) },
    ]

    private static func userList(_ visit: Visit) async throws -> Answer {
        let words = visit.words
        let form = visit.asked([Field(name: "q", label: words.system.findUser)])
        let (text, page) = try visit.call.query { ($0.text("q").nonEmpty, $0.page()) }
        let users = try await visit.workspace.accounts(
            containing: text, behind: try page.keys(1)?.first ?? "", limit: page.limit, by: try visit.caller())
        return systemPage(visit, .users) {
            form.filtering(at: visit.place, in: words)
            element("p") {
                element("a", .class("button primary"), .href("/system/add-user")) { words.system.addUser }
            }
            userTable(users, words)
            nextPage(visit, page, users.count) { users.last.map { [$0.actor.name] } }
        }
    }

    private static func newUserFields(_ visit: Visit) async throws -> [Field] {
        let words = visit.words.system
        let departments = try await visit.workspace.departments(by: try visit.caller())
        return [
            Field(name: "/name", label: words.loginName, hint: words.loginNameHint, isRequired: true),
            Field(name: "/displayName", label: words.displayName, hint: words.displayNameHint),
            Field(
                name: "/department", label: words.department,
                kind: .choice(departments.map { .init(value: $0.name, label: $0.name) }), isRequired: true),
            rolesField(visit.words),
        ]
    }

    private static func addUser(_ visit: Visit) async throws -> Answer {
        var form = FilledForm(try await newUserFields(visit), visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return newUserPage(visit, form) }
        let made = Password.random()
        do throws(OperationError) {
            let actor = try await visit.workspace.createAccount(
                form["/name"] ?? "", displayName: form["/displayName"], department: form["/department"] ?? "",
                roles: roles(in: form), password: made.password, by: try visit.caller())
            return systemPage(visit, .users, title: visit.words.system.added(actor.name)) {
                handedOver(made.text, visit.words.system.initialPassword, to: actor.name, visit.words)
            }
        } catch {
            form.note(error, in: visit.language)
            return newUserPage(visit, form)
        }
    }

    private static func newUserPage(_ visit: Visit, _ form: FilledForm) -> Answer {
        let words = visit.words
        return systemPage(visit, .users, title: words.system.addUser, status: form.status) {
            form.node(action: "/system/add-user", in: words) {
                element("button", .class("primary")) { words.system.addUser }
                element("a", .href(SystemPlace.users.path)) { words.back }
            }
        }
    }

    private static func setRoles(_ visit: Visit) async throws -> Answer {
        let (name, caller) = (visit.path[0], try visit.caller())
        let departments = try await visit.workspace.departments(by: caller)
        var form = FilledForm(rolesFields(departments, visit.words), visit.form)
        do throws(OperationError) {
            _ = try await visit.workspace.setRoles(
                roles(in: form), auditing: form["/auditsAll"] == nil ? .named(form.all("/audits")) : .all, of: name,
                by: caller)
        } catch {
            form.note(error, in: visit.language)
            return rolesPage(visit, form)
        }
        return .seeOther(userPath(name), notice: visit.words.system.rolesSet(name))
    }

    private static func rolesPage(_ visit: Visit, _ form: FilledForm) -> Answer {
        let (words, path) = (visit.words, userPath(visit.path[0]))
        return systemPage(visit, .users, title: words.system.setRoles(of: visit.path[0]), status: form.status) {
            element("p") { words.system.setRolesLead }
            form.node(action: path + "/roles", in: words) {
                element("button", .class("primary")) { words.save }
                element("a", .href(path)) { words.back }
            }
        }
    }
}

/// The page of a user.
func userPath(_ name: String) -> String { "/system/users/" + percentEncoded(name) }

/// A secret that is shown this once, and what to do with it.
func handedOver(_ secret: String, _ label: String, to name: String, _ words: Words) -> Node {
    group {
        element("h2") { label }
        element("p") { element("code", .class("secret")) { secret } }
        element("p") { words.system.handOver }
        element("ul", .class("actions")) {
            element("li") { element("a", .class("button"), .href(userPath(name))) { words.system.toUser } }
            element("li") {
                element("a", .class("button"), .href(SystemPlace.users.path)) { words.system.toUsers }
            }
        }
    }
}
