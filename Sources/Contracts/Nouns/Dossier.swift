public import Values

/// What is known of one contract on the day asked about: terms, facts, calendar (payable.md 2.4).
/// A dossier that exists keeps every rule of section 6 that can be told without walking the schedule.
public final class Dossier: Sendable {
    /// The terms as first signed; ``Standing/terms`` are those in force.
    public let contract: Contract
    /// In the order given.
    public let facts: [Fact]
    public let asOf: CalendarDay
    public let calendar: WorkingCalendar
    /// What counts on ``asOf``.
    public let standing: Standing

    init(contract: Contract, facts: [Fact], asOf: CalendarDay, calendar: WorkingCalendar, standing: Standing) {
        self.contract = contract
        self.facts = facts
        self.asOf = asOf
        self.calendar = calendar
        self.standing = standing
    }
}
