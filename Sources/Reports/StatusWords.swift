public import Payables
public import Tables
internal import Values

extension InstallmentStatement.Status {
    /// What people call the status; the code is the one in JSON.
    public var word: Word { Word(rawValue, name(in: .chinese), name(in: .english)) }
}

extension Wording {
    /// One of what blocks an installment (payable.md, section 4); a need is an event's own name.
    public static func blocker(_ name: String) -> Wording {
        switch name {
        case "when": Wording("付款条件", "condition")
        case "assessment": Wording("考核结果", "assessment")
        case "rectification": Wording("整改复评", "rectification")
        case "invoice": Wording("发票", "invoice")
        default: Wording(name, name)
        }
    }

    /// Several as a list; nil for none.
    static func list(_ parts: [Wording]) -> Wording? {
        guard !parts.isEmpty else { return nil }
        return Wording(
            parts.map(\.chinese).joined(separator: "、"), parts.map(\.english).joined(separator: ", "))
    }

    /// Several sentences; nil for none.
    static func sentences(_ parts: [Wording]) -> Wording? {
        guard !parts.isEmpty else { return nil }
        return Wording(
            parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; "))
    }
}
