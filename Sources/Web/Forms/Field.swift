/// One question of a form. Its name is the JSON Pointer of what the answer fills in the body that the use case reads,
/// so an error of the use case finds its field; fields without a slash in front are for the page alone.
struct Field: Sendable {
    let name: String
    let label: String
    var kind = Kind.text
    /// One sentence under the label.
    var hint = ""
    var isRequired = false
    /// What it holds before anybody typed.
    var standard = ""
    /// What of one's own browsers may fill in (WCAG 1.3.5); of a password that is to be set, `new-password`. Never
    /// `off`: browsers then show an empty field to whoever goes back.
    var autocomplete: String?

    enum Kind: Sendable {
        case text
        case longText
        /// Yuan: 1234.56, 1,234.56 or 123.456万.
        case money
        case day
        /// A decimal that the use case reads as text: a score, a percentage, a quantity.
        case decimal
        case wholeNumber
        case password
        /// A code of the second factor.
        case code
        /// One of a list; an empty value stands for none.
        case choice([Option])
        /// One of a few, all of them seen.
        case radio([Option])
        /// Any of a list.
        case checks([Option])
        /// Yes where it is ticked.
        case tick
        case hidden
        /// A file of these kinds, such as `.pdf,.png`.
        case file(accept: String)
    }

    struct Option: Sendable {
        let value: String
        let label: String
    }

    /// Where labels and errors point to.
    var id: String {
        "f" + String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
}
