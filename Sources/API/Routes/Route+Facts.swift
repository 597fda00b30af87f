internal import HTTPTypes
internal import JSON
internal import Operations
internal import Requests
internal import Serving
internal import Values

extension Route {
    /// What is recorded of a contract.
    static let facts = [recordFact, listFacts]

    private static let recordFact = Route(
        method: .post, path: "/api/v1/contracts/{number}/facts",
        summary:
            "Records one fact. Which kinds one may record follows from one's roles; payments are made on requests.",
        tag: .contracts, access: .signedIn, parameters: [.contract] + .ofWrites,
        body: .json(.map(.anything)),
        answers: [
            Success(
                status: .created, description: "The fact's place in the journal.",
                content: .json(.reference(.recordedFact)), fields: [.eTag, .idempotentReplayed])
        ],
        refusals: [.notFound, .conflict, .preconditionFailed]
    ) { call in
        let fact = try await call.workspace.recordFact(
            try call.json(), of: call.path[0], idempotencyKey: try call.idempotencyKey(),
            expectedVersion: try call.expectedVersion(), by: try call.caller())
        return Answer.json(.created) { $0.write(fact) }.version(fact.entry).replayed(fact.isReplayed)
    }

    private static let listFacts = Route(
        method: .get, path: "/api/v1/contracts/{number}/facts",
        summary: "Lists everything recorded of a contract, first to last: terms, facts, steps of payment requests.",
        tag: .contracts, access: .permission(.readContracts), parameters: [.contract] + .ofPages,
        answers: [
            Success(
                status: .ok, description: "A page of journal entries.",
                content: .json(.object([.required("facts", .array(.reference(.journalEntry)))])),
                fields: [.link, .eTag])
        ],
        refusals: [.notFound]
    ) { call in
        let page = try call.query { $0.page() }
        let last = try page.keys(1).map { keys throws(Refusal) in
            guard let number = Int(keys[0]) else { throw Page.foreignCursor }
            return number
        }
        let all = try await call.workspace.history(of: call.path[0], by: try call.caller())
        let entries = all.drop { $0.number <= last ?? 0 }.prefix(page.limit)
        return Answer.json(capacity: 512 * entries.count + 64) { output in
            output.write("{\"facts\":")
            output.write(list: entries) { $0.write($1) }
            output.write("}")
        }.version(all.count).linked(call, page, entries.count) { entries.last.map { [String($0.number)] } }
    }
}

extension TextOutput {
    fileprivate mutating func write(_ fact: RecordedFact) {
        write(object: [
            "contract": .text(fact.contract), "id": .text(fact.id), "entry": .integer(fact.entry),
            "hash": .text(fact.hash), "recordedAt": .text(fact.recordedAt.description),
            "recordedBy": .text(fact.recordedBy),
        ])
    }

    fileprivate mutating func write(_ entry: HistoryEntry) {
        write("{\"entry\":")
        write(entry.number)
        write(",\"kind\":")
        write(jsonString: entry.kind)
        write(",\"id\":")
        write(optionalString: entry.factID)
        write(",\"occurredOn\":")
        write(quoted: entry.occurredOn)
        write(",\"recordedAt\":")
        write(jsonString: entry.recordedAt.description)
        write(",\"recordedBy\":")
        write(jsonString: entry.recordedBy)
        write(",\"hash\":")
        write(jsonString: entry.hash)
        write(",\"payload\":")
        entry.payload.withUnsafeBufferPointer { write(raw: $0) }
        write("}")
    }
}

extension Schema.Component {
    static let recordedFact = Schema.Component(
        name: "RecordedFact", description: "A fact's place in the journal.",
        schema: .object([
            .required("contract", .text()), .required("id", .text()), .required("entry", .integer()),
            .required("hash", .text(), "Of the entry, in hexadecimal."), .required("recordedAt", .instant),
            .required("recordedBy", .text()),
        ]))

    static let journalEntry = Schema.Component(
        name: "JournalEntry", description: "One entry of a contract's journal.",
        schema: .object([
            .required("entry", .integer(), "From 1."),
            .required("kind", .text(), "`registered`, a kind of fact, or a step of a payment request."),
            .required("id", .nullable(.text()), "The fact's; null for what is no fact."), .required("occurredOn", .day),
            .required("recordedAt", .instant), .required("recordedBy", .text()), .required("hash", .text()),
            .required("payload", .map(.anything)),
        ]))
}
