import JSON
import Values

@testable import API
@testable import Serving

/// Holds JSON against a schema of the description.
enum SchemaCheck {
    /// What does not fit, each with its place; none where all does.
    static func faults(_ bytes: [UInt8], _ schema: Schema) -> [String] {
        var parser = JSONParser()
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { faults($0, schema, "") }
        }
        switch parsed {
        case .success(let faults): return faults
        case .failure(let error): return ["no JSON: \(error)"]
        }
    }

    private static func faults(_ value: JSONValue, _ schema: Schema, _ place: String) -> [String] {
        switch schema {
        case .anything: return []
        case .reference(let component): return faults(value, component.schema, place)
        case .nullable(let schema): return value.kind == .null ? [] : faults(value, schema, place)
        case .boolean: return value.boolean == nil ? ["\(place): no boolean"] : []
        case .integer(let range):
            guard let number = value.integer, range?.contains(number) ?? true else { return ["\(place): no integer"] }
            return []
        case .choice(let words):
            return value.kind == .string && words.contains(value.text) ? [] : ["\(place): none of \(words)"]
        case .text(let text): return fits(value, text) ? [] : ["\(place): no such text"]
        case .oneOf(let schemas):
            let fitting = schemas.count { faults(value, $0, place).isEmpty }
            return fitting == 1 ? [] : ["\(place): fits \(fitting) of \(schemas.count)"]
        case .array(let schema):
            guard value.kind == .array else { return ["\(place): no array"] }
            return value.elements.enumerated().flatMap { faults($0.element, schema, "\(place)/\($0.offset)") }
        case .map(let schema):
            guard value.kind == .object else { return ["\(place): no object"] }
            return value.members.flatMap { faults($0.value, schema, "\(place)/\($0.name.text)") }
        case .object(let properties): return faults(value, properties, place)
        }
    }

    private static func faults(_ value: JSONValue, _ properties: [Schema.Property], _ place: String) -> [String] {
        guard value.kind == .object else { return ["\(place): no object"] }
        var faults: [String] = []
        for property in properties where property.isRequired {
            if !value.members.contains(where: { $0.name.text == property.name }) {
                faults.append("\(place)/\(property.name): missing")
            }
        }
        for member in value.members {
            let name = member.name.text
            guard let property = properties.first(where: { $0.name == name }) else {
                faults.append("\(place)/\(name): undocumented")
                continue
            }
            faults += self.faults(member.value, property.schema, "\(place)/\(name)")
        }
        return faults
    }

    private static func fits(_ value: JSONValue, _ text: Schema.Text) -> Bool {
        guard value.kind == .string else { return false }
        let found = value.text
        if let pattern = text.pattern, (try? Regex(pattern).wholeMatch(in: found)) == nil { return false }
        switch text.format {
        case "date"?: if CalendarDay(found) == nil { return false }
        case "date-time"?: if Instant(found) == nil { return false }
        default: break
        }
        return ((text.fewest ?? 0)...(text.most ?? .max)).contains(found.unicodeScalars.count)
    }
}
