internal import JSON
internal import Values

extension JSONContent {
    /// An amount as OCDS wants it, `{"amount": 718880.00, "currency": "CNY"}`: a JSON number with two decimals.
    static func value(_ money: Money) -> JSONContent {
        .object(["amount": .raw(Array(money.description.utf8)), "currency": .text("CNY")])
    }

    /// A day as an instant: its first second in China.
    static func start(of day: CalendarDay) -> JSONContent { .text("\(day)T00:00:00+08:00") }

    /// A day as an instant: its last second in China.
    static func end(of day: CalendarDay) -> JSONContent { .text("\(day)T23:59:59+08:00") }

    /// A list that is left out where it is empty: OCDS wants no empty ones.
    static func list(orNil elements: [JSONContent]) -> JSONContent? { elements.isEmpty ? nil : .list(elements) }
}
