@testable import Documents
import TestSupport
import Testing
import Values

/// Whatever people are called, there is a paper.
struct HostileTextTests {
    private static let texts = [
        "", " ", "\0", "甲\0乙", "\u{1}\u{7}\u{1b}[31m\u{7f}\u{85}\u{9f}", "一\n二\r\n三\t四\u{b}\u{c}", "\u{2028}\u{2029}",
        "应付 \u{202e}00.001\u{202c} 元", "\u{2066}\u{2067}\u{2068}\u{2069}", "\u{feff}\u{200b}\u{2060}",
        "شركة ذات مسؤولية محدودة", "ᠮᠣᠩᠭᠣᠯ", "བོད་སྐད།", "ئۇيغۇر", "👩‍👩‍👧‍👦🇨🇳", "\u{fffe}\u{ffff}\u{10ffff}\u{1fffe}",
        "\u{e000}\u{f8ff}\u{100000}", "𠮷𡈽𪚥", "a" + String(repeating: "\u{301}", count: 500),
        String(repeating: "\u{200d}", count: 300), "<b>&amp;</b>%s%n$(x)", String(repeating: "W", count: 3_000),
    ]

    @Test(arguments: texts)
    func isPrinted(_ text: String) throws {
        #expect(try Self.paper([text]).pdf().suffix(6).elementsEqual("%%EOF\n".utf8))
    }

    /// Many pages of one cell.
    @Test func anEndlessNameIsPrinted() throws {
        var paper = Self.paper([])
        paper.sections = [Paper.Section(rows: [.text(String(repeating: "眉山", count: 30_000))])]
        #expect(try paper.pdf().suffix(6).elementsEqual("%%EOF\n".utf8))
    }

    @Test func randomScalarsArePrinted() throws {
        var random = SeededGenerator(named: "hostile text")
        for _ in 0..<5 {
            let texts = (0..<20).map { _ in
                let limit = [0x300, 0x3000, 0x30000, 0x110000].randomElement(using: &random) ?? 0x80
                let scalars = (0..<Int.random(in: 1...60, using: &random)).compactMap { _ in
                    Unicode.Scalar(UInt32.random(in: 0..<UInt32(limit), using: &random))
                }
                return String(String.UnicodeScalarView(scalars))
            }
            #expect(try Self.paper(texts).pdf().suffix(6).elementsEqual("%%EOF\n".utf8))
        }
    }

    /// Nothing that acts on its neighbours, a line or the reader's screen is left.
    @Test func marksThatActAreReplaced() {
        #expect("应付 \u{202e}00.001\u{202c} 元".printable == "应付 \u{fffd}00.001\u{fffd} 元")
        #expect("甲\n乙\t丙\0丁\u{2028}戊".printable == "甲 乙 丙\u{fffd}丁 戊")
        #expect("क्\u{200d}ष".printable == "क्\u{200d}ष")
        #expect(String(repeating: "眉", count: 20_001).printable.unicodeScalars.count == 20_001)
        #expect(String(repeating: "眉", count: 20_001).printable.hasSuffix("眉…"))
    }

    private static func paper(_ texts: [String]) -> Paper {
        let title = texts.joined(separator: " ")
        let rows = texts.flatMap { text in [Paper.Row.fields((text, text)), .columns([text, text], [1, 9])] }
        return Paper(
            title: title, author: title, language: .english, created: PaperSamples.printedAt, foot: title.shortened,
            sections: [Paper.Section(rows: rows)])
    }
}
