import HTML
import Testing
import Values

@testable import Pictures

/// What holds of every picture in a page.
struct PagePictureTests {
    @Test(arguments: Language.allCases)
    func nothingLiesOnAnything(language: Language) throws {
        for (index, picture) in try Samples.all(PictureSetting(id: "p", language: language)).enumerated() {
            try Drawn(picture.svg).expectLegible("\(language) \(index)")
        }
    }

    /// The content security policy of the pages lets no style and no script pass.
    @Test func needsClassesOnly() throws {
        for picture in try Samples.all(PictureSetting(id: "p")) {
            for element in try Drawn(picture.svg).elements + Drawn(picture.table).elements {
                #expect(!["style", "script", "a", "image", "foreignObject"].contains(element.name))
                #expect(element.attributes.keys.allSatisfy { $0 != "style" && !$0.hasPrefix("on") })
                let colours = ["fill", "stroke", "color"].compactMap { element.attributes[$0] }
                #expect(colours.allSatisfy { $0.hasPrefix("url(#p-") }, "\(element)")
            }
        }
    }

    @Test func everyClassAndColourIsInTheSheet() throws {
        for picture in try Samples.all(PictureSetting(id: "p")) {
            for name in try Drawn(picture.svg).elements.flatMap(\.classes) where name != "picture" {
                let isPlain = name == "picture-value" || name == "picture-strong"
                let hasRule = PictureStyle.sheet.contains(".\(name) ") || PictureStyle.sheet.contains(".\(name),")
                #expect(isPlain || hasRule, "\(name)")
            }
        }
        let used = PictureStyle.sheet.split(separator: "var(").dropFirst().map { $0.prefix { $0 != ")" } }
        for name in Set(used) {
            #expect(PictureStyle.sheet.split(separator: "\(name): ").count == 3, "\(name) in light and in dark")
        }
        #expect(used.count > 12)
    }

    /// The caller's id is in every id; the picture scales and says what it shows.
    @Test(arguments: Language.allCases)
    func isAnImageWithWords(language: Language) throws {
        for picture in try Samples.all(PictureSetting(id: "cash-2", language: language)) {
            let drawn = try Drawn(picture.svg)
            let root = drawn.elements[0]
            #expect(root.name == "svg" && root.attributes["role"] == "img" && root.attributes["width"] == nil)
            #expect(root.attributes["viewBox"]?.hasPrefix("0 0 480 ") == true)
            let ids = drawn.elements.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count && ids.allSatisfy { $0.hasPrefix("cash-2-") })
            for (name, label) in [("title", "aria-labelledby"), ("desc", "aria-describedby")] {
                let element = try #require(drawn.all(name).first)
                #expect(element.attributes["id"] == root.attributes[label])
                #expect(element.text.count > 6)
            }
            let table = try Drawn(picture.table)
            #expect(table.all("caption").count == 1)
            #expect(table.all("th").allSatisfy { ["row", "col"].contains($0.attributes["scope"] ?? "") })
            #expect(Set(table.rows.map(\.count)).count == 1)
        }
    }

    @Test func filesCarryTheirStyle() throws {
        let svg = ExecutionPicture(try Samples.execution(), PictureSetting(id: "p", place: .file)).svg.markup
        #expect(svg.contains("<style>") && svg.contains("width=\"480\"") && !svg.contains("var("))
    }
}
