internal import HTML
internal import HTTPTypes
internal import Operations
internal import Passwords
internal import Serving

/// The pages of one's own account, as the tabs above them list them.
enum OwnPlace: CaseIterable {
    case overview, password, secondFactor, sessions

    var path: String {
        switch self {
        case .overview: "/me"
        case .password: "/me/password"
        case .secondFactor: "/me/second-factor"
        case .sessions: "/me/sessions"
        }
    }
}

/// A page of one's own account: its heading, the tabs, what it says.
func ownPage(
    _ visit: Visit, _ place: OwnPlace, title: String? = nil, status: HTTPResponse.Status = .ok,
    @Content _ content: () -> Node
) -> Answer {
    let words = visit.words.me
    let heading = title ?? words.name(of: place)
    return visit.page(heading, status: status) {
        element("h1") { heading }
        tabs(words.tabs, OwnPlace.allCases.map { ($0.path, words.name(of: $0)) }, current: place.path)
        content()
    }
}

extension WebPage {
    /// One's own account: who one is, what one may do, password, second factor, sessions.
    static let me: [WebPage] =
        [
            .get("/me", .signedIn) { visit in
                ownPage(visit, .overview) { visit.actor.map { ownNodes($0, visit.words) } ?? .empty }
            },
            .get("/me/password", .signedIn) { visit in
                passwordPage(visit, FilledForm(passwordFields(visit.words.me)))
            },
            .post("/me/password", .signedIn) { try await changePassword($0) },
        ] + ownSecondFactor + ownSessions

    private static func passwordFields(_ words: OwnWords) -> [Field] {
        [
            Field(name: "/current", label: words.currentPassword, kind: .password, isRequired: true),
            Field(
                name: "/password", label: words.newPassword, kind: .password, hint: words.newPasswordHint,
                isRequired: true, autocomplete: "new-password"),
            Field(
                name: "repeated", label: words.repeatPassword, kind: .password, isRequired: true,
                autocomplete: "new-password"),
        ]
    }

    private static func changePassword(_ visit: Visit) async throws -> Answer {
        let words = visit.words.me
        var form = FilledForm(passwordFields(words), visit.form)
        form.check(in: visit.language)
        if form["/password"] != form["repeated"] { form.note("repeated", words.passwordsDiffer) }
        guard !form.isFaulty else { return passwordPage(visit, form) }
        do throws(OperationError) {
            try await visit.workspace.changePassword(
                from: Password(form["/current"] ?? ""), to: Password(form["/password"] ?? ""),
                by: try visit.caller())
        } catch {
            // A wrong password may have ended the session: then there is nobody to show the form to.
            if case .notAuthenticated = error { throw error }
            if case .confirmationFailed = error {
                form.note("/current", error.message(in: visit.language))
            } else {
                form.note(error, in: visit.language)
            }
            return passwordPage(visit, form)
        }
        return .seeOther(OwnPlace.overview.path, notice: words.passwordChanged)
    }

    private static func passwordPage(_ visit: Visit, _ form: FilledForm) -> Answer {
        let words = visit.words
        return ownPage(visit, .password, title: words.me.changePassword, status: form.status) {
            element("p") { words.me.passwordLead }
            form.node(action: "/me/password", in: words) {
                element("button", .class("primary")) { words.me.changePassword }
            }
        }
    }
}

/// Who somebody is and what each role permits, in words.
private func ownNodes(_ actor: Actor, _ words: Words) -> Node {
    group {
        element("dl", .class("facts")) {
            fact(words.system.loginName) { actor.name }
            fact(words.system.displayName) { actor.displayName }
            fact(words.system.department) { actor.department.name }
            fact(words.system.roles) { roleNames(actor.roles, words) }
            fact(words.system.mayAudit) { seen(by: actor, words) }
        }
        element("h2") { words.me.whatIMay }
        if actor.roles.isEmpty { element("p") { words.me.mayNothing } }
        for role in Role.allCases where actor.roles.contains(role) {
            element("h3") { words.me.mayAs(words.name(of: role)) }
            element("ul") {
                for permission in Permission.allCases where role.permissions.contains(permission) {
                    element("li") { words.name(of: permission) }
                }
            }
        }
        if actor.roles.contains(where: { $0 != .auditor && $0 != .admin }) {
            element("p", .class("soft")) { words.me.onceEach }
        }
    }
}
