public import Values

extension FormColumn {
    private init<Value>(
        _ column: TableColumn, _ value: @escaping @Sendable (Row) -> Value?, _ cell: @escaping @Sendable (Value) -> Cell
    ) {
        self.init(column: column) { row in value(row).map(cell) ?? .nothing }
    }

    /// Somebody's words.
    public static func text(
        _ code: String, _ heading: Wording, _ value: @escaping @Sendable (Row) -> String?
    ) -> Self { .init(TableColumn(code, heading, .text), value) { .text($0) } }

    /// Digits that must stay text.
    public static func identifier(
        _ code: String, _ heading: Wording, _ value: @escaping @Sendable (Row) -> String?
    ) -> Self { .init(TableColumn(code, heading, .identifier), value) { .text($0) } }

    /// One of a closed list of answers.
    public static func word(
        _ code: String, _ heading: Wording, _ value: @escaping @Sendable (Row) -> Word?
    ) -> Self { .init(TableColumn(code, heading, .text), value) { .word($0) } }

    /// A sentence that the program says.
    public static func phrase(
        _ code: String, _ heading: Wording, _ value: @escaping @Sendable (Row) -> Wording?
    ) -> Self { .init(TableColumn(code, heading, .text), value) { .phrase($0) } }

    /// Yuan, exact to the fen.
    public static func money(
        _ code: String, _ heading: Wording, isTotalled: Bool = false, _ value: @escaping @Sendable (Row) -> Money?
    ) -> Self { .init(TableColumn(code, heading, .money, isTotalled: isTotalled), value) { .money($0) } }

    /// Percent.
    public static func percentage(
        _ code: String, _ heading: Wording, _ value: @escaping @Sendable (Row) -> Percentage?
    ) -> Self { .init(TableColumn(code, heading, .percentage), value) { .percentage($0) } }

    /// Points of an assessment.
    public static func score(
        _ code: String, _ heading: Wording, _ value: @escaping @Sendable (Row) -> ExactDecimal?
    ) -> Self { .init(TableColumn(code, heading, .score), value) { .score($0) } }

    /// A calendar day.
    public static func day(
        _ code: String, _ heading: Wording, _ value: @escaping @Sendable (Row) -> CalendarDay?
    ) -> Self { .init(TableColumn(code, heading, .day), value) { .day($0) } }

    /// A moment.
    public static func instant(
        _ code: String, _ heading: Wording, _ value: @escaping @Sendable (Row) -> Instant?
    ) -> Self { .init(TableColumn(code, heading, .instant), value) { .instant($0) } }

    /// A whole number.
    public static func count(
        _ code: String, _ heading: Wording, isTotalled: Bool = false, _ value: @escaping @Sendable (Row) -> Int?
    ) -> Self { .init(TableColumn(code, heading, .count, isTotalled: isTotalled), value) { .count($0) } }
}
