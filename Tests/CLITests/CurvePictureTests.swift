import Foundation
import FoundationXML
import HTML
import Payables
import Testing
import Values

@testable import CLI
@testable import Pictures

@Suite struct CurvePictureTests {
    @Test(arguments: ["meishan-tianfu.json", "meishan-hotline.json", "tianfu-readings.yaml"], Language.allCases)
    func labelsKeepOffOneAnother(sample: String, language: Language) throws {
        let svg = try Self.svg(WhatIfTests.readings(sample), language)
        let texts = try Self.texts(svg)
        #expect(texts.count > 15)
        for (index, text) in texts.enumerated() {
            #expect(text.box.left >= 0 && text.box.right <= 966, "“\(text.content)” leaves the picture")
            for other in texts[..<index] where text.box.meets(other.box) {
                Issue.record("“\(text.content)” lies on “\(other.content)”")
            }
        }
    }

    /// A stair of thirty steps shows its ends in figures, not every step.
    @Test func stairsStayCalm() throws {
        let stair = try WhatIf(WhatIfTests.document("property-monthly.json").dossier(), name: "", assessment: "q2")
        let texts = try Self.texts(Self.svg([stair], .chinese)).map(\.content)
        #expect(stair.curve.points.count > 30)
        #expect(texts.contains("6.055") && texts.contains("8.65") && !texts.contains("7.0065"))
    }

    @Test func tellsItsContentInWords() throws {
        let svg = try Self.svg(WhatIfTests.readings("meishan-hotline.json"), .chinese)
        #expect(svg.contains("<title id=\"what-if-title\">眉山市12345政务服务便民热线升级改造项目：应付金额与考核得分</title>"))
        #expect(svg.contains("95 分应付 893,000.00 元（略低于此分为 223,250.00 元）"))
    }

    @Test func namesCannotBreakThePicture() throws {
        let tianfu = try WhatIfTests.readings()[0]
        let hostile = "</text><script>alert(1)</script>&\"'\u{0}\u{FFFE}" + String(repeating: "长", count: 200)
        let reading = try WhatIf(tianfu.dossier, name: hostile, assessment: "y1")
        let svg = try Self.svg([reading, tianfu], .chinese)
        #expect(!svg.contains("<script"))
        #expect(try Self.texts(svg).allSatisfy { $0.box.right <= 966 })
    }

    /// The path goes on where the curve does, and starts anew at the hotline's jumps at 90 and 95. Below 80 only a
    /// ruling can say what is payable, so there is no line.
    @Test func jumpsBreakTheLine() throws {
        let svg = try Self.svg(WhatIfTests.readings("meishan-hotline.json"), .english)
        let paths = svg.split(separator: "<").filter { $0.hasPrefix("path") }
        #expect(paths.count == 2)
        #expect(paths.allSatisfy { $0.count { $0 == "M" } == 3 })
    }

    /// A file of its own: with the colours written out, for viewers that know no custom properties.
    @Test func standsAlone() throws {
        let svg = try Self.svg(WhatIfTests.readings(), .chinese)
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\""))
        #expect(svg.contains("<style>") && svg.contains(".picture .picture-first { color: #1d5b8f; }"))
        #expect(!svg.contains("var(") && !svg.contains("@media") && !svg.contains(":root"))
    }

    private static func svg(_ readings: [WhatIf], _ language: Language) throws -> String {
        try #require(WhatIfCommand.picture(of: readings, Words(language: language))).svg.markup
    }

    private struct Text {
        let content: String
        let box: LabelBoard.Box
    }

    /// Every text of the picture with the box that it takes; fails where the picture is no well-formed XML.
    private static func texts(_ svg: String) throws -> [Text] {
        let reader = TextReader()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = reader
        try #require(parser.parse(), "no well-formed XML: \(String(describing: parser.parserError))")
        return reader.texts
    }

    private final class TextReader: NSObject, XMLParserDelegate {
        var texts: [Text] = []
        private var attributes: [String: String]?
        private var content = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            self.attributes = name == "text" ? attributes : nil
            content = ""
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { content += string }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            guard name == "text", let attributes, let x = attributes["x"].flatMap(Double.init),
                let y = attributes["y"].flatMap(Double.init)
            else { return }
            let sizes: [String: Double] = ["picture-title": 20, "picture-subtitle": 13, "picture-heading": 13]
            let size = sizes[attributes["class"] ?? ""] ?? 12
            let anchor = attributes["text-anchor"].flatMap(Anchor.init) ?? .start
            texts.append(
                Text(content: content, box: LabelBoard.box(content, at: Point(x: x, y: y), anchor: anchor, size: size)))
        }
    }
}
