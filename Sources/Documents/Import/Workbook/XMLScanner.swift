internal import CExpat

/// Reads one XML part by expat and tells a visitor of elements and text, names without their namespaces. Refuses
/// document types, so no entities but the five of XML exist, and deep nesting; the visitor may stop it too.
final class XMLScanner {
    private let parser: OpaquePointer
    private let start: (_ name: String, _ attributes: XMLAttributes) throws(WorkbookError) -> Void
    private let end: (_ name: String) throws(WorkbookError) -> Void
    private let text: (UnsafeBufferPointer<UInt8>) throws(WorkbookError) -> Void
    private var depth = 0
    private var failure: WorkbookError?

    /// Scans the bytes from first to last.
    static func scan(
        _ bytes: [UInt8], start: @escaping (String, XMLAttributes) throws(WorkbookError) -> Void,
        end: @escaping (String) throws(WorkbookError) -> Void = { _ throws(WorkbookError) in },
        text: @escaping (UnsafeBufferPointer<UInt8>) throws(WorkbookError) -> Void = { _ throws(WorkbookError) in }
    ) throws(WorkbookError) {
        guard let parser = XML_ParserCreateNS(nil, CChar(bitPattern: UInt8(ascii: "|"))) else { throw .badXML }
        let scanner = XMLScanner(parser, start, end, text)
        try scanner.run(bytes)
    }

    private init(
        _ parser: OpaquePointer, _ start: @escaping (String, XMLAttributes) throws(WorkbookError) -> Void,
        _ end: @escaping (String) throws(WorkbookError) -> Void,
        _ text: @escaping (UnsafeBufferPointer<UInt8>) throws(WorkbookError) -> Void
    ) {
        self.parser = parser
        self.start = start
        self.end = end
        self.text = text
    }

    deinit { XML_ParserFree(parser) }

    private func run(_ bytes: [UInt8]) throws(WorkbookError) {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            XMLScanner.of(context)?.attempt { () throws(WorkbookError) in throw .documentType }
        }
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let scanner = XMLScanner.of(context), let name else { return }
                scanner.attempt { () throws(WorkbookError) in
                    scanner.depth += 1
                    guard scanner.depth <= WorkbookLimits.depth else { throw .badXML }
                    try scanner.start(XMLScanner.local(name), XMLAttributes(pairs: attributes))
                }
            },
            { context, name in
                guard let scanner = XMLScanner.of(context), let name else { return }
                scanner.depth -= 1
                scanner.attempt { () throws(WorkbookError) in try scanner.end(XMLScanner.local(name)) }
            })
        XML_SetCharacterDataHandler(parser) { context, characters, count in
            guard let scanner = XMLScanner.of(context), let characters else { return }
            characters.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { start in
                let buffer = UnsafeBufferPointer(start: start, count: Int(count))
                scanner.attempt { () throws(WorkbookError) in try scanner.text(buffer) }
            }
        }
        let status = bytes.withUnsafeBytes { buffer in
            XML_Parse(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
        }
        if let failure { throw failure }
        guard status == XML_STATUS_OK else { throw .badXML }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLScanner? {
        context.map { Unmanaged<XMLScanner>.fromOpaque($0).takeUnretainedValue() }
    }

    /// After a failure expat may still call back; nothing of that is told.
    private func attempt(_ step: () throws(WorkbookError) -> Void) {
        guard failure == nil else { return }
        do throws(WorkbookError) { try step() } catch {
            failure = error
            XML_StopParser(parser, XML_FALSE)
        }
    }

    private static func local(_ name: UnsafePointer<CChar>) -> String { String(cString: XMLAttributes.local(name)) }
}

/// The attributes of an element, while it is being told of.
struct XMLAttributes {
    let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The value of an attribute by its name without a namespace; nil where there is none.
    subscript(name: StaticString) -> String? {
        guard var next = pairs else { return nil }
        while let found = next[0], let value = next[1] {
            if Self.isSame(Self.local(found), name) { return String(cString: value) }
            next += 2
        }
        return nil
    }

    /// Behind the last bar, which separates the namespace.
    static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
        var start = name
        var next = name
        while next.pointee != 0 {
            if next.pointee == CChar(bitPattern: UInt8(ascii: "|")) { start = next + 1 }
            next += 1
        }
        return start
    }

    private static func isSame(_ text: UnsafePointer<CChar>, _ word: StaticString) -> Bool {
        for offset in 0..<word.utf8CodeUnitCount where UInt8(bitPattern: text[offset]) != word.utf8Start[offset] {
            return false
        }
        return text[word.utf8CodeUnitCount] == 0
    }
}
