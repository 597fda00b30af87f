internal import JSON
internal import Values

/// A field of a step with how its answer stands in the terms.
struct DraftField: Sendable {
    var field: Field
    var form = Form.text

    /// How an answer is written.
    enum Form: Sendable {
        case text, money, decimal, number
        /// The ticked ones of a list.
        case list
        /// Several identifiers in one line.
        case codes
    }

    var name: String { field.name }
    /// Fields with another name choose between forms of the terms; they fill in nothing themselves.
    var isLeaf: Bool { name.hasPrefix("/") }
}

extension TermsDraft {
    /// Takes over what was typed, as it was typed where it makes no sense.
    mutating func take(_ fields: [DraftField], from form: FormData) {
        for field in fields where field.isLeaf {
            let sent = form.all(field.name).map(\.trimmed).filter { !$0.isEmpty }
            if case .list = field.form {
                self[field.name] = .array(sent.map { .string($0) })
            } else if form.fields.contains(where: { $0.name == field.name }) {
                let other = form["other:" + field.name]
                let old = text(field.name)
                self[field.name] = Self.value(other ?? sent.last ?? "", field.form, present: self[field.name])
                follow(field.name, from: old, to: text(field.name))
                if !field.field.isRequired { withdrawIfEmpty(field.name) }
            }
            if case .list = field.form, let other = form["other:" + field.name] {
                self[field.name] = .array((sent + Self.codes(other)).map { .string($0) })
            }
        }
    }

    /// What nobody has to answer and nobody did: the answer goes, and an object that had nothing else.
    private mutating func withdrawIfEmpty(_ place: String) {
        guard self[place]?.text == "" else { return }
        self[place] = nil
        let object = Self.list(of: place)
        if case .object(let members) = self[object], members.isEmpty { self[object] = nil }
    }

    private static func value(_ text: String, _ form: DraftField.Form, present: JSONDocument?) -> JSONDocument {
        // What follows from other answers stays until somebody says something else.
        if text.isEmpty, let present = present?.text, Opening.isOne(present) { return .string(present) }
        switch form {
        case .text, .list: return .string(text)
        case .money: return .string(Money(typed: text)?.description ?? text)
        case .decimal: return .string(plainDecimal(text))
        case .number: return Int(plainDecimal(text)).map { .number($0) } ?? .string(text)
        case .codes: return .array(codes(text).map { .string($0) })
        }
    }

    /// Digits of the wide keyboard, a percent sign behind.
    private static func plainDecimal(_ text: String) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF19: plain.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10) + 0x30))
            case 0xFF0E: plain += "."
            default: plain.unicodeScalars.append(scalar)
            }
        }
        for ending in ["%", "％", "分"] where plain.hasSuffix(ending) { plain.removeLast() }
        return plain.trimmed
    }

    private static func codes(_ text: String) -> [String] {
        text.split { $0.isWhitespace || [",", "，", "、", ";", "；"].contains($0) }.map(String.init)
    }

    /// What a field shows: amounts with their commas, days only where they are some.
    func shown(_ field: DraftField) -> [String] {
        switch field.form {
        case .list: return list(field.name).compactMap(\.text)
        case .codes: return [list(field.name).compactMap(\.text).joined(separator: "，")]
        case .money:
            let text = text(field.name)
            return [Money(text)?.grouped ?? text]
        case .text, .decimal, .number: return [text(field.name)]
        }
    }

    /// Fills in what follows from the beginning of the contract and from its price, as soon as they are known.
    mutating func resolveOpenings() {
        let start = CalendarDay(text("/contract/years/0/from")) ?? CalendarDay(text("/contract/term/from"))
        let price = Money(text("/contract/price"))
        document = document.mapTexts { .string(Opening.resolved($0, start: start, price: price)) } ?? document
    }
}
