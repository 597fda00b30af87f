internal import Contracts
internal import JSON
internal import Values

/// The fields of a step, made from the terms as they stand: the same when a page is written and when it comes back.
struct DraftFields {
    let draft: TermsDraft
    let words: RegistrationWords

    /// The fields of a view, in the order in which they are read.
    func fields(of view: RegistrationView) -> [DraftField] {
        switch view {
        case .basics: basics
        case .period: period
        case .schedule, .assessments, .check: []
        case .installment(let position): installment(position)
        case .assessment(let position): assessment(position)
        case .closing: closing
        }
    }

    private var basics: [DraftField] {
        let place = "/contract/"
        var fields = [
            text(place + "number", words.contractNumber), text(place + "title", words.contractTitle),
            text(place + "buyer", words.buyer, hint: words.buyerHint), text(place + "supplier", words.supplier),
            money(place + "price", words.price), day(place + "signedOn", words.signedOn),
        ]
        if draft["/calendar"]?.text != nil {
            fields.append(choice("/calendar", words.calendar, words.calendars, hint: words.calendarHint))
        }
        return fields
    }

    private var period: [DraftField] {
        var fields = [choose(.period, "/contract/years", words.periodForm, words.periodForms, isRadio: true)]
        if draft["/contract/term"] != nil {
            fields += [day("/contract/term/from", words.from), day("/contract/term/to", words.to)]
        }
        for index in draft.list("/contract/years").indices {
            let place = "/contract/years/\(index)/"
            fields += [
                number(place + "year", words.yearNumber), money(place + "fee", words.fee),
                day(place + "from", words.from), day(place + "to", words.to),
            ]
        }
        return fields
    }

    private var closing: [DraftField] {
        var fields = [
            choice("/contract/excess", words.excess, words.excesses, isOptional: true),
            decimal(
                "/contract/lateInterest/percentPerDay", words.lateInterest, hint: words.lateInterestHint,
                isOptional: true),
        ]
        let assessments = draft.names("/contract/assessments").map { Field.Option(value: $0.id, label: $0.label) }
        for index in draft.list("/contract/termination").indices {
            let place = "/contract/termination/\(index)/"
            fields += [
                DraftField(
                    field: Field(
                        name: place + "series", label: words.series, kind: .checks(assessments), hint: words.seriesHint,
                        isRequired: true), form: .list),
                decimal(place + "below", words.scoreBelowLimit), number(place + "times", words.times),
            ]
        }
        return fields
    }
}

/// Fields by what they hold.
extension DraftFields {
    func text(_ name: String, _ label: String, hint: String = "", isOptional: Bool = false) -> DraftField {
        DraftField(field: Field(name: name, label: label, hint: hint, isRequired: !isOptional))
    }

    func money(_ name: String, _ label: String, hint: String = "", isOptional: Bool = false) -> DraftField {
        DraftField(
            field: Field(name: name, label: label, kind: .money, hint: hint, isRequired: !isOptional), form: .money)
    }

    func day(_ name: String, _ label: String) -> DraftField {
        DraftField(field: Field(name: name, label: label, kind: .day, isRequired: true))
    }

    func decimal(_ name: String, _ label: String, hint: String = "", isOptional: Bool = false) -> DraftField {
        DraftField(
            field: Field(name: name, label: label, kind: .decimal, hint: hint, isRequired: !isOptional), form: .decimal)
    }

    func number(_ name: String, _ label: String, hint: String = "", isOptional: Bool = false) -> DraftField {
        DraftField(
            field: Field(name: name, label: label, kind: .wholeNumber, hint: hint, isRequired: !isOptional),
            form: .number)
    }

    func choice(
        _ name: String, _ label: String, _ options: [Field.Option], hint: String = "", form: DraftField.Form = .text,
        isOptional: Bool = false
    ) -> DraftField {
        DraftField(
            field: Field(name: name, label: label, kind: .choice(options), hint: hint, isRequired: !isOptional),
            form: form)
    }

    /// A choice between forms of the terms.
    func choose(
        _ kind: TermsChoice.Kind, _ place: String, _ label: String, _ options: [Field.Option], hint: String = "",
        isRadio: Bool = false
    ) -> DraftField {
        DraftField(
            field: Field(
                name: TermsChoice(kind, place).name, label: label, kind: isRadio ? .radio(options) : .choice(options),
                hint: hint, isRequired: true))
    }

    /// An identifier out of a vocabulary, or one of one's own in the field behind it.
    func identifier(_ name: String, _ label: String, _ vocabulary: Vocabulary) -> [DraftField] {
        let known = vocabulary.names.map {
            Field.Option(value: $0.id, label: "\($0.words(in: words.language))（\($0.id)）")
        }
        let own = draft.identifiers(of: vocabulary).filter { id in !vocabulary.names.contains { $0.id == id } }
        let options =
            known
            + own.map { id in
                let name = NameStyle.inWords.name(of: id, in: vocabulary, words.language)
                return Field.Option(value: id, label: name == id ? id : "\(name)（\(id)）")
            }
        return [
            choice(name, label, options),
            DraftField(field: Field(name: "other:" + name, label: words.otherCode(label), hint: words.codeHint)),
        ]
    }

    /// What a percentage may be taken of.
    func bases(withInstallment: Bool) -> [Field.Option] {
        [Field.Option(value: "contract", label: words.priceBase)]
            + draft.years.map { Field.Option(value: "year:\($0)", label: words.yearBase($0)) }
            + (withInstallment ? [Field.Option(value: "installment", label: words.installmentBase)] : [])
    }

    var yearOptions: [Field.Option] { draft.years.map { Field.Option(value: $0, label: words.yearName($0)) } }
}

extension TermsDraft {
    /// The identifiers of a vocabulary that the terms use, each once.
    func identifiers(of vocabulary: Vocabulary) -> [String] {
        var found: [String] = []
        func note(_ text: String?) {
            if let text, !text.isEmpty, text != "invoice", !found.contains(text) { found.append(text) }
        }
        func walk(_ value: JSONDocument) {
            switch value {
            case .object(let members):
                for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                    switch (vocabulary, name) {
                    case (.events, "event"), (.events, "count"), (.events, "after"), (.objections, "clear"):
                        note(member.text)
                    case (.events, "needs"), (.criteria, "criteria"): for id in member.elements { note(id.text) }
                    default: walk(member)
                    }
                }
            case .array(let elements): for element in elements { walk(element) }
            case .string, .literal: return
            }
        }
        walk(document)
        return found
    }
}
