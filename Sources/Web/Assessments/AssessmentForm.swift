internal import Contracts
internal import Operations
internal import Payables
internal import Values

/// What is recorded of an assessment after it was weighed in yuan: its form and the fact that the form makes.
enum AssessmentForm: Sendable {
    case result, waiver, ruling

    /// A hidden field of every one of them: the version of the contract that the figures were worked out for.
    static let version = "version"
    /// The round that a result is of.
    static let round = "/round"

    /// A few files of the largest size.
    static let mostOfUploads = 64 << 20

    func path(_ place: AssessmentPlace) -> String {
        switch self {
        case .result: place.newResult
        case .waiver: place.waiver
        case .ruling: place.ruling
        }
    }

    func title(_ answer: AssessmentAnswer, _ words: AssessmentWords) -> String {
        switch self {
        case .result: answer.rounds.isEmpty ? words.recordResult : words.recordReassessment
        case .waiver: words.waiveRectification
        case .ruling: words.recordRuling
        }
    }

    /// Whether there is anything left to record.
    func isPossible(_ answer: AssessmentAnswer) -> Bool {
        switch self {
        case .result: answer.statement.nextRound(of: answer.position) != nil
        case .waiver: answer.state == .rectification
        case .ruling: answer.outcome != nil
        }
    }

    /// The members of the fact that nobody types.
    func constants(_ answer: AssessmentAnswer) -> [(pointer: String, text: String)] {
        let assessment = answer.assessment
        let kind =
            switch self {
            case .result: "assessment"
            case .waiver: "rectification-waived"
            case .ruling: "ruling"
            }
        let sheet = self == .result ? assessment.sheet : []
        return [("/kind", kind), ("/assessment", assessment.id)]
            + sheet.enumerated().map { ("/sheet/\($0)/criterion", $1.id) }
    }

    func fields(_ answer: AssessmentAnswer, _ words: AssessmentWords, today: CalendarDay) -> [Field] {
        let own =
            switch self {
            case .result: resultFields(answer, words, today: today)
            case .waiver:
                [Self.day(words.dayOfFact, today), Self.note(words), Self.document(words.evidence, words)]
            case .ruling: rulingFields(words, today: today)
            }
        return own + [Field(name: Self.version, label: "", kind: .hidden)] + own.compactMap(Self.fileNameField)
    }

    private func rulingFields(_ words: AssessmentWords, today: CalendarDay) -> [Field] {
        [
            Field(
                name: "/deduction", label: words.rulingAmount, kind: .money, hint: words.rulingAmountHint,
                isRequired: true),
            Field(name: "/reason", label: words.rulingReason, kind: .longText, isRequired: true),
            Self.document(words.rulingDocument, words, isRequired: true), Self.day(words.dayOfFact, today),
        ]
    }

    private func resultFields(_ answer: AssessmentAnswer, _ words: AssessmentWords, today: CalendarDay) -> [Field] {
        let round = answer.statement.nextRound(of: answer.position) ?? answer.round
        let sheet = answer.assessment.sheet
        var fields = [
            Field(name: Self.round, label: words.roundHeading, kind: .wholeNumber, standard: String(round)),
            Self.day(words.resultDay, today),
        ]
        if sheet.isEmpty {
            fields.append(
                Field(name: "/score", label: words.score, kind: .decimal, hint: words.scoreHint, isRequired: true))
        }
        for (index, criterion) in sheet.enumerated() {
            func label(_ name: String) -> String { "\(criterion.label) · \(name)" }
            fields += [
                Field(
                    name: "/sheet/\(index)/incidents", label: label(words.incidents), kind: .wholeNumber,
                    hint: words.scale(
                        most: criterion.max.exact.description, each: criterion.each.exact.description)),
                Field(name: "/sheet/\(index)/note", label: label(words.criterionNote)),
                Self.document(label(words.criterionDocument), words, name: "/sheet/\(index)/document", hint: ""),
            ]
        }
        for (name, label, hint, criteria) in [
            ("/failed", words.failedQuestion, "", answer.failingCriteria),
            ("/vetoed", words.vetoQuestion, words.vetoHint, answer.vetoingCriteria),
        ] where !criteria.isEmpty {
            fields.append(
                Field(
                    name: name, label: label, kind: .checks(criteria.map { Field.Option(value: $0, label: $0) }),
                    hint: hint))
        }
        return fields + [Self.note(words), Self.document(words.resultDocument, words)]
    }

    static func day(_ label: String, _ today: CalendarDay) -> Field {
        Field(name: "/on", label: label, kind: .day, isRequired: true, standard: today.description)
    }

    static func note(_ words: AssessmentWords) -> Field { Field(name: "/note", label: words.note, kind: .longText) }

    /// A file whose hash becomes a member of the fact.
    static func document(
        _ label: String, _ words: AssessmentWords, name: String = "/document", hint: String? = nil,
        isRequired: Bool = false
    ) -> Field {
        Field(
            name: name, label: label, kind: .file(accept: ".pdf,.ofd,.xml,.png,.jpg,.jpeg,.tif,.tiff"),
            hint: hint ?? words.documentHint, isRequired: isRequired)
    }

    /// The field that remembers what an uploaded file is called.
    static func fileNameField(_ field: Field) -> Field? {
        guard case .file = field.kind else { return nil }
        return Field(name: Self.fileName(of: field.name), label: "", kind: .hidden)
    }

    static func fileName(of field: String) -> String { "file:" + field }
}

extension AssessmentAnswer {
    /// Criteria of the assessment, and of the combinations that it is part of, each once.
    var failingCriteria: [String] { criteria { $0.failures?.criteria ?? [] } }
    var vetoingCriteria: [String] { criteria { $0.veto?.criteria ?? [] } }

    private func criteria(_ list: (Assessment) -> [String]) -> [String] {
        var found: [String] = []
        for member in statement.terms.assessmentAndItsCombinations(position) {
            found += list(statement.terms.assessments[member]).filter { !found.contains($0) }
        }
        return found
    }
}
