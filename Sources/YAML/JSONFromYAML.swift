import JSON
import Values

/// Turns one YAML document into the JSON of the same structure, so that JSON Pointers mean the same places in both.
/// A number that is not quoted stays a number, and is then refused where a decimal string is due, just as in JSON.
public enum JSONFromYAML {
    /// As deep as ``JSONParser`` reads.
    static let deepest = JSONParser.deepest

    /// JSON, and for each of its values and names, in the order in which ``JSONParser`` counts them (the positions of
    /// ``JSONValue``), the line of the YAML where it stands.
    public struct Lined: Sendable {
        public fileprivate(set) var json: [UInt8] = []
        public fileprivate(set) var lines: [Int] = []
    }

    /// The JSON bytes. Throws for what is no YAML, and for repeated keys, anchors, aliases, tags, several documents,
    /// keys that are no scalars, and nesting deeper than JSON's.
    public static func convert(_ yaml: [UInt8]) throws(YAMLError) -> [UInt8] { try convertWithLines(yaml).json }

    /// The same, with the lines.
    public static func convertWithLines(_ yaml: [UInt8]) throws(YAMLError) -> Lined {
        if let place = firstInvalidByte(in: yaml) { throw place }
        let outcome: Result<Lined, YAMLError> = yaml.withUnsafeBufferPointer { bytes in
            do throws(YAMLError) { return .success(try convert(bytes)) } catch { return .failure(error) }
        }
        return try outcome.get()
    }

    private static func convert(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLError) -> Lined {
        var events = try YAMLEvents(bytes)
        var output = Output(text: TextOutput(reservingCapacity: bytes.count))
        _ = try events.next()
        guard try events.next() == .documentStart else { throw events.failure("there is no document") }
        try writeValue(try events.next(), &events, to: &output, depth: 0)
        _ = try events.next()
        guard try events.next() == .streamEnd else { throw events.failure("there is a second document") }
        return Lined(json: output.text.bytes, lines: output.lines)
    }

    /// What is written so far.
    private struct Output {
        var text: TextOutput
        var lines: [Int] = []

        mutating func write(_ literal: StaticString) { text.write(literal) }
    }

    private static func writeValue(
        _ event: YAMLEvents.Event, _ events: inout YAMLEvents, to output: inout Output, depth: Int
    ) throws(YAMLError) {
        output.lines.append(events.line)
        switch event {
        case .scalar(let scalar): try write(scalar, events, to: &output)
        case .sequenceStart, .mappingStart:
            guard depth < deepest else { throw events.failure("this is nested too deeply") }
            if event == .mappingStart {
                try writeMapping(&events, to: &output, depth: depth + 1)
            } else {
                try writeSequence(&events, to: &output, depth: depth + 1)
            }
        default: throw events.failure("there is no value here")
        }
    }

    private static func writeSequence(
        _ events: inout YAMLEvents, to output: inout Output, depth: Int
    ) throws(YAMLError) {
        output.write("[")
        var isFirst = true
        var event = try events.next()
        while event != .sequenceEnd {
            if !isFirst { output.write(",") }
            isFirst = false
            try writeValue(event, &events, to: &output, depth: depth)
            event = try events.next()
        }
        output.write("]")
    }

    private static func writeMapping(
        _ events: inout YAMLEvents, to output: inout Output, depth: Int
    ) throws(YAMLError) {
        output.write("{")
        var keys: Set<[UInt8]> = []
        var event = try events.next()
        while event != .mappingEnd {
            guard case .scalar(let key) = event else { throw events.failure("a key must be a scalar") }
            if !keys.isEmpty { output.write(",") }
            guard keys.insert(Array(key.text.utf8)).inserted else {
                throw events.failure("the key “\(key.text)” is here a second time")
            }
            output.lines.append(events.line)
            output.text.write(jsonString: key.text)
            output.write(":")
            try writeValue(try events.next(), &events, to: &output, depth: depth)
            event = try events.next()
        }
        output.write("}")
    }

    private static func write(
        _ scalar: YAMLScalar, _ events: borrowing YAMLEvents, to output: inout Output
    ) throws(YAMLError) {
        switch scalar.meaning {
        case .null: output.write("null")
        case .boolean(let value): output.write(value ? "true" : "false")
        case .number(let number): output.text.write(text: number)
        case .text: output.text.write(jsonString: scalar.text)
        case .ambiguous: throw events.failure("write “\(scalar.text)” in quotes: YAML readers differ on what it is")
        }
    }

    /// libyaml tells of bad encoding without a place, so that is looked for first.
    private static func firstInvalidByte(in bytes: [UInt8]) -> YAMLError? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        let good = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
        let lines = good.split(separator: "\n", omittingEmptySubsequences: false)
        let column = (lines.last?.unicodeScalars.count ?? 0) + 1
        return YAMLError(line: max(1, lines.count), column: column, reason: "this is not valid UTF-8")
    }
}
