/// The parts of the smallest workbook with one sheet, as other programs write them; tests change what they are about.
struct SmallWorkbook {
    var files: [(name: String, bytes: [UInt8])]

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    /// `rows` is what stands in `sheetData`; the rest may be left empty.
    init(rows: String, strings: String = "", styles: String = "", properties: String = "", afterRows: String = "") {
        let types = #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#
        files = []
        set("[Content_Types].xml", types)
        set(
            "_rels/.rels",
            #"<Relationships xmlns="\#(Self.package)"><Relationship Id="r" Type="\#(Self.relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
        )
        set(
            "xl/workbook.xml",
            #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.relations)"><workbookPr \#(properties)/><sheets><sheet name="S" sheetId="1" r:id="s1"/></sheets></workbook>"#
        )
        let parts = [
            ("s1", "worksheet", "worksheets/sheet1.xml"), ("s2", "sharedStrings", "sharedStrings.xml"),
            ("s3", "styles", "/xl/styles.xml"),
        ]
        let links = parts.map { #"<Relationship Id="\#($0.0)" Type="\#(Self.relations)/\#($0.1)" Target="\#($0.2)"/>"# }
        set(
            "xl/_rels/workbook.xml.rels", #"<Relationships xmlns="\#(Self.package)">\#(links.joined())</Relationships>"#
        )
        set(
            "xl/worksheets/sheet1.xml",
            #"<x:worksheet xmlns:x="\#(Self.main)">\#(Self.prefixed("<sheetData>\(rows)</sheetData>\(afterRows)"))</x:worksheet>"#
        )
        set("xl/sharedStrings.xml", #"<sst xmlns="\#(Self.main)">\#(strings)</sst>"#)
        set("xl/styles.xml", #"<styleSheet xmlns="\#(Self.main)">\#(styles)</styleSheet>"#)
    }

    /// Elements with the prefix that some programs write.
    private static func prefixed(_ xml: String) -> String {
        xml.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "<x:")
            .split(separator: "<x:/", omittingEmptySubsequences: false).joined(separator: "</x:")
            .split(separator: "<x:worksheet>").joined(separator: #"<x:worksheet xmlns:x="\#(main)">"#)
    }

    /// Sets or replaces a part.
    mutating func set(_ name: String, _ text: String) {
        files.removeAll { $0.name == name }
        files.append((name, Array(text.utf8)))
    }

    var bytes: [UInt8] { get throws { try TestArchive.pack(files) } }
}
