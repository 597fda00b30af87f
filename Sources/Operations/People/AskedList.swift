internal import Postgres
internal import Storage
internal import Values

/// What a list was asked for, by which its answer is found again.
struct AskedList: Hashable, Sendable {
    /// Which question it is: another one may make something else of the same rows.
    let action: String
    let today: CalendarDay
    /// Those of the caller's scope, so that nobody is shown what somebody else may see.
    let queries: [Query]

    /// The answer, as it was at a moment of the database.
    struct Answer: Sendable {
        let moment: DatabaseMoment
        let value: any Sendable

        /// What an answer takes at most, about: a page has 200 rows.
        static let bytes = 100 << 10
    }
}
