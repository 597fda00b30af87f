import JSON
import Testing
import Values

/// What the parser says to a text, for the tests of this target.
enum Reading {
    /// The error of bytes; nil where they are JSON.
    static func error(of bytes: [UInt8]) -> JSONError? {
        var parser = JSONParser()
        let result = bytes.withUnsafeBufferPointer { parser.parse($0) { _ in 0 } }
        if case .failure(let error) = result { return error }
        return nil
    }

    /// The error of a text; nil where it is JSON.
    static func error(of text: String) -> JSONError? { error(of: Array(text.utf8)) }

    /// What `body` finds in the value of a text.
    static func value<Found>(_ text: String, _ body: (JSONValue) throws -> Found) throws -> Found {
        var parser = JSONParser()
        return try Array(text.utf8).withUnsafeBufferPointer { try parser.parse($0, body).get() }
    }

    /// The canonical form of a text; nil where it has numbers that dossiers do not have.
    static func canonical(_ text: String) throws -> String? {
        try value(text) { value in
            var output = TextOutput()
            return value.writeCanonical(to: &output) ? output.text : nil
        }
    }
}
