internal import JSON
internal import Contracts

extension DraftFields {
    func installment(_ position: Int) -> [DraftField] {
        let place = "/contract/installments/\(position)"
        guard draft[place] != nil else { return [] }
        var fields = [
            text(place + "/label", words.installmentLabel),
            text(place + "/id", words.identifier, hint: words.identifierHint),
            choice(place + "/kind", words.kind, words.kinds),
        ]
        if !draft.years.isEmpty {
            fields.append(choice(place + "/year", words.belongsToYear, yearOptions, form: .number, isOptional: true))
        }
        return fields + amount(position, place + "/amount") + condition(place + "/when", 0) + within(place + "/within")
            + [
                choice(
                    place + "/assessedBy", words.assessedBy,
                    draft.names("/contract/assessments").map { Field.Option(value: $0.id, label: $0.label) },
                    hint: words.assessedByHint, isOptional: true)
            ] + needs(place + "/needs")
    }

    private func amount(_ position: Int, _ place: String) -> [DraftField] {
        let form = draft.chosen(TermsChoice(.amount, place))
        let choice = [choose(.amount, place, words.amountForm, words.amountForms)]
        switch AmountForm(rawValue: form) {
        case nil: return choice
        case .fixed: return choice + [money(place + "/fixed", words.amount)]
        case .percent:
            return choice + [
                decimal(place + "/percent", words.percent),
                self.choice(place + "/of", words.shareBase, bases(withInstallment: false)),
            ]
        case .remainder:
            return choice + [self.choice(place + "/remainder", words.remainderOf, bases(withInstallment: false))]
        case .metered: return choice + metered(place)
        case .withheld:
            let earlier = draft.names("/contract/installments").prefix(position).map {
                Field.Option(value: $0.id, label: $0.label)
            }
            return choice + [
                decimal(place + "/withheld/percent", words.percent),
                DraftField(
                    field: Field(
                        name: place + "/withheld/from", label: words.withheldFrom, kind: .checks(Array(earlier)),
                        isRequired: true), form: .list),
            ]
        }
    }

    private func metered(_ place: String) -> [DraftField] {
        let prices = (draft[place + "/metered/unitPrices"]?.members ?? [:]).keys.sorted().map { item in
            decimal(
                "\(place)/metered/unitPrices/\(JSONValue.token(item))",
                words.unitPrice(NameStyle.inWords.name(of: item, in: .items, words.language)))
        }
        let known = Vocabulary.items.names.map { Field.Option(value: $0.id, label: $0.words(in: words.language)) }
        return prices + [
            DraftField(
                field: Field(name: "item:" + place + "/metered/unitPrices", label: words.newItem, kind: .choice(known))),
            DraftField(
                field: Field(
                    name: "other:item:" + place + "/metered/unitPrices", label: words.otherCode(words.newItem),
                    hint: words.codeHint)),
            day(place + "/metered/from", words.meteredFrom), day(place + "/metered/to", words.meteredTo),
            money(place + "/max", words.ceiling, isOptional: true),
        ]
    }

    private func within(_ place: String) -> [DraftField] {
        let choice = TermsChoice(.within, place)
        let unit = draft.chosen(choice)
        var fields: [DraftField] = []
        if !unit.isEmpty { fields.append(number("\(place)/\(unit)", words.withinNumber)) }
        return [
            DraftField(
                field: Field(
                    name: choice.name, label: words.withinUnit, kind: .choice(words.spans), isRequired: true))
        ] + fields
    }

    private func needs(_ place: String) -> [DraftField] {
        let options =
            [Field.Option(value: "invoice", label: words.invoice)]
            + draft.identifiers(of: .events).map { id in
                Field.Option(value: id, label: NameStyle.inWords.name(of: id, in: .events, words.language))
            }
        return [
            DraftField(
                field: Field(name: place, label: words.needs, kind: .checks(options), hint: words.needsHint),
                form: .list),
            DraftField(field: Field(name: "other:" + place, label: words.otherCode(words.needs), hint: words.codeHint)),
        ]
    }

    /// The deepest condition that the form takes apart; deeper ones stay as they are.
    static let deepestCondition = 4

    /// A condition, its parts behind it.
    func condition(_ place: String, _ depth: Int) -> [DraftField] {
        let choice = TermsChoice(.when, place)
        let forms = words.conditionForms.filter { form in
            let isList = ConditionForm(rawValue: form.value)?.isList == true
            let isOfYears = form.value.hasPrefix("year")
            return !(isList && depth + 1 >= Self.deepestCondition) && !(isOfYears && draft.years.isEmpty)
        }
        let first = choose(.when, place, depth == 0 ? words.condition : words.conditionPart, forms)
        switch ConditionForm(rawValue: draft.chosen(choice)) {
        case nil, .contractEnds, .invoice: return [first]
        case .event: return [first] + identifier(place + "/event", words.event, .events)
        case .count:
            return [first] + identifier(place + "/count", words.event, .events)
                + [number(place + "/atLeast", words.atLeast)]
        case .afterMonths:
            return [first] + identifier(place + "/after", words.event, .events)
                + [number(place + "/months", words.months)]
        case .afterDays:
            return [first] + identifier(place + "/after", words.event, .events) + [number(place + "/days", words.days)]
        case .date: return [first, day(place + "/date", words.date)]
        case .yearStarts: return [first, year(place + "/yearStarts")]
        case .yearEnds: return [first, year(place + "/yearEnds")]
        case .yearElapsed: return [first, year(place + "/yearElapsed"), number(place + "/months", words.months)]
        case .clear: return [first] + identifier(place + "/clear", words.objection, .objections)
        case .all: return [first] + parts(place + "/all", depth)
        case .any: return [first] + parts(place + "/any", depth)
        }
    }

    private func year(_ name: String) -> DraftField { choice(name, words.contractYear, yearOptions, form: .number) }

    private func parts(_ place: String, _ depth: Int) -> [DraftField] {
        guard depth + 1 < Self.deepestCondition else { return [] }
        return draft.list(place).indices.flatMap { condition("\(place)/\($0)", depth + 1) }
    }
}
