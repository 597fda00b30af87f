internal import HTML
internal import Operations
internal import Serving

/// The settings of a department.
func departmentPath(_ name: String) -> String { "/system/departments/" + percentEncoded(name) }

/// Departments by name, each with the settings that can be changed.
func departmentTable(_ departments: [DepartmentState], _ words: Words) -> Node {
    let system = words.system
    guard !departments.isEmpty else { return element("p") { words.nothingHere } }
    return dataTable(caption: system.name(of: .departments)) {
        headRow(
            (system.department, false), (system.chain, false), (system.cooling, true), (system.people, true),
            (system.openRequests, true), (system.actions, false))
        element("tbody") {
            for one in departments {
                element("tr") {
                    element("th", .scope("row")) { one.department.name }
                    element("td") { system.chain(one.department.approvalChain) }
                    element("td", .class("sum")) { system.hours(one.coolingHours) }
                    element("td", .class("sum")) { String(one.accounts) }
                    element("td", .class("sum")) { system.count(one.openRequests) }
                    element("td") {
                        link("chain", system.changeChain, one.department.name)
                        element("br")
                        link("cooling", system.changeCooling, one.department.name)
                    }
                }
            }
        }
    }
}

private func link(_ setting: String, _ label: String, _ department: String) -> Node {
    element("a", .href("\(departmentPath(department))/\(setting)"), .aria("label", "\(label) \(department)")) { label }
}
