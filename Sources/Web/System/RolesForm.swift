internal import Operations
internal import Serving
internal import Values

/// Which roles somebody has.
func rolesField(_ words: Words) -> Field {
    let options = Role.allCases.map { role in
        Field.Option(value: role.rawValue, label: "\(words.name(of: role))：\(words.system.purpose(of: role))")
    }
    return Field(name: "/roles", label: words.system.roles, kind: .checks(options), hint: words.system.rolesHint)
}

/// The roles, and what an auditor may see beside the own department.
func rolesFields(_ departments: [Department], _ words: Words) -> [Field] {
    [
        rolesField(words),
        Field(name: "/auditsAll", label: words.system.auditsAll, kind: .tick),
        Field(
            name: "/audits", label: words.system.audits,
            kind: .checks(departments.map { .init(value: $0.name, label: $0.name) })),
    ]
}

/// The form as an account stands.
func rolesForm(_ actor: Actor, _ departments: [Department], _ words: Words) -> FilledForm {
    var present = FormData()
    for role in actor.roles { present.add("/roles", role.rawValue) }
    switch actor.visibility {
    case .all: present.add("/auditsAll", "yes")
    case .departments(let seen):
        for department in seen where department.id != actor.department.id { present.add("/audits", department.name) }
    }
    return FilledForm(rolesFields(departments, words), present)
}

/// The ticked roles; a made-up one is none.
func roles(in form: FilledForm) -> Set<Role> { Set(form.all("/roles").compactMap(Role.init(rawValue:))) }

extension FilledForm {
    /// Notes why something about people or settings cannot be, at the field that it is about.
    mutating func note(_ error: OperationError, in language: Language) {
        let place: String =
            switch error {
            case .account(let refusal): refusal.place
            case .bankAccount(.coolingForm): "/hours"
            case .invalidCalendar: "file"
            default: ""
            }
        if place.isEmpty { note(Refusal(error), in: language) } else { note(place, error.message(in: language)) }
    }
}

extension AccountRefusal {
    /// The field that it is about; empty for none.
    fileprivate var place: String {
        switch self {
        case .accountNameForm, .accountNameTaken, .departmentNameForm, .departmentNameTaken: "/name"
        case .displayNameForm: "/displayName"
        case .unknownDepartment: "/department"
        case .unknownAccount: "/account"
        case .labelForm: "/label"
        case .expiryForm: "/days"
        case .grantsWithoutAuditor: "/roles"
        case .approvalChainForm: "/roles/0"
        case .passwordForm, .passwordGuessable: "/password"
        case .unknownToken, .ownAccount, .lastAdministrator, .unknownSession, .secondFactorPresent,
            .secondFactorAbsent, .tokenIssued:
            ""
        }
    }
}
