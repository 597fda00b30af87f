internal import Contracts
internal import HTML
internal import JSON
internal import Operations
internal import Payables
internal import Values

/// The questions about one kind of fact, with choices from the terms.
struct FactForm {
    let kind: FactKind
    let sheet: ContractSheet
    let words: Words
    let today: CalendarDay

    /// The kinds that have a form here; assessments, rulings and payments have pages of their own.
    static let kinds: [FactKind] = [.event, .invoice, .usage, .objection, .objectionResolved, .terminated]

    /// Where a name is typed that the terms do not have.
    static let otherName = "other-name"

    /// Whether the terms give cause for such a fact.
    static func isUseful(_ kind: FactKind, _ terms: Contract) -> Bool {
        switch kind {
        case .usage: !FactChoices(terms).metered.isEmpty
        case .objection, .objectionResolved: !FactChoices(terms).objections.isEmpty
        default: true
        }
    }

    private var terms: Contract { sheet.statement.terms }

    /// All of them; the date is today until somebody says otherwise.
    func fields(installment: String? = nil) -> [Field] {
        var fields = ownFields(installment)
        fields.append(
            Field(
                name: "/on", label: words.happenedOn, kind: .day, isRequired: true, standard: today.description))
        fields.append(Field(name: "/note", label: words.note, kind: .longText))
        fields.append(DocumentUpload.question(words))
        fields.append(Field(name: "/document", label: "", kind: .hidden))
        fields.append(Field(name: Self.documentName, label: "", kind: .hidden))
        fields.append(Field(name: "/kind", label: "", kind: .hidden, standard: kind.rawValue))
        return fields
    }

    /// The name of the document that was stored already, for people.
    static let documentName = "document-name"

    private func ownFields(_ installment: String?) -> [Field] {
        let choices = FactChoices(terms)
        switch kind {
        case .event:
            return [
                Field(
                    name: "/event", label: words.event,
                    kind: .choice(choices.options(choices.events, in: .events, words)), hint: words.eventHint),
                Field(name: Self.otherName, label: words.otherEvent, hint: words.otherEventHint),
                Field(name: "/count", label: words.count, kind: .wholeNumber, hint: words.countHint),
            ]
        case .invoice:
            return [
                installmentField(terms.installments, installment),
                Field(name: "/number", label: words.invoiceNumber, isRequired: true),
                Field(name: "/amount", label: words.amountYuan, kind: .money, isRequired: true),
            ]
        case .usage:
            return [
                installmentField(choices.metered, installment ?? choices.metered.first?.id),
                Field(
                    name: "/item", label: words.item, kind: .choice(choices.options(choices.items, in: .items, words)),
                    isRequired: true),
                Field(name: "/quantity", label: words.quantity, kind: .decimal, isRequired: true),
            ]
        case .objection, .objectionResolved:
            return [
                Field(
                    name: "/objection", label: words.objection,
                    kind: .choice(choices.options(choices.objections, in: .objections, words)), isRequired: true)
            ]
        case .terminated:
            return [
                Field(
                    name: "/reason", label: words.reason, kind: .longText, hint: words.terminationHint, isRequired: true
                )
            ]
        default: return []
        }
    }

    private func installmentField(_ installments: [Installment], _ chosen: String?) -> Field {
        let options = installments.map { Field.Option(value: $0.id, label: $0.label) }
        return Field(
            name: "/installment", label: words.installment, kind: .choice(options), isRequired: true,
            standard: chosen ?? "")
    }

    /// The fact as the use case reads it.
    func body(of form: FilledForm) -> [UInt8] {
        guard form["/event"] == nil, let other = form[Self.otherName] else { return form.json }
        return form.json(adding: [("/event", other)])
    }
}

/// What the terms ask about, for the choices of forms.
struct FactChoices {
    let events: [String]
    let objections: [String]
    let metered: [Installment]

    init(_ terms: Contract) {
        var events: [String] = []
        var objections: [String] = []
        func take(_ condition: Condition) {
            switch condition {
            case .event(let name), .count(let name, _), .after(let name, _): events.append(name)
            case .clear(let name): objections.append(name)
            case .all(let parts), .any(let parts): for part in parts { take(part) }
            case .date, .yearStarts, .yearElapsed, .yearEnds, .contractEnds, .invoice: break
            }
        }
        for installment in terms.installments {
            take(installment.when)
            for case .event(let name) in installment.needs { events.append(name) }
        }
        self.events = events.withoutRepetitions
        self.objections = objections.withoutRepetitions
        metered = terms.installments.filter { if case .metered = $0.amount { true } else { false } }
    }

    /// The items that have a unit price.
    var items: [String] {
        metered.flatMap { installment -> [String] in
            guard case .metered(let metering) = installment.amount else { return [] }
            return metering.unitPrices.map(\.item)
        }.withoutRepetitions
    }

    /// Names as options, in the words that people know them by.
    func options(_ names: [String], in vocabulary: Vocabulary, _ words: Words) -> [Field.Option] {
        names.map { name in
            let known = NameStyle.inWords.name(of: name, in: vocabulary, words.language)
            return Field.Option(value: name, label: known == name ? name : words.known(known, name))
        }
    }
}

extension [String] {
    /// Each once, in the order in which they came first.
    fileprivate var withoutRepetitions: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
