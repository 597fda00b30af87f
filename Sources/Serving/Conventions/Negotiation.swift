package import Values

/// What a client accepts (RFC 9110, section 12).
package enum Negotiation {
    /// The language of texts by Accept-Language: Chinese unless English is preferred.
    package static func language(_ field: String?) -> Language {
        guard let field else { return .chinese }
        if field.utf8.elementsEqual("zh".utf8) { return .chinese }
        if field.utf8.elementsEqual("en".utf8) { return .english }
        var qualities: [Language: Int] = [:]
        for (range, quality) in ranges(field) {
            let primary = range.prefix { $0 != "-" }.lowercased()
            guard let language = Language(rawValue: primary) else { continue }
            qualities[language] = max(qualities[language] ?? 0, quality)
        }
        return qualities[.english, default: 0] > qualities[.chinese, default: 0] ? .english : .chinese
    }

    /// Whether Accept lets a media type through; without the field everything is accepted. A problem document goes
    /// wherever JSON may go, and to those who accept nothing that there is.
    package static func accepts(_ field: String?, mediaType: String) -> Bool {
        guard let field, !field.utf8.elementsEqual("*/*".utf8) else { return true }
        let wanted = mediaType.prefix { $0 != ";" }
        let family = wanted.prefix { $0 != "/" } + "/*"
        var best: (precision: Int, quality: Int) = (-1, 0)
        for (range, quality) in ranges(field) {
            let name = range.lowercased()
            let precision = name == wanted ? 2 : name == family ? 1 : name == "*/*" ? 0 : -1
            if precision > best.precision { best = (precision, quality) }
        }
        return best.precision >= 0 && best.quality > 0
    }

    /// The ranges of a field with their quality in thousandths; parameters other than `q` are passed over.
    private static func ranges(_ field: String) -> [(range: Substring, quality: Int)] {
        field.split(separator: ",").prefix(32).compactMap { element in
            let parts = element.split(separator: ";").map { trimmed($0) }
            guard let range = parts.first, !range.isEmpty else { return nil }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") || $0.hasPrefix("Q=") }?.dropFirst(2)
            let quality = weight.map { Double($0) ?? 0 } ?? 1
            return (range, Int(max(0, min(1, quality)) * 1000))
        }
    }
}

/// Without the blanks around it.
package func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " || $0 == "\t" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return start.prefix(0) }
    return start[...last]
}
