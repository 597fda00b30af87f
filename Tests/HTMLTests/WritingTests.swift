import HTML
import TestSupport
import Testing

/// Markup as values: what people typed never becomes markup.
struct WritingTests {
    @Test func writesElementsAttributesAndText() {
        let table = element("table", .class("figures"), .flag("hidden", if: false)) {
            element("caption") { "付款计划" }
            for amount in ["1.00", "2.00"] {
                element("tr") { element("td") { amount } }
            }
            if amountIsMissing { "nothing" } else { element("br") }
        }
        #expect(
            table.markup == """
                <table class="figures"><caption>付款计划</caption><tr><td>1.00</td></tr><tr><td>2.00</td></tr><br></table>
                """)
    }

    private let amountIsMissing = false

    @Test func escapesTextAndValues() {
        let node = element("input", .value(#""><script>alert('&')</script>"#), .flag("required"))
        #expect(
            node.markup == #"<input value="&quot;&gt;&lt;script&gt;alert('&amp;')&lt;/script&gt;" required>"#)
        #expect(Node.text("a\u{0}b\tc\nd\u{1B}").markup == "a\u{FFFD}b\tc\nd\u{FFFD}")
        #expect(Node.text("a\u{FFFE}<\u{FFFF}\u{FFFD}").markup == "a\u{FFFD}&lt;\u{FFFD}\u{FFFD}")
    }

    /// Any text, in content or between quotes, adds no tag, no quote and no character that HTML does not have.
    @Test func noTextBecomesMarkup() {
        var random = SeededGenerator(named: "noTextBecomesMarkup")
        let pieces = ["<", ">", "&", "\"", "'", "/", "script", "<!--", "\u{0}", "\u{7F}", "眉山", "🙂", " ", "\n", "&lt;"]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            let markup = element("p", .class(text)) { text }.markup
            #expect(markup.filter { $0 == "<" }.count == 2, "\(markup)")
            #expect(markup.filter { $0 == "\"" }.count == 2, "\(markup)")
            #expect(!markup.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
        }
    }

    @Test func knowsWhatIsEmpty() {
        #expect(Node.group([.text(""), .empty]).isEmpty)
        #expect(!element("br").isEmpty)
        #expect(group { "" }.isEmpty)
        #expect(!group { "." }.isEmpty)
    }
}
