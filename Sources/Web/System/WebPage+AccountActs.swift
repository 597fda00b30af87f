internal import HTML
internal import Operations
internal import Passwords
internal import Serving

/// What an administrator does to an account; each is asked for once.
enum AccountAct: String, CaseIterable {
    case password, sessions
    case secondFactor = "second-factor"
    case disable, enable

    /// Whether it would change something.
    func applies(to user: AccountState) -> Bool {
        switch self {
        case .disable: !user.isDisabled
        case .enable: user.isDisabled
        case .password: true
        case .secondFactor: user.secondFactorSince != nil
        case .sessions: user.sessions > 0
        }
    }
}

extension WebPage {
    /// Disabling and enabling, resetting, ending sessions.
    static let accountActs: [WebPage] = AccountAct.allCases.flatMap { act -> [WebPage] in
        let path = PathTemplate(stringLiteral: "/system/users/{name}/\(act.rawValue)")
        return [
            .get(path, SystemPlace.users.access) { visit in
                try await ask(visit, act, FilledForm([]))
            },
            .post(path, SystemPlace.users.access) { visit in
                var form = FilledForm([], visit.form)
                do throws(OperationError) { return try await carryOut(act, visit) } catch {
                    form.note(error, in: visit.language)
                    return try await ask(visit, act, form)
                }
            },
        ]
    }

    private static func ask(_ visit: Visit, _ act: AccountAct, _ form: FilledForm) async throws -> Answer {
        let words = visit.words
        let state = try await visit.workspace.account(named: visit.path[0], by: try visit.caller())
        let (name, path) = (state.actor.name, userPath(state.actor.name))
        let asked = AskedOnce(
            title: words.system.title(of: act, name), effect: words.system.effect(of: act, state),
            button: words.system.button(of: act), action: "\(path)/\(act.rawValue)", back: path,
            isDangerous: act != .enable)
        return systemPage(visit, .users, title: asked.title, status: form.status) { asked.node(form, in: words) }
    }

    private static func carryOut(_ act: AccountAct, _ visit: Visit) async throws(OperationError) -> Answer {
        let (workspace, name, caller) = (visit.workspace, visit.path[0], try visit.caller())
        switch act {
        case .disable: try await workspace.disableAccount(name, by: caller)
        case .enable: try await workspace.enableAccount(name, by: caller)
        case .secondFactor: try await workspace.resetSecondFactor(of: name, by: caller)
        case .sessions: try await workspace.revokeSessions(of: name, by: caller)
        case .password:
            let made = Password.random()
            try await workspace.setPassword(made.password, of: name, by: caller)
            return systemPage(visit, .users, title: visit.words.system.done(act, name)) {
                handedOver(made.text, visit.words.system.newPassword, to: name, visit.words)
            }
        }
        return .seeOther(userPath(name), notice: visit.words.system.done(act, name))
    }
}
