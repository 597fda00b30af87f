/// The texts that cells refer to by number (ECMA-376, 18.4): plain, or put together from runs; readings (rPh) left out.
struct SharedStrings {
    let texts: [String]

    init(_ part: [UInt8]?) throws(WorkbookError) {
        guard let part else {
            texts = []
            return
        }
        var found: [String] = []
        var collector = TextCollector()
        try XMLScanner.scan(part) { name, _ throws(WorkbookError) in
            if name == "si" { collector.begin() }
            collector.start(name)
        } end: { name throws(WorkbookError) in
            collector.end(name)
            guard name == "si" else { return }
            guard found.count < WorkbookLimits.sharedStrings else { throw .tooManyCells }
            found.append(collector.take())
        } text: { bytes throws(WorkbookError) in
            try collector.add(bytes)
        }
        texts = found
    }
}

/// Gathers the text of `t` elements, those in a reading (rPh) left out.
struct TextCollector {
    private var bytes: [UInt8] = []
    private var isText = false
    private var isReading = false

    mutating func begin() { self = TextCollector() }

    mutating func start(_ name: String) {
        if name == "rPh" { isReading = true }
        if name == "t", !isReading { isText = true }
    }

    mutating func end(_ name: String) {
        if name == "rPh" { isReading = false }
        if name == "t" { isText = false }
    }

    mutating func add(_ more: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
        guard isText else { return }
        bytes += more
        guard bytes.count <= WorkbookLimits.cellText * 4 else { throw .tooManyCells }
    }

    func take() -> String { Self.unescaped(String(decoding: bytes, as: UTF8.self)) }

    /// `_x000D_` stands for a character that XML cannot hold (18.4.12, ST_Xstring).
    static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var output = String.UnicodeScalarView()
        var rest = Array(text.unicodeScalars)[...]
        while let first = rest.first {
            let code = rest.prefix(7)
            if code.count == 7, first == "_", code[code.startIndex + 1] == "x", code.last == "_",
                let number = UInt32(String(String.UnicodeScalarView(code.dropFirst(2).dropLast())), radix: 16),
                let scalar = Unicode.Scalar(number)
            {
                output.append(scalar)
                rest = rest.dropFirst(7)
            } else {
                output.append(first)
                rest = rest.dropFirst()
            }
        }
        return String(output)
    }
}
