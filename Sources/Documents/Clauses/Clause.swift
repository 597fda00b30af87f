/// One clause of a contract's terms in words.
public struct Clause: Equatable, Sendable {
    /// A JSON Pointer into the terms.
    public let pointer: String
    /// What it is about, the same in all versions of the terms: by names, where the pointer counts places.
    public let key: String
    public let title: String
    public let text: String
}

/// Clauses that belong together: of the contract as a whole, of one installment, of one assessment.
public struct ClauseSection: Equatable, Sendable {
    public let pointer: String
    public let key: String
    public let title: String
    public private(set) var clauses: [Clause] = []

    init(_ title: String, pointer: String, key: String) {
        self.pointer = pointer
        self.key = key
        self.title = title
    }

    /// Adds the clause of a member of the terms; nothing for no text.
    mutating func add(_ member: String, _ title: String, _ text: String?, key: String? = nil) {
        guard let text else { return }
        clauses.append(
            Clause(
                pointer: "\(pointer)/\(member)", key: "\(self.key)/\(key ?? member)", title: title, text: text))
    }
}
