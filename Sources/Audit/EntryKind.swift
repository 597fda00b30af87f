public import Contracts
internal import JSON
public import Requests

/// What a journal entry tells.
public enum EntryKind: Hashable, Sendable {
    /// The contract's terms and calendar: the first entry of every contract, and only that.
    case registered
    /// A fact (payable.md 2.4) with its id, which is a member of the payload.
    case fact(FactKind, id: String)
    /// A step of a payment request (api.md, section 2): no fact of the dossier.
    case request(RequestEvent)
    /// What belongs to no contract: only in the office's own journal.
    case office(OfficeAct)
}

extension EntryKind {
    /// The word in the entry and in the database.
    public var name: String {
        switch self {
        case .registered: "registered"
        case .fact(let kind, _): kind.rawValue
        case .request(let event): event.name.rawValue
        case .office: OfficeAct.kind
        }
    }

    /// The fact's id; nil for all else.
    public var factID: String? {
        if case .fact(_, let id) = self { id } else { nil }
    }

    /// Whether it is a part of the dossier.
    public var isFact: Bool {
        if case .fact = self { true } else { false }
    }

    /// Nil for a word that is none of these, a fact without id, and a step whose payload is none.
    init?(name: String, _ payload: JSONValue) {
        if name == "registered" {
            self = .registered
        } else if let kind = FactKind(rawValue: name), let id = payload.text("id") {
            self = .fact(kind, id: id)
        } else if let step = RequestEventName(rawValue: name), let event = RequestEvent(name: step, payload) {
            self = .request(event)
        } else if name == OfficeAct.kind, let act = OfficeAct(payload) {
            self = .office(act)
        } else {
            return nil
        }
    }
}
