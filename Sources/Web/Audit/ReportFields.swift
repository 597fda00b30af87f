internal import Operations

/// What a report is asked with, by its kind.
func reportFields(_ kind: ReportKind, departments: [String], _ words: ReportWords) -> [Field] {
    switch kind {
    case .changes, .entriesBetween:
        [
            Field(name: "contract", label: words.contract, isRequired: true),
            Field(name: "from", label: words.changesFrom, kind: .day, isRequired: true),
            Field(name: "knownBefore", label: words.knownBefore, kind: .day, hint: words.knownBeforeHint),
            asOf(words), knownAt(words),
        ]
    case .sample:
        choice(departments, words) + [
            Field(name: "from", label: words.sampleFrom, kind: .day),
            Field(name: "to", label: words.sampleTo, kind: .day),
            Field(
                name: "hits", label: words.hits, kind: .wholeNumber, hint: words.hitsHint, isRequired: true,
                standard: "25"),
            Field(name: "seed", label: words.seed, hint: words.seedHint, isRequired: true), knownAt(words),
        ]
    case .exceptions:
        choice(departments, words) + [
            asOf(words), knownAt(words),
            Field(name: "threshold", label: words.threshold, kind: .money, hint: words.thresholdHint),
        ]
    case .positions, .contracts: choice(departments, words)
    case .payments, .ledger, .deductions: choice(departments, words) + [asOf(words), knownAt(words)]
    }
}

/// Whose contracts: of one number, of a department, or all.
func choice(_ departments: [String], _ words: ReportWords) -> [Field] {
    let contract = Field(name: "contract", label: words.contract, hint: words.contractHint)
    guard departments.count > 1 else { return [contract] }
    let options =
        [Field.Option(value: "", label: words.allDepartments)]
        + departments.map { Field.Option(value: $0, label: $0) }
    return [contract, Field(name: "department", label: words.department, kind: .choice(options))]
}

private func asOf(_ words: ReportWords) -> Field {
    Field(name: "asOf", label: words.asOf, kind: .day, hint: words.asOfHint)
}

private func knownAt(_ words: ReportWords) -> Field {
    Field(name: "knownAt", label: words.knownAt, kind: .day, hint: words.knownAtHint)
}
