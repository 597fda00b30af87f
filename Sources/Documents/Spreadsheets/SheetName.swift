/// The name on a sheet's tab.
enum SheetName {
    private static let most = 31

    /// The title without what a tab cannot show, cut to 31 characters, with a number behind it where the name is taken.
    static func make(_ title: String, taken: Set<String>) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in SpreadsheetText(title).text.unicodeScalars {
            plain.append("[]:*?/\\'\n\t".unicodeScalars.contains(scalar) ? " " : scalar)
        }
        let base = plain.isEmpty || String(plain).lowercased() == "history" ? "_" + String(plain) : String(plain)
        for number in 1... {
            let suffix = number == 1 ? "" : " \(number)"
            let name = cut(base, to: most - suffix.utf16.count) + suffix
            if !taken.contains(name.lowercased()) { return name }
        }
        return base
    }

    private static func cut(_ text: String, to count: Int) -> String {
        var result = ""
        for character in text {
            guard result.utf16.count + character.utf16.count <= count else { break }
            result.append(character)
        }
        return result
    }
}
