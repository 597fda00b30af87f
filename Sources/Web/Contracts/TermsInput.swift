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
}
