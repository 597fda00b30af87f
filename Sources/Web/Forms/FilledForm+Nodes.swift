internal import HTML
internal import Values

extension FilledForm {
    /// The whole form: what is wrong with it, its fields, then `buttons`. Sending it twice does no harm.
    func node(
        action: String, in words: Words, isUpload: Bool = false, @Content buttons: () -> Node
    ) -> Node {
        element(
            "form", Attribute("method", "post"), Attribute("action", action),
            isUpload ? Attribute("enctype", "multipart/form-data") : nil, Attribute("novalidate", nil),
            .class("form")
        ) {
            keyNode
            errorSummary(in: words)
            for field in fields { node(of: field, in: words) }
            element("div", .class("buttons")) { buttons() }
        }
    }

    /// The field that makes sending twice harmless; every form has it.
    var keyNode: Node {
        element("input", .type("hidden"), .name(Self.keyName), .value(key))
    }

    /// What is wrong, each with a link to its field; nothing where nothing is.
    func errorSummary(in words: Words) -> Node {
        guard isFaulty else { return .empty }
        return element("div", .class("errors"), .role("alert"), .id("errors"), Attribute("tabindex", "-1")) {
            element("h2") { words.pleaseCheck }
            element("ul") {
                for message in generalErrors { element("li") { message } }
                for field in fields {
                    for message in errors[field.name] ?? [] {
                        element("li") { element("a", .href("#" + field.id)) { "\(field.label)：\(message)" } }
                    }
                }
            }
        }
    }

    /// A field by its name, for forms that lay out their fields themselves.
    func node(named name: String, in words: Words) -> Node {
        fields.first { $0.name == name }.map { node(of: $0, in: words) } ?? .empty
    }

    /// A field with its label, its hint and what is wrong with it.
    func node(of field: Field, in words: Words) -> Node {
        switch field.kind {
        case .hidden:
            return element("input", .type("hidden"), .name(field.name), .value(self[field.name] ?? ""))
        case .radio(let options): return choices(field, options, type: "radio", words)
        case .checks(let options): return choices(field, options, type: "checkbox", words)
        case .tick:
            return element("div", .class(errors[field.name] == nil ? "field tick" : "field tick invalid")) {
                element(
                    "input", .type("checkbox"), .id(field.id), .name(field.name), .value("yes"),
                    .flag("checked", if: self[field.name] != nil), describedBy(field))
                element("label", .for(field.id)) { field.label }
                notes(field)
            }
        default:
            return element("div", .class(errors[field.name] == nil ? "field" : "field invalid")) {
                element("label", .for(field.id)) { label(field, words) }
                notes(field)
                control(field)
            }
        }
    }

    private func label(_ field: Field, _ words: Words) -> Node {
        group {
            field.label
            if !field.isRequired { element("span", .class("optional")) { words.optional } }
        }
    }

    private func notes(_ field: Field) -> Node {
        group {
            if !field.hint.isEmpty { element("p", .class("hint"), .id(field.id + "-hint")) { field.hint } }
            if let messages = errors[field.name] {
                element("p", .class("error"), .id(field.id + "-error")) { messages.joined(separator: " ") }
            }
        }
    }

    private func describedBy(_ field: Field) -> Attribute? {
        let ids =
            (field.hint.isEmpty ? [] : [field.id + "-hint"]) + (errors[field.name] == nil ? [] : [field.id + "-error"])
        return ids.isEmpty ? nil : .aria("describedby", ids.joined(separator: " "))
    }

    private func choices(_ field: Field, _ options: [Field.Option], type: String, _ words: Words) -> Node {
        let chosen = Set(all(field.name))
        return element("fieldset", .class(errors[field.name] == nil ? "field" : "field invalid"), .id(field.id)) {
            element("legend") { label(field, words) }
            notes(field)
            for (index, option) in options.enumerated() {
                element("div", .class("option")) {
                    element(
                        "input", .type(type), .id("\(field.id)-\(index)"), .name(field.name), .value(option.value),
                        .flag("checked", if: chosen.contains(option.value)))
                    element("label", .for("\(field.id)-\(index)")) { option.label }
                }
            }
        }
    }

    private func control(_ field: Field) -> Node {
        let value = self[field.name] ?? ""
        let invalid: Attribute? = errors[field.name] == nil ? nil : .aria("invalid", "true")
        // A day and a file have no role that aria-required may stand on; forms are not validated by browsers.
        let required: Attribute? =
            switch field.kind {
            case .day, .file: .flag("required", if: field.isRequired)
            default: field.isRequired ? .aria("required", "true") : nil
            }
        func input(_ type: String, _ mode: String? = nil, _ autocomplete: String? = nil, isShown: Bool = true) -> Node {
            element(
                "input", .type(type), .id(field.id), .name(field.name), isShown ? .value(value) : nil,
                mode.map { Attribute("inputmode", $0) },
                (autocomplete ?? field.autocomplete).map { Attribute("autocomplete", $0) }, required, invalid,
                describedBy(field))
        }
        switch field.kind {
        case .money:
            return element("span", .class("money-field")) {
                input("text", "decimal")
                element("output", .class("capitals"), .for(field.id)) { Money(typed: value)?.inCapitals ?? "" }
            }
        case .decimal: return input("text", "decimal")
        case .wholeNumber: return input("text", "numeric")
        case .day: return input("date")
        case .password:
            let isNew = field.autocomplete == "new-password"
            return input("password", nil, isNew ? "new-password" : "current-password", isShown: false)
        case .code: return input("text", "numeric", "one-time-code", isShown: false)
        case .longText:
            return element(
                "textarea", .id(field.id), .name(field.name), Attribute("rows", "4"), required, invalid,
                describedBy(field)
            ) { value }
        case .file(let accept):
            return element(
                "input", .type("file"), .id(field.id), .name(field.name), Attribute("accept", accept), required,
                invalid,
                describedBy(field))
        case .choice(let options):
            return element("select", .id(field.id), .name(field.name), required, invalid, describedBy(field)) {
                if !options.contains(where: { $0.value.isEmpty }) { element("option", .value("")) { "—" } }
                for option in options {
                    element("option", .value(option.value), .flag("selected", if: option.value == value)) {
                        option.label
                    }
                }
            }
        case .text, .radio, .checks, .tick, .hidden: return input("text")
        }
    }
}
