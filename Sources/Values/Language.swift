/// The languages that people read: Chinese by default, English by choice (architecture.md, section 6).
public enum Language: String, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"

    /// The one of two texts that is in this language.
    public func choose(_ chinese: String, _ english: String) -> String { self == .chinese ? chinese : english }
}
