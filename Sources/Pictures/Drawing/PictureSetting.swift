public import Values

/// What a picture needs to know of where it stands.
public struct PictureSetting: Sendable {
    /// Unique in the page; the ids within the picture begin with it.
    public let id: String
    public let language: Language
    public let place: Place

    /// Where it is looked at.
    public enum Place: Sendable {
        /// In a page that has ``PictureStyle/sheet``: classes only, no style of its own.
        case page
        /// As a file of its own, with its style and its size.
        case file
    }

    /// The id must be a name in HTML and XML: letters, digits, hyphens, a letter first.
    public init(id: String, language: Language = .chinese, place: Place = .page) {
        self.id = id
        self.language = language
        self.place = place
    }

    func choose(_ chinese: String, _ english: String) -> String { language.choose(chinese, english) }
}
