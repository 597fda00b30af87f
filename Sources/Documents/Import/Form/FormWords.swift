internal import Values

/// Words of the form in both languages; a filled-in form may come back in either.
struct FormWords: Equatable, Sendable {
    let chinese: String
    let english: String

    init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    func text(in language: Language) -> String { language == .chinese ? chinese : english }

    /// Whether somebody's text means this: in either language, whatever the case, stars and blanks.
    func matches(_ text: String) -> Bool {
        let plain = Self.plain(text)
        return plain == Self.plain(chinese) || plain == Self.plain(english)
    }

    static func plain(_ text: String) -> String {
        String(CellReader.halfWidth(text).lowercased().filter { !$0.isWhitespace && $0 != "*" })
    }
}
