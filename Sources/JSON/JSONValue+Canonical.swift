public import Values

extension JSONValue {
    /// Writes the value in the canonical form of RFC 8785 (JCS): members sorted by the UTF-16 units of their names,
    /// no white space, fewest escapes. Numbers must be whole numbers of 64 bits, all that dossiers have; false where
    /// one is not.
    public func writeCanonical(to output: inout TextOutput) -> Bool {
        switch node.kind {
        case .object:
            let sorted = members.map { ($0.name.text, $0.value) }.sorted {
                $0.0.utf16.lexicographicallyPrecedes($1.0.utf16)
            }
            output.write("{")
            for (offset, member) in sorted.enumerated() {
                if offset > 0 { output.write(",") }
                output.write(jsonString: member.0)
                output.write(":")
                guard member.1.writeCanonical(to: &output) else { return false }
            }
            output.write("}")
        case .array:
            output.write("[")
            for (offset, element) in elements.enumerated() {
                if offset > 0 { output.write(",") }
                guard element.writeCanonical(to: &output) else { return false }
            }
            output.write("]")
        case .string: node.hasEscapes ? output.write(jsonString: text) : output.write(jsonString: rawBytes)
        case .number:
            guard let integer else { return false }
            output.write(integer)
        case .yes, .no, .null: output.write(raw: rawBytes)
        }
        return true
    }
}
