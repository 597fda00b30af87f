internal import Serving

/// A value beside the body, by which a call is asked for something: documented, and where it is of the query, allowed.
struct Parameter: Sendable {
    enum Place: String, Sendable { case path, query, header }

    let name: String
    let place: Place
    let schema: Schema
    let description: String
    let isRequired: Bool

    static func path(_ name: String, _ schema: Schema, _ description: String) -> Parameter {
        Parameter(name: name, place: .path, schema: schema, description: description, isRequired: true)
    }

    static func query(_ name: String, _ schema: Schema, _ description: String) -> Parameter {
        Parameter(name: name, place: .query, schema: schema, description: description, isRequired: false)
    }

    static func header(_ name: String, _ schema: Schema, _ description: String) -> Parameter {
        Parameter(name: name, place: .header, schema: schema, description: description, isRequired: false)
    }
}

extension Parameter {
    /// Of every write that may be sent twice.
    static let idempotencyKey = header(
        "Idempotency-Key", .text(Schema.Text(pattern: "^[!-~]{1,200}$")),
        "The same key and request get the first answer again; another request with the key is refused.")
    /// Of writes that rest on what was read.
    static let ifMatch = header(
        "If-Match", .text(), "The ETag of what was read; 412 where somebody was faster.")
    /// Of lists.
    static let limit = query("limit", .integer(Page.limits), "How many at most; 50 where it is missing.")
    /// Of lists.
    static let cursor = query("cursor", .text(1...1000), "Where to go on: taken from the Link of the page before.")
}
