internal import JSON
package import Values

extension TextOutput {
    /// A list of JSON values with brackets.
    package mutating func write<Element>(
        list: some Sequence<Element>, _ write: (inout TextOutput, Element) -> Void
    ) {
        var isFirst = true
        self.write("[")
        for element in list {
            if !isFirst { self.write(",") }
            isFirst = false
            write(&self, element)
        }
        self.write("]")
    }

    /// A list of JSON strings.
    package mutating func write(strings: some Sequence<String>) {
        write(list: strings) { $0.write(jsonString: $1) }
    }

    /// A whole number.
    package mutating func write(integer: some FixedWidthInteger) { write(text: String(integer)) }

    /// A JSON string, or null.
    package mutating func write(optionalString text: String?) {
        if let text { write(jsonString: text) } else { write("null") }
    }
}
