internal import HTML
internal import Operations
internal import Payables
internal import Serving
internal import Storage
internal import Values

/// The parts of the list, with how many there are in each.
func assessmentStages(_ filter: AssessmentFilter, _ totals: [AssessmentTotal], _ words: Words) -> Node {
    element("nav", .aria("label", words.assessments.stagesLabel)) {
        element("ul", .class("tabs")) {
            for stage in AssessmentFilter.Stage.allCases {
                let states = Set(AssessmentState.states(of: stage).map(\.rawValue))
                let count = totals.filter { states.contains($0.state) }.reduce(0) { $0 + $1.count }
                element("li") {
                    element(
                        "a", .href("/assessments?stage=" + stage.rawValue),
                        stage == filter.stage ? .aria("current", "page") : nil
                    ) { "\(words.assessments.name(of: stage)) \(count)" }
                }
            }
        }
    }
}

extension AssessmentState {
    /// The states that a part of the list has.
    static func states(of stage: AssessmentFilter.Stage) -> [AssessmentState] {
        switch stage {
        case .waiting: allCases.filter(\.isWaiting)
        case .upcoming: [.upcoming]
        case .over: [.settled, .lapsed]
        }
    }
}

/// What the list is narrowed by.
func assessmentFilters(_ filter: AssessmentFilter, _ words: Words) -> Node {
    let states = AssessmentState.states(of: filter.stage)
    return element("form", .class("filters"), Attribute("method", "get"), Attribute("action", "/assessments")) {
        element("input", .type("hidden"), .name("stage"), .value(filter.stage.rawValue))
        element("div", .class("field")) {
            element("label", .for("q")) { words.assessments.textFilter }
            element("input", .type("search"), .id("q"), .name("q"), .value(filter.text ?? ""))
        }
        if states.count > 1 {
            element("div", .class("field")) {
                element("label", .for("state")) { words.assessments.stateHeading }
                element("select", .id("state"), .name("state")) {
                    element("option", .value("")) { words.anyOption }
                    for state in states {
                        element(
                            "option", .value(state.rawValue), .flag("selected", if: filter.state == state.rawValue)
                        ) { state.name(in: words.language) }
                    }
                }
            }
        }
        element("button") { words.search }
    }
}

/// The list itself.
func assessmentTable(_ page: AssessmentPage, _ stage: AssessmentFilter.Stage, _ words: Words) -> Node {
    guard !page.assessments.isEmpty else { return element("p") { words.nothingHere } }
    return dataTable(caption: "\(words.name(of: .assessments)) · \(words.assessments.name(of: stage))") {
        headRow(
            (words.assessments.assessment, false), (words.assessments.contractAndSupplier, false),
            (words.assessments.stateHeading, false),
            (words.assessments.score, true), (words.assessments.deduction, true),
            (words.assessments.heldUpInstallment, false), (words.assessments.heldUpAmount, true),
            (words.assessments.dueDay, false))
        element("tbody") {
            for row in page.assessments { assessmentRow(row, page.asOf, words) }
        }
    }
}

private func assessmentRow(_ row: ListedAssessment, _ today: CalendarDay, _ words: Words) -> Node {
    let place = AssessmentPlace(number: row.contract, id: row.assessment)
    return element("tr") {
        element("th", .scope("row")) { element("a", .href(place.path)) { row.label } }
        element("td") {
            element("a", .href(place.contract)) { row.title }
            element("br")
            element("span", .class("soft small")) { "\(row.contract) · \(row.supplier)" }
        }
        element("td") { assessmentStatus(row.state, words) }
        element("td", .class("sum")) {
            row.score ?? "—"
            if let round = row.round, round > 1 {
                element("br")
                element("span", .class("soft small")) { words.assessments.round(round) }
            }
        }
        element("td", .class("sum")) { row.deduction.map { words.money($0) } ?? .text("—") }
        element("td") { row.installmentLabel ?? "—" }
        element("td", .class("sum")) { row.installment == nil ? .text("—") : words.money(row.outstanding) }
        element("td") {
            words.day(row.dueOn)
            if let due = row.dueOn, AssessmentState(rawValue: row.state)?.isWaiting ?? false {
                element("br")
                element("span", .class(due < today ? "late small" : "soft small")) {
                    words.distance(to: due, from: today)
                }
            }
        }
    }
}

/// What an assessment waits for, as a mark.
func assessmentStatus(_ state: String, _ words: Words) -> Node {
    element("span", .class("status assessment-" + state)) { words.assessments.name(ofState: state) }
}
