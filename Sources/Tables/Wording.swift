public import Values

/// The same words in both languages.
public struct Wording: Hashable, Sendable {
    public let chinese: String
    public let english: String

    /// The words in Chinese and in English.
    public init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    /// The words in one language.
    public func text(in language: Language) -> String { language == .chinese ? chinese : english }
}

/// One of a closed list of answers: programs read its code, people its words.
public struct Word: Equatable, Sendable {
    /// Stable; never translated.
    public let code: String
    public let wording: Wording

    /// The code, then the words in Chinese and in English.
    public init(_ code: String, _ chinese: String, _ english: String) {
        self.code = code
        wording = Wording(chinese, english)
    }
}
