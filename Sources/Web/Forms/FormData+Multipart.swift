internal import Serving

extension FormData {
    /// A form has far fewer parts than this.
    private static let mostParts = 1000

    /// Reads `multipart/form-data` (RFC 7578). Throws where the bytes are not of that form.
    init(multipart bytes: [UInt8], type: String) throws(Refusal) {
        self.init()
        guard let boundary = Self.parameter("boundary", of: type[...]), (1...70).contains(boundary.utf8.count) else {
            throw .malformedRequest
        }
        // A line end before the first boundary makes all of them alike.
        let text = Array("\r\n".utf8) + bytes
        let mark = Array("\r\n--\(boundary)".utf8)
        var start = try Self.find(mark, in: text, from: 0) + mark.count
        for _ in 0..<Self.mostParts {
            if text[start...].starts(with: "--".utf8) { return }
            let end = try Self.find(mark, in: text, from: start)
            try add(part: text[start..<end])
            start = end + mark.count
        }
        throw .malformedRequest
    }

    private mutating func add(part: ArraySlice<UInt8>) throws(Refusal) {
        let head = try Self.find(Array("\r\n\r\n".utf8), in: Array(part), from: 0)
        let lines = String(decoding: part.prefix(head), as: UTF8.self).split(separator: "\r\n")
        let body = Array(part.dropFirst(head + 4))
        func field(_ name: String) -> Substring? {
            lines.first { $0.lowercased().hasPrefix(name + ":") }?.dropFirst(name.count + 1)
        }
        guard let disposition = field("content-disposition"), let name = Self.parameter("name", of: disposition) else {
            throw .malformedRequest
        }
        guard let file = Self.parameter("filename", of: disposition) else {
            guard let value = String(validating: body, as: UTF8.self), !value.utf8.contains(0) else {
                throw .malformedRequest
            }
            return add(name, value)
        }
        let type = field("content-type").map { String($0).trimmed } ?? ""
        add(File(field: name, name: file, mediaType: type, bytes: body))
    }

    /// The value of a parameter, with or without quotes; browsers write a quote in a name as `%22`.
    private static func parameter(_ name: String, of field: Substring) -> String? {
        for part in field.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, String(pair[0]).trimmed.lowercased() == name else { continue }
            let value = String(pair[1]).trimmed
            return value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1
                ? String(value.dropFirst().dropLast()) : value
        }
        return nil
    }

    private static func find(_ mark: [UInt8], in bytes: [UInt8], from start: Int) throws(Refusal) -> Int {
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) { return index }
            index += 1
        }
        throw .malformedRequest
    }
}
