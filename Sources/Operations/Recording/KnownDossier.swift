internal import Audit
internal import Contracts
internal import JSON
internal import Values

/// A contract's dossier as it was read when something was recorded last, so that of a journal that goes on from there
/// only what is new is read (decision 0048).
struct KnownDossier: Sendable {
    private let dossier: Dossier
    /// How many entries it was read from, and the hash of the last one: it is that of no other journal.
    private let entries: Int
    private let head: EntryHash
    /// What "CN" meant.
    private let holidays: HolidayTable
    /// About how much memory it takes.
    let bytes: Int

    /// `dossier` is that of all the journal's facts, read with the table.
    init(_ dossier: Dossier, of journal: ContractJournal, _ holidays: HolidayTable) {
        self.dossier = dossier
        entries = journal.entries.count
        head = journal.head.hash
        self.holidays = holidays
        bytes = journal.entries.reduce(1000) { $0 + 2 * $1.entry.payload.count + 100 }
    }

    /// The dossier of a journal and of further facts, on a day. Nil where the journal does not go on from the one that
    /// is known, where "CN" means something else now, and where anything is wrong.
    func dossier(
        of journal: ContractJournal, further: [[UInt8]] = [], asOf: CalendarDay, _ holidays: HolidayTable,
        with parser: inout JSONParser
    ) -> Dossier? {
        guard journal.entries.count >= entries, journal.entries[entries - 1].hash == head, self.holidays == holidays
        else { return nil }
        let new = journal.entries[entries...].filter(\.entry.kind.isFact).map(\.entry.payload)
        return dossier.extended(by: new + further, asOf: asOf, with: &parser)
    }
}

extension ContractJournal {
    /// The dossier that the entries and further facts make for a day: what is known of it with what is new, or else all
    /// of it read anew, which also tells what is wrong.
    func readDossier(
        _ known: KnownDossier?, further: [[UInt8]] = [], asOf: CalendarDay, _ holidays: HolidayTable,
        with parser: inout JSONParser
    ) throws(Problems) -> Dossier {
        let read = known?.dossier(of: self, further: further, asOf: asOf, holidays, with: &parser)
        if let read { return read }
        return try .reading(dossier(asOf: asOf, further: further), with: &parser, holidays)
    }
}
