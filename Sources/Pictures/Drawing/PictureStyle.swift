/// How pictures look: one style sheet, whose colours pages give in light and dark.
public enum PictureStyle {
    /// The rules that pictures in a page need, for the page's style sheet; custom properties `--picture-…` hold the
    /// colours and may be given anew behind it.
    public static let sheet = String(decoding: PackageResources.pictures_css, as: UTF8.self)

    /// The same rules for a picture by itself: its light colours written out, since not every viewer knows custom
    /// properties, and a type face.
    static let ofFiles: String = {
        let parts = sheet.split(separator: "/* Rules. */\n", maxSplits: 1)
        guard parts.count == 2 else { return "" }
        var rules = String(parts[1])
        for (name, colour) in colours(parts[0]) { rules = replacing("var(\(name))", by: colour, in: rules) }
        return "\n\(rules).picture text{font-family:\(typeFace)}\n"
    }()

    private static let typeFace =
        #""Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif"#

    /// The declarations of the first block, one a line.
    private static func colours(_ declarations: Substring) -> [(name: Substring, value: String)] {
        declarations.split(separator: "\n").prefix { $0 != "}" }.compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let name = parts[0].split(separator: " ").last, name.hasPrefix("--") else {
                return nil
            }
            return (name, String(parts[1].drop { $0 == " " }.prefix { $0 != ";" }))
        }
    }

    private static func replacing(_ part: String, by other: String, in text: String) -> String {
        text.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
