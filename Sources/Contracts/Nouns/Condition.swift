public import Values

/// What must have happened, and when it did (payable.md, section 3).
public indirect enum Condition: Equatable, Sendable {
    /// The earliest event of that name.
    case event(String)
    /// The day on which the running count over events of that name reaches the number.
    case count(String, atLeast: Int)
    case date(CalendarDay)
    /// The earliest event of that name, and so many days or months more.
    case after(String, Span)
    /// Contract years are named by position in ``Contract/years``.
    case yearStarts(Int)
    case yearElapsed(Int, months: Int)
    case yearEnds(Int)
    case contractEnds
    /// The invoices for this installment add up to its payable.
    case invoice
    /// As many objections of that name are resolved as were raised.
    case clear(String)
    case all([Condition])
    case any([Condition])

    /// Whether it can be met on no date at all, so that it cannot start a clock on its own.
    var canBeDateless: Bool {
        switch self {
        case .invoice, .clear: true
        case .all(let parts): !parts.isEmpty && parts.allSatisfy(\.canBeDateless)
        case .any(let parts): parts.contains(where: \.canBeDateless)
        default: false
        }
    }
}
