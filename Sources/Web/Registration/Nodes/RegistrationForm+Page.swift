internal import Contracts
internal import HTML
internal import HTTPTypes
internal import Serving

extension RegistrationForm {
    static let path = "/contracts/new/steps"

    /// The whole page of a step.
    func page(_ visit: Visit, status: HTTPResponse.Status = .ok) -> Answer {
        page(visit, status: status, mayRegister: false) { content }
    }

    /// The same with other content.
    func page(
        _ visit: Visit, status: HTTPResponse.Status, mayRegister: Bool, @Content content: () -> Node
    ) -> Answer {
        let answer = visit.page(words.title + " · " + words.name(of: view), .contracts, status: status) {
            element("h1") { words.title }
            element(
                "form", Attribute("method", "post"), Attribute("action", Self.path), Attribute("novalidate", nil),
                .class("registration"), Attribute("data-live", "/contracts/new/live")
            ) {
                // What the Enter key presses.
                element(
                    "button", .class("unseen"), .name(RegistrationAction.name), .value(RegistrationAction.apply.text),
                    Attribute("tabindex", "-1"), .aria("hidden", "true")
                ) { words.update }
                filled.keyNode
                element("input", .type("hidden"), .name(TermsDraft.name), .value(draft.carried))
                element("input", .type("hidden"), .name(RegistrationView.name), .value(view.code))
                stepList
                element("h2") { heading }
                filled.errorSummary(in: words.base)
                content()
                if view != .check { element("div", .id("live"), .class("block")) { live } }
                buttons(mayRegister: mayRegister)
            }
        }
        // Steps are answers to forms; browsers go back to those only where they may keep them.
        return answer.with(.cacheControl, "private, no-cache")
    }

    private var heading: String {
        switch view {
        case .installment(let position):
            words.name(of: view) + words.of(draft.names("/contract/installments")[position].label)
        case .assessment(let position):
            words.name(of: view) + words.of(draft.names("/contract/assessments")[position].label)
        default: words.name(of: view)
        }
    }

    private var stepList: Node {
        element("nav", .aria("label", words.steps)) {
            element("ol", .class("steps")) {
                for step in RegistrationView.steps {
                    let count = step == .check ? 0 : review.problems.filter { step.holds($0.pointer) }.count
                    element("li") {
                        button(
                            .show(step, isStrict: false), .class("plain"),
                            step == view.step ? .aria("current", "step") : nil
                        ) {
                            words.name(of: step)
                            if step != .check {
                                element("small") { count == 0 ? words.complete : words.stillOpen(count) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A button of the form.
    func button(_ action: RegistrationAction, _ attributes: Attribute?..., @Content content: () -> Node) -> Node {
        .element(
            name: "button",
            attributes: [.name(RegistrationAction.name), .value(action.text)] + attributes.compactMap(\.self),
            content: content())
    }

    private func buttons(mayRegister: Bool) -> Node {
        element("div", .class("buttons")) {
            switch view {
            case .installment, .assessment:
                button(.next, .class("primary")) { words.done }
                button(.apply) { words.update }
            case .check:
                if mayRegister { button(.save, .class("primary")) { words.register } }
            default:
                button(.next, .class("primary")) { words.nextStep }
                if !fields.isEmpty { button(.apply) { words.update } }
            }
            if let previous = view.step == view ? view.previous : view.step {
                button(.show(previous, isStrict: false)) { words.previousStep }
            }
            button(.download, .class("plain"), Attribute("data-repeatable", nil)) { words.saveDraft }
        }
    }

    private var content: Node {
        switch view {
        case .basics: basics
        case .period: period
        case .schedule: schedule
        case .installment(let position): installment(position)
        case .assessments: assessments
        case .assessment(let position): assessment(position)
        case .closing: closing
        case .check: .empty
        }
    }

    /// Fields by their names, each below the other.
    func nodes(_ names: [String]) -> Node {
        group { for name in names { filled.node(named: name, in: words.base) } }
    }

    /// All fields whose names stand in a place.
    func nodes(in place: String) -> Node { nodes(fields.map(\.name).filter { $0.hasPrefix(place + "/") }) }

    /// The field of a choice between forms.
    func choice(_ kind: TermsChoice.Kind, _ place: String) -> Node { nodes([TermsChoice(kind, place).name]) }

    /// A row of fields beside one another, with what may be done with it.
    func row(_ label: String, _ names: [String], removing place: String) -> Node {
        element("fieldset", .class("row")) {
            element("legend") { label }
            nodes(names)
            button(.remove(place), .class("danger"), .aria("label", words.remove + words.of(label))) { words.remove }
        }
    }
}
