internal import HTML
internal import Serving
internal import Values

/// Forms that ask by GET: what is asked for stands in the address, so that it can be kept and sent to somebody.
extension Visit {
    /// The form as the address fills it in; what was left empty is not asked for.
    func asked(_ fields: [Field]) -> FilledForm {
        var sent = FormData()
        for pair in QueryValues.pairs(call.rawQuery) { sent.add(pair.name, pair.value) }
        return FilledForm(fields, sent)
    }

    /// What the address asks for, read as the interface reads it; nil where something is wrong, noted at its field.
    func reading<Value>(_ form: inout FilledForm, _ read: (inout QueryValues) throws -> Value) rethrows -> Value? {
        var pairs: [String] = []
        for pair in QueryValues.pairs(call.rawQuery) where !pair.value.trimmed.isEmpty {
            pairs.append(percentEncoded(pair.name) + "=" + percentEncoded(form.plain(pair.name, pair.value.trimmed)))
        }
        var values = QueryValues(pairs.joined(separator: "&")[...], allowed: call.queryNames)
        let value = try read(&values)
        do throws(Refusal) {
            try values.check()
            return value
        } catch {
            for error in error.errors(in: language) {
                guard case .parameter(let name) = error.place else { continue }
                form.note(name, error.message)
            }
            return nil
        }
    }
}

extension FilledForm {
    /// The form with its buttons, sent by GET.
    func asking(at path: String, in words: Words, @Content buttons: () -> Node) -> Node {
        // What was found stands below the form; where nothing is, the browser stays at the top.
        element(
            "form", Attribute("method", "get"), Attribute("action", path + "#result"), Attribute("novalidate", nil),
            .class("form")
        ) {
            errorSummary(in: words)
            for field in fields { node(of: field, in: words) }
            element("div", .class("buttons")) { buttons() }
        }
    }

    /// The same in one line above a list.
    func filtering(at path: String, in words: Words) -> Node {
        group {
            errorSummary(in: words)
            element("form", Attribute("method", "get"), Attribute("action", path), .class("filters")) {
                for field in fields { node(of: field, in: words) }
                element("button") { words.search }
            }
        }
    }

    /// An amount without what only people write, such as commas; everything else as it is.
    fileprivate func plain(_ name: String, _ value: String) -> String {
        guard let field = fields.first(where: { $0.name == name }), case .money = field.kind else { return value }
        return Money(typed: value)?.description ?? value
    }
}
