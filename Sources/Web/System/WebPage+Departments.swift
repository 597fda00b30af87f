internal import HTML
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// Departments with their chains of approval and the cooling time of bank accounts.
    static let departments: [WebPage] = [
        .get("/system/departments", SystemPlace.departments.access, query: ["limit", "cursor"]) { visit in
            let page = try visit.call.query { $0.page() }
            let found = try await visit.workspace.departments(
                behind: try page.keys(1)?.first ?? "", limit: page.limit, by: try visit.caller())
            return systemPage(visit, .departments) {
                element("p") {
                    element("a", .class("button primary"), .href("/system/departments/new")) {
                        visit.words.system.addDepartment
                    }
                }
                departmentTable(found, visit.words)
                nextPage(visit, page, found.count) { found.last.map { [$0.department.name] } }
            }
        },
        .get("/system/departments/new", SystemPlace.departments.access) { visit in
            newDepartmentPage(visit, FilledForm(newDepartmentFields(visit.words.system)))
        },
        .post("/system/departments/new", SystemPlace.departments.access) { try await addDepartment($0) },
        .get("/system/departments/{name}/chain", SystemPlace.departments.access) { visit in
            let state = try await visit.workspace.department(named: visit.path[0], by: try visit.caller())
            return chainPage(visit, state, FilledForm(chainFields(state.department.approvalChain, visit.words)))
        },
        .post("/system/departments/{name}/chain", SystemPlace.departments.access) { try await setChain($0) },
        .get("/system/departments/{name}/cooling", SystemPlace.departments.access) { visit in
            let state = try await visit.workspace.department(named: visit.path[0], by: try visit.caller())
            return coolingPage(visit, FilledForm(coolingFields(state.coolingHours, visit.words.system)))
        },
        .post("/system/departments/{name}/cooling", SystemPlace.departments.access) { try await setCooling($0) },
    ]

    private static func newDepartmentFields(_ words: SystemWords) -> [Field] {
        [Field(name: "/name", label: words.departmentName, hint: words.departmentNameHint, isRequired: true)]
    }

    private static func addDepartment(_ visit: Visit) async throws -> Answer {
        var form = FilledForm(newDepartmentFields(visit.words.system), visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return newDepartmentPage(visit, form) }
        do throws(OperationError) {
            let made = try await visit.workspace.createDepartment(form["/name"] ?? "", by: try visit.caller())
            return .seeOther(SystemPlace.departments.path, notice: visit.words.system.departmentAdded(made.name))
        } catch {
            form.note(error, in: visit.language)
            return newDepartmentPage(visit, form)
        }
    }

    private static func newDepartmentPage(_ visit: Visit, _ form: FilledForm) -> Answer {
        let words = visit.words
        return systemPage(visit, .departments, title: words.system.addDepartment, status: form.status) {
            form.node(action: "/system/departments/new", in: words) {
                element("button", .class("primary")) { words.system.addDepartment }
                element("a", .href(SystemPlace.departments.path)) { words.back }
            }
        }
    }

    private static func chainFields(_ chain: [Role], _ words: Words) -> [Field] {
        let approvers = [Role.sectionHead, .finance, .head].map {
            Field.Option(value: $0.rawValue, label: words.name(of: $0))
        }
        let none = Field.Option(value: "", label: words.system.noStep)
        return (0..<3).map { place in
            Field(
                name: "/roles/\(place)", label: words.system.step(place + 1),
                kind: .choice(place == 0 ? approvers : [none] + approvers), isRequired: place == 0,
                standard: place < chain.count ? chain[place].rawValue : "")
        }
    }

    private static func setChain(_ visit: Visit) async throws -> Answer {
        let (name, caller) = (visit.path[0], try visit.caller())
        let state = try await visit.workspace.department(named: name, by: caller)
        var form = FilledForm(chainFields([], visit.words), visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return chainPage(visit, state, form) }
        let chain = (0..<3).compactMap { form["/roles/\($0)"].flatMap(Role.init(rawValue:)) }
        do throws(OperationError) {
            _ = try await visit.workspace.setApprovalChain(chain, of: name, by: caller)
        } catch {
            form.note(error, in: visit.language)
            return chainPage(visit, state, form)
        }
        return .seeOther(SystemPlace.departments.path, notice: visit.words.system.chainSet)
    }

    private static func chainPage(_ visit: Visit, _ state: DepartmentState, _ form: FilledForm) -> Answer {
        let words = visit.words
        let name = state.department.name
        return systemPage(visit, .departments, title: words.system.changeChain(of: name), status: form.status) {
            element("p", .class("warning")) { words.system.chainMeans(openRequests: state.openRequests) }
            element("dl", .class("facts")) {
                fact(words.system.chainNow) { words.system.chain(state.department.approvalChain) }
            }
            element("p") { words.system.thenTreasury }
            form.node(action: departmentPath(name) + "/chain", in: words) {
                element("button", .class("primary")) { words.system.changeChain }
                element("a", .href(SystemPlace.departments.path)) { words.back }
            }
        }
    }

    private static func coolingFields(_ hours: Int?, _ words: SystemWords) -> [Field] {
        [
            Field(
                name: "/hours", label: words.hoursLabel, kind: .wholeNumber, isRequired: true,
                standard: hours.map { String($0) } ?? "")
        ]
    }

    private static func setCooling(_ visit: Visit) async throws -> Answer {
        var form = FilledForm(coolingFields(nil, visit.words.system), visit.form)
        form.check(in: visit.language)
        guard !form.isFaulty else { return coolingPage(visit, form) }
        do throws(OperationError) {
            // What is no whole number is refused as one that is out of range.
            try await visit.workspace.setBankAccountCooling(
                hours: form["/hours"].flatMap { Int($0) } ?? -1, of: visit.path[0], by: try visit.caller())
            return .seeOther(SystemPlace.departments.path, notice: visit.words.system.coolingSet)
        } catch {
            form.note(error, in: visit.language)
            return coolingPage(visit, form)
        }
    }

    private static func coolingPage(_ visit: Visit, _ form: FilledForm) -> Answer {
        let words = visit.words
        let title = words.system.changeCooling(of: visit.path[0])
        return systemPage(visit, .departments, title: title, status: form.status) {
            element("p") { words.system.coolingLead }
            form.node(action: departmentPath(visit.path[0]) + "/cooling", in: words) {
                element("button", .class("primary")) { words.system.changeCooling }
                element("a", .href(SystemPlace.departments.path)) { words.back }
            }
        }
    }
}
