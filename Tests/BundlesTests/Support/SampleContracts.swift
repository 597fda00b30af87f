import Audit
import DossierSupport
import TestSupport
import Values

/// Contracts at random that lived honestly.
enum SampleContracts {
    /// From the golden dossiers, both Meishan contracts, and dossiers at random.
    static func journals(
        _ count: Int, ofEntries sizes: ClosedRange<Int> = 3...14, _ random: inout SeededGenerator,
        calendars: [(from: Instant, table: HolidayTable)] = []
    ) -> [ContractJournal] {
        var journals: [ContractJournal] = []
        while journals.count < count {
            // A draft may add a few entries at once.
            let most = sizes.upperBound - 3
            guard let journal = journal("合同-\(journals.count)", &random, calendars, most: most),
                sizes.contains(journal.entries.count)
            else { continue }
            journals.append(journal)
        }
        return journals
    }

    static func journal(
        _ number: String, _ random: inout SeededGenerator, _ calendars: [(from: Instant, table: HolidayTable)] = [],
        most: Int = .max
    ) -> ContractJournal? {
        guard var dossier = dossier(&random) else { return nil }
        if Int.random(in: 0..<3, using: &random) == 0 { dossier["/calendar"] = "CN" }
        var facts = dossier["/facts"]?.elements ?? []
        if !facts.isEmpty, Int.random(in: 0..<3, using: &random) == 0 {
            let place = Int.random(in: facts.indices, using: &random)
            facts[place]["/document"] = .string(ContentHash(of: document).description)
            dossier["/facts"] = .array(facts)
        }
        let imported = Bool.random(using: &random) ? 0 : Int.random(in: 0...min(facts.count, most), using: &random)
        let life = ContractLife(
            dossier, number: number, imported: imported, seed: random.next(), calendars: calendars)
        guard var life, life.computed() != nil else { return nil }
        life.live(facts.dropFirst(imported), most: most)
        return life.journal
    }

    static let document = Array("%PDF-1.7 验收单".utf8)

    private static func dossier(_ random: inout SeededGenerator) -> JSONTree? {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<5:
            var generator = RandomDossier(seed: random.next())
            return try? JSONTree(generator.json())
        case 5..<9: return Cases.golden.randomElement(using: &random)?.dossier
        default: return Bool.random(using: &random) ? Cases.tianfu : Cases.hotline
        }
    }
}
