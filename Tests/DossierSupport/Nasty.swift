/// Values that programs stumble over.
enum Nasty {
    static let strings = [
        "", " ", "0", "-0", "0.00", "-0.01", "0.005", "1", "00", "-", ".", "-.", "1.", ".5", "+1", "1e9", "1,000.00",
        "１",
        "92233720368547758.07", "92233720368547758.08", "-92233720368547758.08", "9223372036854775807",
        "99999999999999999999",
        "9223372036854.775807", "100", "100.00", "100.01", "99.999999", "0.000001", "1.0000001", "NaN", "Infinity",
        "null",
        "0001-01-01", "9999-12-31", "2024-02-29", "2023-02-29", "2021-00-00", "0000-01-01", "2021-12-31T00:00:00Z",
        "20211231",
        "contract", "installment", "year:1", "year:2", "year:3", "year:0", "year:-1", "year:99999999999999999999",
        "year:",
        "invoice", "signed", "y1", "y1-advance", "warranty", "CN", "weekends", "none", "carry", "waive", "claim",
        "withhold",
        "zero", "exact", "whole", "started", "holdback", "\u{0}", "\u{FEFF}", "\u{202E}", "é", "e\u{301}", "🀄", "a/b~c",
        "~1",
        String(repeating: "9", count: 400), String(repeating: "a", count: 65), String(repeating: "长", count: 4000),
    ]

    static let numbers = [
        "0", "-0", "1", "2", "3", "-1", "12", "30", "100", "9999", "36600", "36601", "1000000000", "2147483648",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "99999999999999999999", "0.5", "1e2",
        "1E-400",
        "1e400", "00", "01", "-", "1.", ".5", "0x10", "+1",
    ]

    static let bytes: [[UInt8]] = [
        [0], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xE4, 0xB8],
        [0x80],
        Array("\\ud800".utf8), Array("\\u0000".utf8), Array("\\".utf8), Array("\"".utf8), Array("{".utf8),
        Array("}".utf8),
        Array("]".utf8), Array(":".utf8), Array(",".utf8), Array("null".utf8), Array("{\"a\":".utf8),
        Array("1e999".utf8),
        [UInt8](repeating: UInt8(ascii: "["), count: 100), [UInt8](repeating: UInt8(ascii: "9"), count: 400),
    ]

    /// The text a little differently: longer, shorter, signed, a digit changed.
    static func variants(of text: String) -> [String] {
        [
            text + "0", text + " ", "-" + text, "0" + text, text + ".5", String(text.dropLast()),
            String(text.dropFirst()),
            text.uppercased(), String(text.reversed()), text.replacing("1", with: "2"), text.replacing("0", with: "9"),
            text.replacing("20", with: "21"), text.replacing(".", with: ""), text + text,
        ]
    }

    /// The same for a number as written.
    static func variants(ofNumber text: String) -> [String] {
        [text + "0", "-" + text, text + "1", "1", "2", "\"\(text)\""]
    }
}
