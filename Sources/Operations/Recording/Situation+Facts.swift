internal import Audit
public import Contracts
internal import JSON
internal import Values

extension Situation {
    /// Whether the caller may record the fact. People neither name a fact nor say who recorded it and when, and they
    /// record payments and returns on payment requests only.
    func requireRight(toRecord fact: [UInt8]) throws {
        guard authority.actor != nil else { return }
        let read = Self.head(of: fact)
        guard let kind = read.kind else {
            try requireHome(.readContracts)
            return  // The reader says what is wrong with the kind.
        }
        // A collective decision is an event; not everybody who records events takes part in it (decision 0070).
        let isDecision = kind == .event && AssessmentStep.isDecision(event: read.event)
        try requireHome(isDecision ? AssessmentStep.decision.permission : kind.permission)
        if kind == .paid || kind == .returned {
            throw Problems([Problem(pointer: "/kind", code: .badChoice, detail: kind.rawValue)])
        }
        if kind == .amended, read.buyer != buyer {
            throw OperationError.conflicting([
                Conflict(pointer: "/contract/buyer", code: .foreignBuyer, detail: read.buyer)
            ])
        }
        if !read.foreign.isEmpty {
            throw Problems(read.foreign.map { Problem(pointer: "/\($0)", code: .unknownField, detail: $0) })
        }
    }

    /// What of a fact decides on the right to record it.
    private struct Head {
        var kind: FactKind?
        /// The name of an event.
        var event = ""
        /// Members that the program fills in itself.
        var foreign: [String] = []
        /// The buyer of its terms.
        var buyer = ""
    }

    private static func head(of fact: [UInt8]) -> Head {
        var parser = JSONParser()
        let parsed = fact.withUnsafeBufferPointer { bytes in
            parser.parse(bytes) { root in
                let foreign = ["id", "recordedAt", "recordedBy"].filter { name in
                    root.members.contains { $0.name.text == name }
                }
                return Head(
                    kind: root.text("kind").flatMap(FactKind.init), event: root.text("event") ?? "", foreign: foreign,
                    buyer: root.member("contract")?.text("buyer") ?? "")
            }
        }
        return (try? parsed.get()) ?? Head()
    }

    /// The buyer in the terms recorded last.
    private var buyer: String {
        let terms = journal.entries.last { sealed in
            if case .fact(.amended, _) = sealed.entry.kind { true } else { sealed.entry.kind == .registered }
        }
        return terms.map { Self.head(of: $0.entry.payload).buyer } ?? ""
    }
}

extension FactKind {
    /// What it takes to record such a fact (api.md, section 1).
    public var permission: Permission {
        switch self {
        case .event, .usage, .objection, .objectionResolved: .recordEvents
        case .invoice: .recordInvoices
        case .assessment: .recordAssessments
        case .rectificationWaived: .recordCollectiveDecisions
        case .ruling: .recordRulings
        case .paid, .returned: .recordPayments
        case .amended: .amendContracts
        case .terminated: .terminateContracts
        case .voided: .voidFacts
        }
    }
}
