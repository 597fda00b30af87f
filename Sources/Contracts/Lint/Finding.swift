public import Values

/// Something that is legal but suspicious (payable.md, section 6): worth a look before the contract is signed.
public struct Finding: Equatable, Sendable {
    /// A JSON Pointer (RFC 6901) into the dossier.
    public let pointer: String
    public let code: FindingCode
    /// What the installment or assessment is called; for a fact its id.
    public let label: String
    /// Figures and names for the sentence, in the order in which it counts them.
    public let values: [String]

    init(_ code: FindingCode, at pointer: String, _ label: String, _ values: [String] = []) {
        self.pointer = pointer
        self.label = label
        self.code = code
        self.values = values
    }

    /// The sentence that a contract officer reads.
    public func message(in language: Language) -> String {
        let sentence = language == .chinese ? code.chinese : code.english
        return values.enumerated().reduce(sentence) { text, value in
            let pieces = text.split(separator: "{\(value.offset)}", omittingEmptySubsequences: false)
            return pieces.joined(separator: value.element)
        }
    }
}
