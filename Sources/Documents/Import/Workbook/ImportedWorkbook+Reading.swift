extension ImportedWorkbook {
    /// Reads an .xlsx file (ECMA-376, transitional or strict) as Excel, WPS and LibreOffice write it. Refuses what is
    /// too large, macros, links to other files, embedded files and document types; any bytes give a workbook or an
    /// error.
    public static func read(_ bytes: [UInt8]) throws(WorkbookError) -> ImportedWorkbook {
        let parts = try WorkbookParts(bytes)
        guard parts.files["[content_types].xml"] != nil else { throw .notAWorkbook }
        try refuseMacros(parts)
        let start = try Relationships(of: "", in: parts).targets.values.first { $0.type.hasSuffix("/officeDocument") }
        guard let path = start?.path, let workbook = parts.files[path] else { throw .notAWorkbook }
        let relationships = try Relationships(of: path, in: parts)
        func part(_ type: String) -> [UInt8]? {
            relationships.targets.values.first { $0.type.hasSuffix(type) }.flatMap { parts.files[$0.path] }
        }
        let strings = try SharedStrings(part("/sharedStrings"))
        let styles = try CellStyles(part("/styles"))
        let outline = try Outline(workbook)
        var left = WorkbookLimits.cells
        var sheets: [ImportedSheet] = []
        for entry in outline.sheets {
            guard let target = relationships.targets[entry.relationship] else { throw .notAWorkbook }
            // A sheet may also be a chart.
            guard target.type.hasSuffix("/worksheet") else { continue }
            guard let part = parts.files[target.path] else { throw .notAWorkbook }
            sheets.append(try SheetScanner.read(part, named: entry.name, strings, styles, left: &left))
        }
        return ImportedWorkbook(sheets: sheets, countsFrom1904: outline.countsFrom1904)
    }

    /// A workbook with macros says so in the types of its parts, whatever its name ends in.
    private static func refuseMacros(_ parts: WorkbookParts) throws(WorkbookError) {
        try XMLScanner.scan(parts.files["[content_types].xml"] ?? []) { _, attributes throws(WorkbookError) in
            let type = attributes["ContentType"]?.lowercased() ?? ""
            if type.contains("macroenabled") || type.contains("vbaproject") { throw .macros }
        }
    }

    /// What `workbook.xml` says: the sheets in their order, and how days are counted.
    private struct Outline {
        var sheets: [(name: String, relationship: String)] = []
        var countsFrom1904 = false

        init(_ part: [UInt8]) throws(WorkbookError) {
            var sheets: [(name: String, relationship: String)] = []
            var countsFrom1904 = false
            try XMLScanner.scan(part) { name, attributes throws(WorkbookError) in
                switch name {
                case "workbookPr": countsFrom1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
                case "sheet":
                    guard sheets.count < WorkbookLimits.sheets else { throw .tooManyCells }
                    guard let name = attributes["name"], let id = attributes["id"] else { throw .badXML }
                    sheets.append((name, id))
                default: break
                }
            }
            self.sheets = sheets
            self.countsFrom1904 = countsFrom1904
        }
    }
}

/// What a part points to (ECMA-376 part 2, 6.5), by id.
private struct Relationships {
    var targets: [String: (type: String, path: String)] = [:]

    init(of path: String, in parts: WorkbookParts) throws(WorkbookError) {
        let folders = path.split(separator: "/").dropLast().map(String.init)
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let file = (folders + ["_rels", name + ".rels"]).joined(separator: "/")
        guard let part = parts.files[file] else { throw .notAWorkbook }
        var found: [String: (type: String, path: String)] = [:]
        try XMLScanner.scan(part) { name, attributes throws(WorkbookError) in
            guard name == "Relationship" else { return }
            guard let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"] else {
                throw .badXML
            }
            if type.hasSuffix("/vbaProject") { throw .macros }
            if attributes["TargetMode"] == "External" || type.hasSuffix("/externalLink") { throw .externalLinks }
            found[id] = (type, Self.resolve(target, from: folders))
        }
        targets = found
    }

    /// A path inside of the archive; one that leaves it names no part.
    private static func resolve(_ target: String, from folders: [String]) -> String {
        var path = target.hasPrefix("/") ? [] : folders
        for step in target.lowercased().split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(String(step)) }
        }
        return path.joined(separator: "/")
    }
}
