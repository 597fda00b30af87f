internal import HTTPTypes
internal import JSON
internal import NIOCore
internal import Operations
internal import Serving
internal import Values

extension Route {
    /// Evidence by its hash.
    static let documents = [uploadDocument, downloadDocument]

    /// A little more than a document may have, so that the use case says what is wrong.
    private static let mostBytes = 21 << 20
    private static let types = DocumentType.allCases.map(\.rawValue)

    private static let uploadDocument = Route(
        method: .post, path: "/api/v1/documents",
        summary: "Stores evidence of at most 20 MiB; facts refer to it by its hash.", tag: .documents,
        access: .permission(.uploadDocuments),
        parameters: [.query("name", .text(1...200), "The file's name. Must be there.")],
        body: .stream(types: types + ["application/octet-stream"], most: mostBytes),
        answers: [
            Success(
                status: .created, description: "It is new to the department.",
                content: .json(.reference(.document)), fields: [.location]),
            Success(
                status: .ok, description: "The department has had it before.",
                content: .json(.reference(.document)), fields: [.location]),
        ],
        refusals: [.invalid]
    ) { call in
        let name = try call.query { $0.text("name") ?? "" }
        let type = call.head.headerFields[.contentType].map { $0.prefix { $0 != ";" }.lowercased() }
        guard let stream = call.stream else { throw Refusal.malformedRequest }
        let stored = try await call.workspace.storeDocument(
            stream.map { Array($0.readableBytesView) },
            mediaType: type == "application/octet-stream" ? nil : type, name: name, by: try call.caller())
        return Answer.json(stored.isNew ? .created : .ok) { $0.write(stored.document) }
            .with(.location, "/api/v1/documents/" + stored.document.hash)
    }

    private static let downloadDocument = Route(
        method: .get, path: "/api/v1/documents/{sha256}", summary: "A document's bytes.", tag: .documents,
        access: .permission(.readContracts),
        parameters: [.path("sha256", .text(Schema.Text(pattern: "^[0-9a-f]{64}$")), "Its hash.")],
        answers: [
            Success(
                status: .ok, description: "The bytes, to be saved.", content: .files(types),
                fields: [.contentDisposition, .eTag])
        ],
        refusals: [.notFound]
    ) { call in
        let content = try await call.workspace.document(call.path[0], by: try call.caller())
        var answer = Answer(status: .ok, form: .file)
        answer.body = .document(content.bytes, count: content.document.size)
        return answer.with(.contentType, content.document.type.rawValue)
            .with(.contentDisposition, ContentDisposition.attachment(content.document.name))
            .with(.eTag, "\"\(content.document.hash)\"")
    }
}

extension TextOutput {
    fileprivate mutating func write(_ document: Document) {
        write(object: [
            "sha256": .text(document.hash), "size": .integer(document.size), "type": .text(document.type.rawValue),
            "name": .text(document.name), "uploadedAt": document.upload.map { .text($0.at.description) },
            "uploadedBy": document.upload.map { .text($0.by) },
        ])
    }
}

extension Schema.Component {
    static let document = Schema.Component(
        name: "Document", description: "A piece of evidence.",
        schema: .object([
            .required("sha256", .text(Schema.Text(pattern: "^[0-9a-f]{64}$"))), .required("size", .integer(), "Bytes."),
            .required("type", .choice(of: DocumentType.self)), .required("name", .text()),
            .optional("uploadedAt", .instant), .optional("uploadedBy", .text()),
        ]))
}
