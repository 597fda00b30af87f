/// What a JSON value may look like: the part of JSON Schema 2020-12 that the calls of this service need.
indirect enum Schema: Sendable {
    /// An object with exactly these members.
    case object([Property])
    /// An object whose members all look so, under names that data decide.
    case map(Schema)
    case array(Schema)
    case text(Text = Text())
    case integer(ClosedRange<Int>? = nil)
    case boolean
    case choice([String])
    case oneOf([Schema])
    /// The value, or null.
    case nullable(Schema)
    case reference(Component)
    /// Any value.
    case anything

    /// A member of an object.
    struct Property: Sendable {
        let name: String
        let schema: Schema
        let description: String
        let isRequired: Bool

        /// A member that is always there.
        static func required(_ name: String, _ schema: Schema, _ description: String = "") -> Property {
            Property(name: name, schema: schema, description: description, isRequired: true)
        }

        /// A member that may be missing.
        static func optional(_ name: String, _ schema: Schema, _ description: String = "") -> Property {
            Property(name: name, schema: schema, description: description, isRequired: false)
        }
    }

    /// What is asked of a text beyond being one.
    struct Text: Sendable {
        var format: String?
        var pattern: String?
        var fewest: Int?
        var most: Int?
    }

    /// A schema with a name, written once under `#/components/schemas`.
    struct Component: Sendable {
        let name: String
        let description: String
        let schema: Schema
    }
}

extension Schema {
    /// Schemas of values that many calls share (api.md, section 4).
    static let money = text(Text(pattern: "^-?[0-9]+\\.[0-9]{2}$"))
    static let day = text(Text(format: "date"))
    static let instant = text(Text(format: "date-time"))

    /// A text of so many characters.
    static func text(_ length: ClosedRange<Int>) -> Schema {
        .text(Text(fewest: length.lowerBound, most: length.upperBound))
    }

    /// One of the words of an enumeration.
    static func choice<Word: RawRepresentable<String> & CaseIterable>(of type: Word.Type) -> Schema {
        .choice(type.allCases.map(\.rawValue))
    }

    /// The components that it names, and those that they name.
    var components: [Component] {
        switch self {
        case .object(let properties): properties.flatMap(\.schema.components)
        case .map(let schema), .array(let schema), .nullable(let schema): schema.components
        case .oneOf(let schemas): schemas.flatMap(\.components)
        case .reference(let component): [component] + component.schema.components
        case .text, .integer, .boolean, .choice, .anything: []
        }
    }
}
