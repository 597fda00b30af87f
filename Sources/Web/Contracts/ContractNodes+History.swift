internal import Audit
internal import Contracts
internal import Examination
internal import HTML
internal import Operations
internal import Payables
internal import Requests
internal import Serving
internal import Values

extension ContractNodes {
    /// Lines of the history, each with what it says in words.
    func history(_ entries: [JournalEntry]) -> Node {
        let voids = VoidedEntries(sheet)
        let places = Dictionary(
            uniqueKeysWithValues: sheet.journal.factSequence.enumerated().map { ($1.entry.number, $0) })
        return dataTable(caption: words.historyCaption) {
            headRow(
                (words.entryNumber, true), (words.happenedOn, false), (words.whatHappened, false),
                (words.recorded, false), (words.evidence, false))
            element("tbody") {
                for entry in entries { line(entry, place: places[entry.number], voids) }
            }
        }
    }

    private func line(_ entry: JournalEntry, place: Int?, _ voids: VoidedEntries) -> Node {
        let voiding = place.flatMap { voids.reasons[$0] }
        return element("tr", .id("e\(entry.number)"), voiding == nil ? nil : .class("voided")) {
            element("th", .scope("row"), .class("sum")) { String(entry.number) }
            element("td") { words.day(entry.occurredOn) }
            element("td") {
                element("span", .class("status")) { EntryWord(named: entry.kind).text(in: words.language) }
                " "
                if voiding == nil { sentence(entry, place) } else { element("s") { sentence(entry, place) } }
                if let voiding { element("p", .class("small")) { words.voidedBecause(voiding.reason) } }
                if let place, voiding == nil { voidLink(entry, place) }
            }
            element("td") {
                words.moment(entry.recordedAt)
                element("br")
                element("span", .class("small soft")) { entry.recordedBy }
            }
            element("td") {
                evidence(entry, place)
            }
        }
    }

    private func sentence(_ entry: JournalEntry, _ place: Int?) -> Node {
        switch entry.kind {
        case .registered: return .text(words.registered(statement.dossier.contract))
        case .request(let event):
            return group {
                words.sentence(of: event, terms)
                " "
                element("a", .href("/payments/" + percentEncoded(event.request))) { event.request }
            }
        case .fact:
            guard let place else { return .empty }
            let fact = statement.dossier.facts[place]
            return group {
                words.sentence(of: fact, terms)
                if let note = fact.note { element("p", .class("small soft")) { words.noteText(note) } }
            }
        case .office: return .empty
        }
    }

    private func voidLink(_ entry: JournalEntry, _ place: Int) -> Node {
        guard may(.voidFacts), case .fact(let kind, let id) = entry.kind, kind != .voided else { return .empty }
        return element("p", .class("small no-print")) {
            element("a", .href(view.plainPath("/facts/\(percentEncoded(id))/void"))) { words.voidThis(entry.number) }
        }
    }

    private func evidence(_ entry: JournalEntry, _ place: Int?) -> Node {
        let named = place.flatMap { statement.dossier.facts[$0].document }
        let document = named.flatMap { name in sheet.documents.first { $0.hash == name.lowercased() } }
        let hash = sheet.journal.entries[entry.number - 1].hash.description
        return group {
            if let document {
                element("a", .href("/documents/" + document.hash)) { document.name }
                element("br")
            } else if let named {
                named
                element("br")
            }
            element("code", .class("small soft"), Attribute("title", hash)) { String(hash.prefix(16)) }
        }
    }
}

/// The facts that were voided, by their places in the dossier.
struct VoidedEntries {
    let reasons: [Int: (by: Int, reason: String)]

    init(_ sheet: ContractSheet) {
        let (facts, standing) = (sheet.statement.dossier.facts, sheet.statement.dossier.standing)
        var reasons: [Int: (by: Int, reason: String)] = [:]
        for (position, fact) in facts.enumerated() {
            guard case .voided(let id, let reason) = fact.kind, !standing.voided.contains(position),
                let place = facts.firstIndex(where: { $0.id == id }), standing.voided.contains(place)
            else { continue }
            reasons[place] = (position, reason)
        }
        self.reasons = reasons
    }
}

extension EntryWord {
    fileprivate init(named kind: EntryKind) {
        switch kind {
        case .registered: self = .registered
        case .fact(let kind, _): self = .fact(kind)
        case .request(let event): self = .request(event.name)
        case .office: self = .office
        }
    }
}
