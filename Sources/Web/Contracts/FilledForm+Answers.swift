internal import HTML
internal import Values

extension FilledForm {
    /// The answers as hidden fields of the step that follows, with the key that makes sending them twice harmless.
    var hidden: Node {
        group {
            keyNode
            for field in fields {
                for value in all(field.name) { element("input", .type("hidden"), .name(field.name), .value(value)) }
            }
        }
    }

    /// The answers to be read once more.
    func answers(in words: Words) -> Node {
        element("dl", .class("facts")) {
            for field in fields where !field.isHidden {
                if let value = self[field.name] {
                    element("dt") { field.label }
                    element("dd") { answer(value, field.kind, words) }
                }
            }
        }
    }

    private func answer(_ value: String, _ kind: Field.Kind, _ words: Words) -> Node {
        switch kind {
        case .money:
            return group {
                Money(typed: value).map { words.yuan($0) } ?? value
                " "
                element("span", .class("soft")) { Money(typed: value)?.inCapitals ?? "" }
            }
        case .day: return CalendarDay(value).map { words.day($0) } ?? .text(value)
        case .choice(let options), .radio(let options):
            return .text(options.first { $0.value == value }?.label ?? value)
        default: return .text(value)
        }
    }
}
