internal import JSON

/// A JSON object that is being made of cells, and for every member the cell that it comes from, by JSON Pointer.
struct FormObject {
    private(set) var members: [String: JSONContent?] = [:]
    private(set) var places: [String: Place] = [:]

    /// A cell of a sheet.
    struct Place: Hashable {
        let sheet: String
        let cell: CellReference
    }

    /// An object that stands for itself at the cell of a key.
    init(_ row: FormRow, at key: String) { places[""] = Place(sheet: row.sheet, cell: row.place(of: key)) }

    /// A member of one cell; the cell is known even where it says nothing.
    mutating func set(_ name: String, _ row: FormRow, _ key: String, _ content: (String) -> JSONContent = { .text($0) })
    {
        members[name] = row[key].map(content)
        places["/" + name] = Place(sheet: row.sheet, cell: row.place(of: key))
    }

    mutating func set(_ name: String, _ content: JSONContent, _ row: FormRow, _ key: String) {
        members[name] = content
        places["/" + name] = Place(sheet: row.sheet, cell: row.place(of: key))
    }

    mutating func set(_ name: String, _ object: FormObject) {
        members[name] = object.content
        take(object, at: "/" + name)
    }

    /// A list; none where it is empty, unless it must be there.
    mutating func set(_ name: String, _ objects: [FormObject], mayBeMissing: Bool = true) {
        guard !objects.isEmpty || !mayBeMissing else { return }
        members[name] = .list(objects.map(\.content))
        for (index, object) in objects.enumerated() { take(object, at: "/\(name)/\(index)") }
    }

    private mutating func take(_ object: FormObject, at pointer: String) {
        for (inner, place) in object.places { places[pointer + inner] = place }
    }

    var content: JSONContent { .object(members) }

    static func integer(_ text: String) -> JSONContent { Int(text).map { .integer($0) } ?? .text(text) }

    /// Identifiers as people list them.
    static func identifiers(_ text: String) -> JSONContent {
        let marks: Set<Character> = [",", "，", "、", ";", "；"]
        return .texts(text.split { marks.contains($0) }.compactMap { CellReader.trimmed(String($0)) })
    }
}
