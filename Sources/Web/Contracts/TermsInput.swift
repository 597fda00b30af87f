internal import JSON
internal import Values
internal import YAML

/// New terms as somebody pasted or uploaded them.
enum TermsInput {
    /// What is wrong with the text as such.
    struct Fault: Error {
        /// Line and column, or the byte.
        let place: String
        let isYAML: Bool
    }

    /// The terms as JSON: from JSON or YAML, bare or as the member `contract` of what is sent to register them.
    static func json(_ text: [UInt8]) throws(Fault) -> [UInt8] {
        let first = text.first { !" \t\r\n".utf8.contains($0) && !(0x80...).contains($0) }
        let bytes: [UInt8]
        if first == UInt8(ascii: "{") {
            bytes = text
        } else {
            do throws(YAMLError) { bytes = try JSONFromYAML.convert(text) } catch {
                throw Fault(place: error.description, isYAML: true)
            }
        }
        var parser = JSONParser()
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root -> [UInt8] in
                var output = TextOutput(reservingCapacity: bytes.count)
                (root.member("contract") ?? root).write(to: &output)
                return output.bytes
            }
        }
        switch parsed {
        case .success(let terms): return terms
        case .failure(let error): throw Fault(place: String(error.offset), isYAML: false)
        }
    }

    /// JSON with a member or an element on each line, as people edit it.
    static func indented(_ json: [UInt8]) -> String {
        var parser = JSONParser()
        let parsed = json.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root -> String in
                var output = TextOutput(reservingCapacity: json.count * 2)
                output.write(indented: root, depth: 0)
                return output.text
            }
        }
        return (try? parsed.get()) ?? String(decoding: json, as: UTF8.self)
    }
}

extension TextOutput {
    fileprivate mutating func write(indented value: JSONValue, depth: Int) {
        switch value.kind {
        case .object where value.count > 0:
            write("{")
            for (index, member) in value.members.enumerated() {
                breakLine(index > 0, depth + 1)
                member.name.write(to: &self)
                write(": ")
                write(indented: member.value, depth: depth + 1)
            }
            breakLine(false, depth)
            write("}")
        case .array where value.count > 0:
            write("[")
            for (index, element) in value.elements.enumerated() {
                breakLine(index > 0, depth + 1)
                write(indented: element, depth: depth + 1)
            }
            breakLine(false, depth)
            write("]")
        default: value.write(to: &self)
        }
    }

    private mutating func breakLine(_ hasComma: Bool, _ depth: Int) {
        write(hasComma ? ",\n" : "\n")
        for _ in 0..<depth { write("  ") }
    }
}
