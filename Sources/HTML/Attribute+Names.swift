/// The attributes that pages use often; any other is `Attribute("name", value)`.
extension Attribute {
    /// Classes, with blanks between them.
    public static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    /// Unique in its page.
    public static func id(_ id: String) -> Attribute { Attribute("id", id) }
    /// Where a link leads.
    public static func href(_ address: String) -> Attribute { Attribute("href", address) }
    /// The name of a form's field.
    public static func name(_ name: String) -> Attribute { Attribute("name", name) }
    /// What a field holds.
    public static func value(_ value: String) -> Attribute { Attribute("value", value) }
    /// The kind of a field, button or script.
    public static func type(_ type: String) -> Attribute { Attribute("type", type) }
    /// The id of the field that a label is of.
    public static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    /// What an element is to assistive technology.
    public static func role(_ role: String) -> Attribute { Attribute("role", role) }
    /// What a header cell is the head of: `row` or `col`.
    public static func scope(_ scope: String) -> Attribute { Attribute("scope", scope) }
    /// The language of the content.
    public static func lang(_ language: String) -> Attribute { Attribute("lang", language) }

    /// `aria-label`, `aria-describedby` …, named without the prefix.
    public static func aria(_ name: String, _ value: String) -> Attribute { Attribute("aria-" + name, value) }

    /// A flag such as `required`, where it is to stand.
    public static func flag(_ name: String, if isSet: Bool = true) -> Attribute? {
        isSet ? Attribute(name, nil) : nil
    }
}
