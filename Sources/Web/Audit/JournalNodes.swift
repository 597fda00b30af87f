internal import Audit
internal import HTML
internal import Operations
internal import Serving
internal import Values

/// Where an entry is shown; an empty contract stands for the office.
func entryPath(of contract: String, _ number: Int) -> String {
    contract.isEmpty ? "/audit/office/\(number)" : "/audit/journal/\(percentEncoded(contract))/\(number)"
}

/// Entries of the journal, newest first.
func journalTable(_ lines: [JournalLine], _ words: Words) -> Node {
    let audit = words.audit
    guard !lines.isEmpty else { return element("p") { words.nothingHere } }
    return dataTable(caption: audit.name(of: .journal)) {
        headRow(
            (audit.recordedAt, false), (audit.recordedBy, false), (audit.contract, false), (audit.what, false),
            (audit.hash, false), (audit.sealedAt, false))
        element("tbody") {
            for line in lines { row(line, words) }
        }
    }
}

private func row(_ line: JournalLine, _ words: Words) -> Node {
    let (audit, entry) = (words.audit, line.entry)
    return element("tr") {
        element("td") { words.moment(entry.recordedAt) }
        element("td") { entry.recordedBy }
        element("td") {
            if let contract = line.contract {
                element("a", .href("/contracts/" + percentEncoded(contract))) { contract }
                if let title = line.title { element("div", .class("soft small")) { title } }
            } else {
                audit.office
            }
        }
        element("th", .scope("row")) {
            element("a", .href(entryPath(of: line.contract ?? "", entry.number))) {
                "\(audit.entryTitle(entry.number)) \(audit.name(ofEntry: entry.kind))"
            }
            element("div", .class("soft small")) { brief(entry.summary) }
        }
        element("td") { element("code", .class("number")) { String(entry.hash.prefix(12)) + "…" } }
        element("td") {
            if let sealedAt = line.sealedAt { words.moment(sealedAt) } else { audit.notSealed }
        }
    }
}

/// The beginning of a long text.
func brief(_ text: String) -> String { text.count > 80 ? text.prefix(80) + "…" : text }

/// One entry with all that proves it.
func entryNodes(_ answer: JournalEntryAnswer, of contract: String, _ words: Words) -> Node {
    let (audit, entry) = (words.audit, answer.entry)
    return group {
        element("section", .class("block")) {
            element("h2") { audit.entryIs }
            element("dl", .class("facts")) {
                fact(audit.contract) {
                    if contract.isEmpty {
                        audit.office
                    } else {
                        element("a", .href("/contracts/" + percentEncoded(contract))) { contract }
                        " \(answer.title ?? "")"
                    }
                }
                fact(audit.entryNumber) { audit.place(entry.number, of: answer.count) }
                fact(audit.what) { audit.name(ofEntry: entry.kind) }
                fact(audit.happenedOn) { words.day(entry.occurredOn) }
                fact(audit.recordedAt) { words.moment(entry.recordedAt) }
                fact(audit.recordedBy) { entry.recordedBy }
                fact(audit.sealedAt) {
                    if let sealedAt = answer.sealedAt { words.moment(sealedAt) } else { audit.notSealed }
                }
                fact(audit.hash) { element("code") { entry.hash } }
                fact(audit.previousHash) { element("code") { answer.previous } }
            }
            neighbours(answer, of: contract, audit)
        }
        element("section", .class("block")) {
            element("h2") { audit.content }
            element("pre", .class("wrapped")) { indented(json: entry.payload) }
        }
        proofNodes(answer, words)
        element("section", .class("block")) {
            element("h2") { audit.checkEntry }
            element("p") { audit.checkEntryLead }
            copyable("sha256sum entry-\(entry.number).json", words)
            element("p") {
                element("a", .class("button"), .href(entryPath(of: contract, entry.number) + "/bytes")) {
                    audit.rawBytes
                }
            }
        }
    }
}

private func neighbours(_ answer: JournalEntryAnswer, of contract: String, _ audit: AuditWords) -> Node {
    let number = answer.entry.number
    return element("ul", .class("actions")) {
        if number > 1 {
            element("li") { element("a", .href(entryPath(of: contract, number - 1))) { audit.previousEntry } }
        }
        if number < answer.count {
            element("li") { element("a", .href(entryPath(of: contract, number + 1))) { audit.nextEntry } }
        }
        if !contract.isEmpty {
            element("li") {
                element("a", .href("/audit/journal?contract=" + percentEncoded(contract))) { audit.journalOfContract }
            }
        }
    }
}

private func proofNodes(_ answer: JournalEntryAnswer, _ words: Words) -> Node {
    let audit = words.audit
    return element("section", .class("block")) {
        element("h2") { audit.proof }
        if let proof = answer.proof {
            element("p") { audit.proofLead }
            element("dl", .class("facts")) {
                fact(audit.placeInLog) { String(proof.index) }
                fact(audit.leaf) { element("code") { "\(proof.leaf)" } }
                fact(audit.checkpointOfProof) {
                    element("a", .href("/audit/checkpoints/\(proof.size)")) { audit.size(proof.size) }
                }
            }
            element("details") {
                element("summary") { audit.path }
                copyable(proof.hashes.map(\.description).joined(separator: "\n"), words)
            }
        } else {
            element("p") { audit.noProof }
        }
    }
}
