public import Contracts

/// What a journal entry tells.
public enum EntryKind: Hashable, Sendable {
    /// The contract's terms and calendar: the first entry of every contract, and only that.
    case registered
    /// A fact (payable.md 2.4) with its id, which is a member of the payload.
    case fact(FactKind, id: String)
}

extension EntryKind {
    /// The word in the entry and in the database.
    public var name: String {
        switch self {
        case .registered: "registered"
        case .fact(let kind, _): kind.rawValue
        }
    }

    /// The fact's id; nil for a registration.
    public var factID: String? {
        switch self {
        case .registered: nil
        case .fact(_, let id): id
        }
    }

    /// Nil for a word that is none of these, and for a fact without id.
    init?(name: String, factID: String?) {
        if name == "registered" {
            self = .registered
        } else if let kind = FactKind(rawValue: name), let factID {
            self = .fact(kind, id: factID)
        } else {
            return nil
        }
    }
}
