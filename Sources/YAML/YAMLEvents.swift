import CYaml

/// libyaml's events one by one. We take these instead of composed nodes, so that anchors, aliases and deep nesting are
/// refused before they cost anything (decision 0021).
struct YAMLEvents: ~Copyable {
    enum Event: Equatable {
        case documentStart, documentEnd, streamEnd
        case sequenceStart, sequenceEnd, mappingStart, mappingEnd
        case scalar(YAMLScalar)
        case other
    }

    /// At one place for its whole life: libyaml keeps a pointer to it inside of it.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// Where the last event began.
    private(set) var line = 1
    private(set) var column = 1

    /// The bytes must outlive the reader.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLError) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) == 1 else { throw YAMLError(line: 1, column: 1, reason: "out of memory") }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; anchors, aliases and tags other than `!!str` are refused here.
    mutating func next() throws(YAMLError) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw parserError() }
        defer { yaml_event_delete(&event) }
        line = event.start_mark.line + 1
        column = event.start_mark.column + 1
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_STREAM_END_EVENT: return .streamEnd
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            try refuse(anchor: start.anchor, tag: start.tag)
            return .sequenceStart
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            try refuse(anchor: start.anchor, tag: start.tag)
            return .mappingStart
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_ALIAS_EVENT: throw failure("aliases are not allowed")
        case YAML_SCALAR_EVENT: return .scalar(try scalar(event.data.scalar))
        default: return .other
        }
    }

    func failure(_ reason: String) -> YAMLError { YAMLError(line: line, column: column, reason: reason) }

    private func scalar(
        _ data: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar
    ) throws(YAMLError) -> YAMLScalar {
        let isText =
            data.tag.map { String(cString: $0) == "tag:yaml.org,2002:str" || String(cString: $0) == "!" } ?? false
        try refuse(anchor: data.anchor, tag: isText ? nil : data.tag)
        let bytes = UnsafeBufferPointer(start: data.value, count: data.length)
        let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE && !isText
        return YAMLScalar(text: String(decoding: bytes, as: UTF8.self), isPlain: isPlain)
    }

    private func refuse(anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?) throws(YAMLError) {
        if anchor != nil { throw failure("anchors are not allowed") }
        if let tag { throw failure("the tag \(String(cString: tag)) is not allowed") }
    }

    private func parserError() -> YAMLError {
        let parser = parser.pointee
        let reason = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
        let mark = parser.error == YAML_READER_ERROR ? parser.mark : parser.problem_mark
        return YAMLError(line: mark.line + 1, column: mark.column + 1, reason: reason)
    }
}
