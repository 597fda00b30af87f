public import JSON
public import Values

extension Dossier {
    /// This dossier with further facts behind its own (their JSON), on a day: what reading the whole anew gives, and
    /// what is known is not read again. Nil where anything is wrong, or has come to be wrong by it: only reading the
    /// whole tells all of that, with its places.
    public func extended(by further: [[UInt8]], asOf: CalendarDay, with parser: inout JSONParser) -> Dossier? {
        guard let new = Self.facts(further, with: &parser), facts.count + new.count <= DossierReader.mostFacts else {
            return nil
        }
        var all = facts
        all.reserveCapacity(facts.count + new.count)
        for fact in new {
            if all.contains(where: { $0.id == fact.id }) { return nil }
            all.append(fact)
        }
        var gathering = StandingGatherer(contract: contract, facts: all, unread: [], asOf: asOf)
        let standing = gathering.gather()
        guard gathering.findings.isEmpty else { return nil }
        return Dossier(contract: contract, facts: all, asOf: asOf, calendar: calendar, standing: standing)
    }

    /// The facts, each right in itself; nil where one is not. They are read as deep in an object as in a dossier, since
    /// JSON may be nested so deep and no deeper.
    private static func facts(_ payloads: [[UInt8]], with parser: inout JSONParser) -> [Fact]? {
        if payloads.isEmpty { return [] }
        var output = TextOutput(reservingCapacity: payloads.reduce(16) { $0 + $1.count + 1 })
        output.write("{\"facts\":[")
        for (position, payload) in payloads.enumerated() {
            if position > 0 { output.write(",") }
            payload.withUnsafeBufferPointer { output.write(raw: $0) }
        }
        output.write("]}")
        let parsed = output.bytes.withUnsafeBufferPointer { bytes in
            parser.parse(bytes) { root -> [Fact]? in
                // No fact says what "CN" means.
                var reader = DossierReader(root: root, chineseHolidays: .builtIn)
                let values = reader.elements(reader.required(root, "facts"), most: DossierReader.mostFacts)
                let facts = values.compactMap { reader.fact($0) }
                return reader.problems.isEmpty && facts.count == payloads.count ? facts : nil
            }
        }
        guard case .success(let facts) = parsed else { return nil }
        return facts
    }
}
