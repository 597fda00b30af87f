internal import JSON
internal import Serving
internal import Values

extension TextOutput {
    /// Writes the schema as JSON Schema 2020-12; a description that belongs to its place comes first.
    mutating func write(_ schema: Schema, describedAs description: String = "") {
        write("{")
        if !description.isEmpty {
            write("\"description\":")
            write(jsonString: description)
            write(",")
        }
        switch schema {
        case .object(let properties): write(properties)
        case .map(let schema):
            write("\"type\":\"object\",\"additionalProperties\":")
            write(schema)
        case .array(let schema):
            write("\"type\":\"array\",\"items\":")
            write(schema)
        case .text(let text): write(text)
        case .integer(let range):
            write("\"type\":\"integer\"")
            if let range {
                write(",\"minimum\":")
                write(integer: range.lowerBound)
                write(",\"maximum\":")
                write(integer: range.upperBound)
            }
        case .boolean: write("\"type\":\"boolean\"")
        case .choice(let words):
            write("\"type\":\"string\",\"enum\":")
            write(strings: words)
        case .oneOf(let schemas):
            write("\"oneOf\":")
            write(list: schemas) { $0.write($1) }
        case .nullable(let schema):
            write("\"oneOf\":")
            write(list: [schema]) { $0.write($1) }
            removeLast(1)
            write(",{\"type\":\"null\"}]")
        case .anything: if !description.isEmpty { removeLast(1) }
        case .reference(let component):
            write("\"$ref\":")
            write(jsonString: "#/components/schemas/\(component.name)")
        }
        write("}")
    }

    private mutating func write(_ properties: [Schema.Property]) {
        write("\"type\":\"object\",\"properties\":{")
        for (index, property) in properties.enumerated() {
            if index > 0 { write(",") }
            write(jsonString: property.name)
            write(":")
            write(property.schema, describedAs: property.description)
        }
        write("},\"required\":")
        write(strings: properties.filter(\.isRequired).map(\.name))
        write(",\"additionalProperties\":false")
    }

    private mutating func write(_ text: Schema.Text) {
        write("\"type\":\"string\"")
        if let format = text.format {
            write(",\"format\":")
            write(jsonString: format)
        }
        if let pattern = text.pattern {
            write(",\"pattern\":")
            write(jsonString: pattern)
        }
        if let fewest = text.fewest {
            write(",\"minLength\":")
            write(integer: fewest)
        }
        if let most = text.most {
            write(",\"maxLength\":")
            write(integer: most)
        }
    }
}
