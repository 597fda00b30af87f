internal import Audit
internal import JSON
internal import Storage
public import Values

/// One line of a contract's history: a journal entry.
public struct HistoryEntry: Equatable, Sendable {
    /// Place within the contract, from 1.
    public let number: Int
    public let recordedAt: Instant
    public let recordedBy: String
    public let occurredOn: CalendarDay
    /// `registered`, the kind of fact, or the step of a payment request.
    public let kind: String
    /// Nil for what is no fact.
    public let factID: String?
    /// Hash of the entry, in hexadecimal; the next entry refers to it.
    public let hash: String
    /// What it says, as `name value` pairs of the fact's own members; of terms, their title and price.
    public let summary: String
    /// What it says, canonical JSON (RFC 8785).
    public let payload: [UInt8]
}

extension Workspace {
    /// Everything recorded of a contract, first to last. The chain is verified on the way.
    public func history(
        of contract: String, by caller: Caller = .console
    ) async throws(OperationError) -> [HistoryEntry] {
        try await readingContract("read-history", .contract(contract), by: caller) { _, stored in
            var parser = JSONParser()
            return stored.journal.entries.map { HistoryEntry($0, with: &parser) }
        }
    }

    static func summary(_ payload: [UInt8], with parser: inout JSONParser) -> String {
        let parsed = payload.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root -> String in
                let common = ["id", "kind", "on", "recordedAt", "recordedBy"]
                return root.members.compactMap { member -> String? in
                    let name = member.name.text
                    if common.contains(name) { return nil }
                    switch member.value.kind {
                    case .string, .number: return "\(name) \(member.value.text)"
                    case .array: return "\(name) " + member.value.elements.map(\.text).joined(separator: ",")
                    case .object where name == "contract":
                        return
                            "title \(member.value.member("title")?.text ?? ""), price \(member.value.member("price")?.text ?? "")"
                    case .object:
                        return "\(name) "
                            + member.value.members.map { "\($0.name.text)=\($0.value.text)" }.joined(separator: ",")
                    case .boolean, .null: return nil
                    }
                }.joined(separator: ", ")
            }
        }
        return (try? parsed.get()) ?? ""
    }
}
