internal import HTTPTypes
internal import JSON
internal import Operations
internal import Serving
internal import Values

extension TextOutput {
    /// Writes a route as an OpenAPI operation.
    mutating func write(_ route: Route) {
        write("{\"summary\":")
        write(jsonString: route.summary)
        write(",\"operationId\":")
        write(jsonString: route.operationID)
        write(",\"tags\":[\"")
        write(text: route.tag.rawValue)
        write("\"],\"security\":")
        write(route.access == .anybody ? "[]" : "[{\"token\":[]},{\"session\":[]}]")
        if case .permission(let permission) = route.access {
            write(",\"x-permission\":")
            write(jsonString: permission.rawValue)
        }
        if !route.parameters.isEmpty {
            write(",\"parameters\":")
            write(list: route.parameters) { $0.write($1) }
        }
        write(route.body)
        write(",\"responses\":{")
        for success in route.answers { write(success) }
        for (index, kind) in route.allRefusals.sorted(by: { $0.rawValue < $1.rawValue }).enumerated() {
            if index > 0 { write(",") }
            write(kind)
        }
        write("}}")
    }

    private mutating func write(_ parameter: Parameter) {
        write("{\"name\":")
        write(jsonString: parameter.name)
        write(",\"in\":\"")
        write(text: parameter.place.rawValue)
        write("\",\"required\":")
        write(parameter.isRequired ? "true" : "false")
        write(",\"description\":")
        write(jsonString: parameter.description)
        write(",\"schema\":")
        write(parameter.schema)
        write("}")
    }

    private mutating func write(_ body: Route.Body) {
        switch body {
        case .none: break
        case .json(let schema):
            write(",\"requestBody\":{\"required\":true,\"content\":{\"application/json\":{\"schema\":")
            write(schema)
            write("}}}")
        case .stream(let types, _):
            write(",\"requestBody\":{\"required\":true,\"content\":{")
            for (index, type) in types.enumerated() {
                if index > 0 { write(",") }
                write(jsonString: type)
                write(":{}")
            }
            write("}}")
        }
    }

    /// With the comma behind it: refusals follow.
    private mutating func write(_ success: Route.Success) {
        write("\"")
        write(integer: success.status.code)
        write("\":{\"description\":")
        write(jsonString: success.description)
        if !success.fields.isEmpty {
            write(",\"headers\":{")
            for (index, name) in success.fields.enumerated() {
                if index > 0 { write(",") }
                write(jsonString: name.rawName)
                write(":{\"schema\":{\"type\":\"string\"}}")
            }
            write("}")
        }
        switch success.content {
        case nil: break
        case .json(let schema):
            write(",\"content\":{\"application/json\":{\"schema\":")
            write(schema)
            write("}}")
        case .text(let mediaType):
            write(",\"content\":{")
            write(jsonString: mediaType)
            write(":{\"schema\":{\"type\":\"string\"}}}")
        case .files(let types):
            write(",\"content\":{")
            for (index, type) in types.enumerated() {
                if index > 0 { write(",") }
                write(jsonString: type)
                write(":{}")
            }
            write("}")
        }
        write("},")
    }

    private mutating func write(_ kind: Refusal.Kind) {
        write("\"")
        write(integer: kind.rawValue)
        write("\":{\"description\":")
        write(jsonString: kind.title(in: .english))
        write(",\"content\":{\"application/problem+json\":{\"schema\":{\"$ref\":\"#/components/schemas/Problem\"}}}}")
    }
}

extension Route {
    /// A name for generated clients: the method and the path, such as `put-accounts-name-roles`.
    var operationID: String {
        let words = path.text.split { "/{}.".contains($0) }.filter { $0 != "api" && $0 != "v1" }
        return ([method.rawValue.lowercased()] + words.map { $0.lowercased() }).joined(separator: "-")
    }
}
