internal import Serving
internal import Values

/// A form with what was typed and what is wrong with it.
struct FilledForm: Sendable {
    let fields: [Field]
    /// By which sending it twice is known to be the same: the idempotency key of the use case.
    let key: String
    private var values: [String: [String]] = [:]
    private(set) var errors: [String: [String]] = [:]
    /// What belongs to no field.
    private(set) var generalErrors: [String] = []

    /// The name of the field that carries ``key``.
    static let keyName = "form-key"

    /// Nothing typed yet.
    init(_ fields: [Field]) {
        self.fields = fields
        key =
            "web-" + String(UInt64.random(in: .min ... .max), radix: 36)
            + String(UInt64.random(in: .min ... .max), radix: 36)
        for field in fields where !field.standard.isEmpty { values[field.name] = [field.standard] }
    }

    /// What was sent. A key that no form of ours had is replaced.
    init(_ fields: [Field], _ sent: FormData) {
        self.fields = fields
        let given = sent[Self.keyName] ?? ""
        let isOurs =
            given.hasPrefix("web-") && given.utf8.count <= 64 && given.allSatisfy { $0.isASCII && !$0.isWhitespace }
        key = isOurs ? given : FilledForm([]).key
        for field in fields {
            let all = sent.all(field.name).map(\.trimmed).filter { !$0.isEmpty }
            if !all.isEmpty { values[field.name] = all }
        }
    }

    /// The value of a field; nil where nothing was typed.
    subscript(name: String) -> String? { values[name]?.last }

    /// The ticked values of a field.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    var isFaulty: Bool { !errors.isEmpty || !generalErrors.isEmpty }

    /// Notes what is wrong with a field, or with the whole where there is no such field.
    mutating func note(_ name: String, _ message: String) {
        // An error may lie deeper than the field, or beside it in an object that the field is the only part of.
        var place = name
        while !fields.contains(where: { $0.name == place && !$0.isHidden }) {
            guard let slash = place.lastIndex(of: "/"), slash > place.startIndex else {
                generalErrors.append(message)
                return
            }
            place = String(place[..<slash])
        }
        errors[place, default: []].append(message)
    }

    /// Notes everything that the use case refused, in the reader's language.
    mutating func note(_ refusal: Refusal, in language: Language) {
        let found = refusal.errors(in: language)
        for error in found {
            switch error.place {
            case .pointer(let pointer): note(pointer, error.message)
            case .parameter(let name): note("/" + name, error.message)
            }
        }
        if found.isEmpty { generalErrors.append(refusal.detail(in: language) ?? refusal.kind.title(in: language)) }
    }

    /// Notes required fields that are empty and amounts that are none, before any use case is asked.
    mutating func check(in language: Language) {
        for field in fields {
            let value = self[field.name]
            if field.isRequired, value == nil {
                note(field.name, language.choose("请填写“\(field.label)”。", "Please fill in “\(field.label)”."))
            }
            if case .money = field.kind, let value, Money(typed: value) == nil {
                note(
                    field.name,
                    language.choose(
                        "应为金额，如 1,234.56 或 123.456万，最多到分。",
                        "Wanted an amount such as 1,234.56 or 123.456万, to the fen at most."))
            }
        }
    }
}

extension Field {
    var isHidden: Bool { if case .hidden = kind { true } else { false } }
}
