/// One column of a form.
struct FormField: Sendable {
    /// Stable; what the mapping asks for.
    let key: String
    let heading: FormWords
    let kind: Kind
    let isRequired: Bool
    /// What the spreadsheet program says when the cell is chosen.
    let hint: FormWords?

    /// What a column's cells hold.
    enum Kind: Equatable, Sendable {
        /// Words, or numbers that are names.
        case text
        case money, percentage, score, day, count
        case choice(FormList)
        /// Identifiers with commas between them.
        case identifiers
        /// An event or a date, by the condition before it.
        case parameter
    }

    init(
        _ key: String, _ chinese: String, _ english: String, _ kind: Kind = .text, required: Bool = false,
        hint: FormWords? = nil
    ) {
        self.key = key
        heading = FormWords(chinese, english)
        self.kind = kind
        isRequired = required
        self.hint = hint
    }
}
