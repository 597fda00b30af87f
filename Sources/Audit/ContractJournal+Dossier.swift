internal import JSON
public import Values

extension ContractJournal {
    /// The dossier (payable.md 2.4) that the entries make for a day, as JSON bytes: the terms and calendar of the
    /// registration, the facts in the order in which they were recorded, and behind them `further` ones.
    public func dossier(asOf: CalendarDay, further: [[UInt8]] = []) -> [UInt8] {
        var output = TextOutput(reservingCapacity: entries.reduce(64) { $0 + $1.entry.payload.count + 1 })
        output.write("{\"asOf\":\"")
        output.write(asOf)
        output.write("\",")
        // The registration's payload is an object with the members `calendar` and `contract`: its inside goes on here.
        let registration = entries[0].entry.payload
        registration.withUnsafeBufferPointer { output.write(raw: Bytes(rebasing: $0.dropFirst().dropLast())) }
        output.write(",\"facts\":[")
        var isFirst = true
        func write(_ fact: [UInt8]) {
            if !isFirst { output.write(",") }
            isFirst = false
            fact.withUnsafeBufferPointer { output.write(raw: $0) }
        }
        for sealed in factSequence { write(sealed.entry.payload) }
        for fact in further { write(fact) }
        output.write("]}")
        return output.bytes
    }

    /// The entries recorded by a moment; nil where the contract was not known then.
    public func known(at instant: Instant) -> ContractJournal? {
        ContractJournal(Array(entries.prefix { $0.entry.recordedAt <= instant }))
    }
}
