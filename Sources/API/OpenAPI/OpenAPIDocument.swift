internal import HTTPTypes
internal import JSON
internal import Serving
internal import Values

/// The description of the interface as OpenAPI 3.1, written from the table of routes.
struct OpenAPIDocument {
    let bytes: [UInt8]

    init(routes: [Route], cookie: String) {
        var output = TextOutput(reservingCapacity: 65_536)
        output.write(openAPIOf: routes, cookie)
        bytes = output.bytes
    }

    /// As it is served: the cookie has another name where the server speaks TLS.
    static func served(isSecure: Bool) -> [UInt8] { isSecure ? secure.bytes : plain.bytes }

    private static let secure = OpenAPIDocument(routes: Route.all, cookie: SessionCookie(isSecure: true).name)
    private static let plain = OpenAPIDocument(routes: Route.all, cookie: SessionCookie(isSecure: false).name)
}

extension TextOutput {
    fileprivate mutating func write(openAPIOf routes: [Route], _ cookie: String) {
        write(
            """
            {"openapi":"3.1.0","info":{"title":"Tranche","version":"1","license":{"name":"Apache-2.0","identifier":\
            "Apache-2.0"},"description":"What public bodies owe their suppliers, instalment by instalment. Every \
            error is a problem document (RFC 9457); its texts, and those of `because`, come in the language of \
            `Accept-Language`, Chinese (zh) unless English (en) is asked for. A request may carry `X-Request-Id`; the \
            answer has it, or one that was made."},"servers":[{"url":"/"}],"tags":
            """)
        write(list: Route.Tag.allCases) { output, tag in
            output.write("{\"name\":\"")
            output.write(text: tag.rawValue)
            output.write("\"}")
        }
        write(",\"paths\":{")
        let paths = Dictionary(grouping: routes, by: \.path.text).sorted { $0.key < $1.key }
        for (index, path) in paths.enumerated() {
            if index > 0 { write(",") }
            write(jsonString: path.key)
            write(":{")
            for (index, route) in path.value.enumerated() {
                if index > 0 { write(",") }
                write(jsonString: route.method.rawValue.lowercased())
                write(":")
                write(route)
            }
            write("}")
        }
        write("},\"components\":{\"schemas\":{")
        write(components: routes.flatMap(\.components) + [.problem])
        write("},\"securitySchemes\":{\"token\":{\"type\":\"http\",\"scheme\":\"bearer\"},")
        write("\"session\":{\"type\":\"apiKey\",\"in\":\"cookie\",\"name\":")
        write(jsonString: cookie)
        write("}}}}")
    }

    private mutating func write(components: [Schema.Component]) {
        let named = Dictionary(components.map { ($0.name, $0) }) { first, _ in first }
        for (index, component) in named.values.sorted(by: { $0.name < $1.name }).enumerated() {
            if index > 0 { write(",") }
            write(jsonString: component.name)
            write(":")
            write(component.schema, describedAs: component.description)
        }
    }
}

extension Route {
    /// The components that its schemas name.
    fileprivate var components: [Schema.Component] {
        var schemas = parameters.map(\.schema)
        if case .json(let schema) = body { schemas.append(schema) }
        for answer in answers { if case .json(let schema)? = answer.content { schemas.append(schema) } }
        return schemas.flatMap(\.components)
    }
}

extension Schema.Component {
    static let problem = Schema.Component(
        name: "Problem", description: "Why a request was refused (RFC 9457).",
        schema: .object([
            .required("type", .text(Schema.Text(pattern: "^/problems/[a-z0-9-]+$")), "Stable; programs compare it."),
            .required("title", .text()), .required("status", .integer(400...599)),
            .optional("detail", .text(), "For the person in front of the client."),
            .optional(
                "errors",
                .array(
                    .object([
                        .optional("pointer", .text(), "A JSON Pointer (RFC 6901) into the request's body."),
                        .optional("parameter", .text(), "A query parameter or header field."),
                        .required("code", .text(), "Stable; programs compare it."), .required("message", .text()),
                    ])), "Everything that is wrong with the request."),
        ]))
}
