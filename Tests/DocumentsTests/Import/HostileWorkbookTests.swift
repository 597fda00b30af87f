import Glibc
import TestSupport
import Testing

@testable import Documents

/// Workbooks that mean harm, and workbooks that were damaged: each gets a clear answer.
struct HostileWorkbookTests {
    private func error(_ bytes: [UInt8]) -> WorkbookError? {
        do throws(WorkbookError) {
            _ = try ImportedWorkbook.read(bytes)
            return nil
        } catch { return error }
    }

    private func error(_ change: (inout SmallWorkbook) -> Void) throws -> WorkbookError? {
        var workbook = SmallWorkbook(rows: "<row><c><v>1</v></c></row>")
        change(&workbook)
        return error(try workbook.bytes)
    }

    @Test func whatIsNoWorkbook() throws {
        #expect(try error { _ in } == nil)
        #expect(error([]) == .notAWorkbook)
        #expect(error(Array("number,title\r\n".utf8)) == .notAWorkbook)
        #expect(error(try TestArchive.pack([("a.txt", [1, 2])])) == .notAWorkbook)
        #expect(
            error([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)) == .oldOrLocked)
        #expect(error([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: WorkbookLimits.packed)) == .tooLarge)
        #expect(try error { $0.files.removeAll { $0.name == "xl/worksheets/sheet1.xml" } } == .notAWorkbook)
        #expect(try error { $0.files.removeAll { $0.name.hasPrefix("_rels") } } == .notAWorkbook)
    }

    @Test func bombs() throws {
        let zeros = [UInt8](repeating: 0x20, count: 20 << 20)
        #expect(try error { $0.files.append(("xl/media/image1.png", zeros)) } == .ratio)
        // Parts that shrink less keep the ratio; their sum is counted all the same.
        var random = SeededGenerator(named: "noise")
        let noise = (0..<(1 << 16)).map { _ in UInt8(ascii: "a") + UInt8(random.next() % 2) }
        let part = noise + [UInt8](repeating: 0x20, count: 15 << 16)
        #expect(
            try error { workbook in
                for number in 0..<60 { workbook.files.append(("xl/media/\(number).bin", part)) }
            } == .tooLarge)
        #expect(
            try error { workbook in
                for number in 0..<200 { workbook.files.append(("xl/media/\(number).bin", [1])) }
            } == .tooManyParts)
    }

    @Test func entities() throws {
        let names = (0...9).map { "lol\($0)" }
        let definitions = zip(names, names.dropFirst()).map { before, after in
            "<!ENTITY \(after) \"\(String(repeating: "&\(before);", count: 10))\">"
        }
        let laughs =
            #"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY lol0 "lol">\#(definitions.joined())]><sst><si><t>&lol9;</t></si></sst>"#
        for part in [
            "xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "_rels/.rels",
        ] {
            #expect(try error { $0.set(part, laughs) } == .documentType)
        }
        let outside = #"<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst><si><t>&e;</t></si></sst>"#
        #expect(try error { $0.set("xl/sharedStrings.xml", outside) } == .documentType)
        #expect(try error { $0.set("xl/sharedStrings.xml", "<sst><si><t>&e;</t></si></sst>") } == .badXML)
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(try error { $0.set("xl/sharedStrings.xml", deep) } == .badXML)
    }

    @Test func contentThatDoesMoreThanHoldValues() throws {
        let types = #"<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>"#
        #expect(try error { $0.set("[Content_Types].xml", types) } == .macros)
        #expect(try error { $0.files.append(("xl/vbaProject.bin", [1])) } == .macros)
        #expect(try error { $0.files.append(("xl/externalLinks/externalLink1.xml", [1])) } == .externalLinks)
        #expect(try error { $0.files.append(("xl/embeddings/oleObject1.bin", [1])) } == .embedded)
        let nested = try TestArchive.pack([("a", [1])])
        #expect(try error { $0.files.append(("xl/media/a.png", nested)) } == .embedded)
        #expect(
            try error { workbook in
                let link =
                    #"<Relationships><Relationship Id="r" Type="x/officeDocument" Target="http://example.org/" TargetMode="External"/></Relationships>"#
                workbook.set("_rels/.rels", link)
            } == .externalLinks)
    }

    @Test(arguments: ["../../etc/passwd", "/etc/passwd", "xl/../../x", "xl\\..\\x", "XL/WORKBOOK.XML", "a/./b"])
    func strangeNames(_ name: String) throws {
        #expect(try error { $0.files.append((name, [1])) } == .strangePart)
    }

    @Test func tooMuchOfEverything() throws {
        let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 1_000_000)
        #expect(error(try SmallWorkbook(rows: String(repeating: "<row/>", count: 100_000)).bytes) == nil)
        let many = error(try SmallWorkbook(rows: rows).bytes)
        #expect(many == .tooManyCells || many == .ratio)
        let some = String(repeating: "<row><c><v>1</v></c></row>", count: 10_001)
        #expect(error(try SmallWorkbook(rows: some).bytes) == .tooManyCells)
        let wide = "<row>" + String(repeating: "<c><v>1</v></c>", count: 16_385) + "</row>"
        #expect(error(try SmallWorkbook(rows: wide).bytes) == .badXML)
        let long = "<row><c t=\"str\"><v>\(String(repeating: "a", count: 200_000))</v></c></row>"
        #expect(error(try SmallWorkbook(rows: long).bytes) == .tooManyCells)
    }

    @Test(arguments: [
        #"<row r="0"/>"#, #"<row r="1048577"/>"#, #"<row r="x"/>"#, #"<row r="1"><c r="A2"><v>1</v></c></row>"#,
        #"<row><c r="A"><v>1</v></c></row>"#, #"<row><c r="XFE1"><v>1</v></c></row>"#,
        #"<row><c t="s"><v>9</v></c></row>"#,
        #"<row><c t="s"><v>-1</v></c></row>"#, #"<row><c><v>1e999</v></c></row>"#, #"<row><c><v>NaN</v></c></row>"#,
        #"<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>"#,
        #"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#, #"<row><c><v>1</c></row>"#,
    ])
    func sheetsThatContradictThemselves(_ rows: String) throws {
        #expect(error(try SmallWorkbook(rows: rows).bytes) == .badXML)
    }

    /// Forms damaged at random, in the archive and in the parts, as many as TRANCHE_DAMAGED_FORMS says: none ends the
    /// program, and each is read or refused; what is read gives submissions or problems.
    @Test func damagedFormsAreReadOrRefused() throws {
        let count = getenv("TRANCHE_DAMAGED_FORMS").flatMap { Int(String(cString: $0)) } ?? 1000
        let bytes = try FilledForms.marked(FilledForms.workbook(FilledForms.sample))
        let parts = try TestArchive.unpack(bytes)
        var random = SeededGenerator(named: "damage")
        var outcomes: [String: Int] = [:]
        for round in 0..<count {
            var damaged: [UInt8]
            if round % 3 == 0 {
                damaged = bytes
                damage(&damaged, &random)
            } else {
                var files = parts
                for _ in 0..<Int.random(in: 1...2, using: &random) {
                    let held = files.indices.filter {
                        files[$0].name.hasPrefix("xl/w") || files[$0].name.hasPrefix("xl/s")
                    }
                    let index = (round % 2 == 0 ? held : Array(files.indices)).randomElement(using: &random) ?? 0
                    damage(&files[index].bytes, &random)
                }
                damaged = try TestArchive.pack(files)
            }
            outcomes[outcome(damaged), default: 0] += 1
        }
        print("damaged forms: \(outcomes.sorted { $0.key < $1.key })")
        #expect(outcomes.count >= 4)
        #expect((outcomes["read"] ?? 0) > 0)
        #expect(outcomes.values.reduce(0, +) == count)
    }

    private func outcome(_ bytes: [UInt8]) -> String {
        do throws(WorkbookError) {
            let workbook = try ImportedWorkbook.read(bytes)
            do throws(ImportProblems) {
                return try workbook.submissions().isEmpty ? "nothing" : "read"
            } catch { return error.list.isEmpty ? "no problem" : "problems" }
        } catch { return error.rawValue }
    }

    private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<12, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
        case 3: bytes.removeLast(bytes.count - place)
        case 4:
            let piece = bytes[place..<min(bytes.count, place + Int.random(in: 1...200, using: &random))]
            bytes.insert(contentsOf: Array(piece), at: Int.random(in: bytes.indices, using: &random))
        case 5...10:
            // XML that stays well-formed: a digit or letter becomes another one.
            let plain = bytes.indices.filter { (UInt8(ascii: "0")...UInt8(ascii: "z")).contains(bytes[$0]) }
            guard let place = plain.randomElement(using: &random) else { return }
            bytes[place] = Array("0123456789aAbstZ".utf8).randomElement(using: &random) ?? 0
        default:
            let pieces = [
                "<", "]]>", "\"", "&#0;", "<!DOCTYPE a>", "9999999999", "-", "<row r=\"1\"/>", "\u{FFFF}", "s\" t=\"b",
            ]
            let index = Int.random(in: pieces.indices, using: &random)
            bytes.insert(contentsOf: Array(pieces[index].utf8), at: place)
        }
    }
}
