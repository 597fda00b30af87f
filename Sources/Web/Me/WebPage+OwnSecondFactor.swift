internal import HTML
internal import Operations
internal import Passwords
internal import Serving
internal import Values

extension WebPage {
    /// One's own second factor: begun with the password, taken into use with a first code, removed with a code.
    static let ownSecondFactor: [WebPage] = [
        .get("/me/second-factor", .signedIn) { visit in
            try await secondFactorPage(visit, FilledForm(beginFields(visit.words)))
        },
        .post("/me/second-factor", .signedIn) { try await beginSecondFactor($0) },
        .post("/me/second-factor/confirmation", .signedIn) { try await completeSecondFactor($0) },
        .get("/me/second-factor/removal", .signedIn) { visit in
            removalPage(visit, FilledForm(codeFields(visit.words.me.code)))
        },
        .post("/me/second-factor/removal", .signedIn) { try await removeSecondFactor($0) },
    ]

    private static func beginFields(_ words: Words) -> [Field] {
        [Field(name: "/password", label: words.me.currentPassword, kind: .password, isRequired: true)]
    }

    private static func codeFields(_ label: String) -> [Field] {
        [Field(name: "/code", label: label, kind: .code, isRequired: true)]
    }

    /// The secret goes along until its first code came, so that a mistyped one does not take the picture away.
    private static func enrolmentFields(_ words: OwnWords, secret: String = "", uri: String = "") -> [Field] {
        codeFields(words.firstCode) + [
            Field(name: "secret", label: "", kind: .hidden, standard: secret),
            Field(name: "uri", label: "", kind: .hidden, standard: uri),
        ]
    }

    private static func secondFactorPage(_ visit: Visit, _ form: FilledForm) async throws -> Answer {
        let since = try await visit.workspace.ownSecondFactor(by: try visit.caller())
        let words = visit.words
        return ownPage(visit, .secondFactor, status: form.status) {
            element("p") { words.me.secondFactorLead }
            if let since {
                element("p") {
                    words.me.secondFactorOn
                    words.moment(since)
                }
                element("p") {
                    element("a", .class("button"), .href("/me/second-factor/removal")) { words.me.remove }
                }
                element("p", .class("soft")) { words.me.lost }
            } else {
                element("p") { words.me.secondFactorOff }
                form.node(action: "/me/second-factor", in: words) {
                    element("button", .class("primary")) { words.me.begin }
                }
            }
        }
    }

    private static func beginSecondFactor(_ visit: Visit) async throws -> Answer {
        var form = FilledForm(beginFields(visit.words), visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return try await secondFactorPage(visit, form) }
        do throws(OperationError) {
            let caller = try visit.caller()
            let proof = Proof.password(Password(form["/password"] ?? ""))
            let enrolment = try await visit.workspace.beginSecondFactor(
                try await visit.workspace.confirm(proof, by: caller), by: caller)
            return enrolmentPage(
                visit,
                FilledForm(enrolmentFields(visit.words.me, secret: enrolment.secret, uri: enrolment.uri)))
        } catch {
            try note(error, at: "/password", &form, visit)
            return try await secondFactorPage(visit, form)
        }
    }

    private static func completeSecondFactor(_ visit: Visit) async throws -> Answer {
        var form = FilledForm(enrolmentFields(visit.words.me), visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return enrolmentPage(visit, form) }
        do throws(OperationError) {
            try await visit.workspace.completeSecondFactor(form["/code"] ?? "", by: try visit.caller())
        } catch {
            try note(error, at: "/code", &form, visit)
            return enrolmentPage(visit, form)
        }
        return .seeOther(OwnPlace.secondFactor.path, notice: visit.words.me.enrolled)
    }

    private static func enrolmentPage(_ visit: Visit, _ form: FilledForm) -> Answer {
        let words = visit.words
        return ownPage(visit, .secondFactor, status: form.status) {
            if let uri = form["uri"], uri.hasPrefix("otpauth://"), let secret = form["secret"] {
                element("h2") { words.me.scan }
                qrPicture(of: uri, label: words.me.qr)
                element("p") { words.me.scanAlternative }
                element("p") { element("code", .class("secret")) { spaced(secret) } }
                element("p", .class("warning")) { words.me.secretOnce }
            }
            form.node(action: "/me/second-factor/confirmation", in: words) {
                element("button", .class("primary")) { words.me.complete }
                element("a", .href(OwnPlace.secondFactor.path)) { words.back }
            }
        }
    }

    private static func removeSecondFactor(_ visit: Visit) async throws -> Answer {
        var form = FilledForm(codeFields(visit.words.me.code), visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return removalPage(visit, form) }
        do throws(OperationError) {
            try await visit.workspace.removeSecondFactor(form["/code"] ?? "", by: try visit.caller())
        } catch {
            try note(error, at: "/code", &form, visit)
            return removalPage(visit, form)
        }
        return .seeOther(OwnPlace.secondFactor.path, notice: visit.words.me.removed)
    }

    private static func removalPage(_ visit: Visit, _ form: FilledForm) -> Answer {
        let words = visit.words
        return ownPage(visit, .secondFactor, title: words.me.remove, status: form.status) {
            element("p", .class("warning")) { words.me.removeMeans }
            form.node(action: "/me/second-factor/removal", in: words) {
                element("button", .class("danger")) { words.me.remove }
                element("a", .href(OwnPlace.secondFactor.path)) { words.back }
            }
        }
    }

    /// A wrong proof stands at its field. The last one that a session may have ended it: that is thrown on.
    private static func note(
        _ error: OperationError, at place: String, _ form: inout FilledForm, _ visit: Visit
    ) throws(OperationError) {
        switch error {
        case .notAuthenticated: throw error
        case .confirmationFailed, .secondFactorRequired: form.note(place, error.message(in: visit.language))
        default: form.note(error, in: visit.language)
        }
    }

    /// Four letters at a time, as people type them.
    private static func spaced(_ secret: String) -> String {
        secret.enumerated().map { ($0.offset > 0 && $0.offset.isMultiple(of: 4) ? " " : "") + String($0.element) }
            .joined()
    }
}
