internal import JSON

extension DraftFields {
    func assessment(_ position: Int) -> [DraftField] {
        let place = "/contract/assessments/\(position)"
        guard draft[place] != nil else { return [] }
        let installments = draft.names("/contract/installments").map { Field.Option(value: $0.id, label: $0.label) }
        var fields = [
            text(place + "/label", words.assessmentLabel),
            text(place + "/id", words.identifier, hint: words.identifierHint),
            DraftField(
                field: Field(
                    name: TermsChoice(.attach, place).name, label: words.attached, kind: .choice(installments),
                    hint: words.attachedHint)),
            choose(.source, place, words.source, words.sources, isRadio: true),
        ]
        for index in draft.list(place + "/sheet").indices { fields += criterion("\(place)/sheet/\(index)/") }
        if draft[place + "/combine"] != nil { fields += combination(place, position) }
        for index in draft.list(place + "/bands").indices {
            fields += [decimal("\(place)/bands/\(index)/from", words.bandFrom)] + share("\(place)/bands/\(index)")
        }
        for index in draft.list(place + "/points").indices { fields += points("\(place)/points/\(index)") }
        return fields + consequences(place)
    }

    private func criterion(_ place: String) -> [DraftField] {
        [
            text(place + "label", words.criterionLabel), text(place + "id", words.identifier),
            decimal(place + "max", words.criterionMax), decimal(place + "each", words.criterionEach),
        ]
    }

    private func combination(_ place: String, _ position: Int) -> [DraftField] {
        let others = draft.names("/contract/assessments").enumerated().filter { $0.offset != position }.map {
            Field.Option(value: $0.element.id, label: $0.element.label)
        }
        return draft.list(place + "/combine").indices.flatMap { index in
            [
                choice("\(place)/combine/\(index)/assessment", words.part, others),
                decimal("\(place)/combine/\(index)/weight", words.weight, hint: words.weightHint),
            ]
        } + [number(place + "/decimals", words.decimals, hint: words.decimalsHint, isOptional: true)]
    }

    private func points(_ place: String) -> [DraftField] {
        [decimal(place + "/pointsBelow", words.pointsBelow)] + share(place) + [
            choice(place + "/fraction", words.fraction, words.fractions),
            decimal(place + "/downTo", words.downTo, isOptional: true),
            decimal(place + "/scoreFrom", words.scoreFrom, isOptional: true),
            decimal(place + "/scoreBelow", words.scoreBelow, isOptional: true),
        ]
    }

    private func consequences(_ place: String) -> [DraftField] {
        var fields = [optional(.failures, place + "/failures", words.failures, words.yesNo)]
        if draft[place + "/failures"] != nil {
            fields += [codes(place + "/failures/criteria", place)] + share(place + "/failures")
        }
        fields.append(optional(.veto, place + "/veto", words.veto, words.vetoEffects))
        if draft[place + "/veto"] != nil { fields.append(codes(place + "/veto/criteria", place)) }
        fields.append(optional(.cap, place + "/cap", words.cap, words.yesNo))
        if draft[place + "/cap"] != nil { fields += share(place + "/cap") }
        if draft[place + "/combine"] == nil {
            fields.append(
                number(
                    place + "/rectifications", words.rectifications, hint: words.rectificationsHint, isOptional: true))
        }
        return fields
    }

    private func optional(
        _ kind: TermsChoice.Kind, _ place: String, _ label: String, _ options: [Field.Option]
    ) -> DraftField {
        DraftField(
            field: Field(
                name: TermsChoice(kind, place).name, label: label, kind: .choice(options), isRequired: true))
    }

    /// Identifiers of criteria in one line; those of the sheet stand in the hint.
    private func codes(_ name: String, _ assessment: String) -> DraftField {
        let sheet = draft.names(assessment + "/sheet").map { "\($0.id)（\($0.label)）" }.joined(separator: "，")
        return DraftField(
            field: Field(
                name: name, label: words.criteria, hint: sheet.isEmpty ? words.criteriaHint : words.ofSheet(sheet),
                isRequired: true), form: .codes)
    }

    private func share(_ place: String) -> [DraftField] {
        [
            decimal(place + "/percent", words.deductedPercent),
            choice(place + "/of", words.shareBase, bases(withInstallment: true)),
        ]
    }
}
