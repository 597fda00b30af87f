package import HTTPTypes
package import Operations
package import Values

/// What a handler answers; the server adds the fields that every answer has.
package struct Answer: Sendable {
    package var status: HTTPResponse.Status
    package var form: Form
    package var body = Body.none
    /// Fields of this answer alone.
    package var fields: [HTTPField] = []

    /// The media type of the body.
    package enum Form: CaseIterable, Sendable {
        case json, problem, metrics, text
        /// For people, by their browsers.
        case page
        /// Style sheets, scripts and pictures of pages, named by their hash: they never change.
        case asset
        /// Bytes of the type that the answer names itself.
        case file

        package var mediaType: String {
            switch self {
            case .json: "application/json"
            case .problem: "application/problem+json"
            case .file, .asset: "application/octet-stream"
            case .page: "text/html; charset=utf-8"
            case .text: "text/plain; charset=utf-8"
            case .metrics: "text/plain; version=0.0.4; charset=utf-8"
            }
        }
    }

    /// Where the bytes of the answer come from.
    package enum Body: Sendable {
        case none
        case bytes([UInt8])
        /// So many bytes, read while they are sent.
        case document(DocumentBytes, count: Int)
        /// Bytes whose number is not known before the last of them: they come until the answer ends. What is thrown
        /// breaks the answer off, so that nobody takes a part for the whole.
        case stream(@Sendable (_ take: ([UInt8]) async throws -> Void) async throws -> Void)
    }

    /// An answer without a body as yet.
    package init(status: HTTPResponse.Status, form: Form = .json) {
        self.status = status
        self.form = form
    }

    /// Nothing but a status.
    package static let noContent = Answer(status: .noContent)

    /// JSON that is written straight into the answer's bytes.
    package static func json(
        _ status: HTTPResponse.Status = .ok, capacity: Int = 512, _ write: (inout TextOutput) -> Void
    ) -> Answer {
        var output = TextOutput(reservingCapacity: capacity)
        write(&output)
        return json(status, bytes: output.bytes)
    }

    /// JSON that is written already.
    package static func json(_ status: HTTPResponse.Status = .ok, bytes: [UInt8]) -> Answer {
        var answer = Answer(status: status)
        answer.body = .bytes(bytes)
        return answer
    }

    /// The same answer, said to be the first one given again where it is.
    package func replayed(_ isReplayed: Bool) -> Answer { isReplayed ? with(.idempotentReplayed, "true") : self }

    /// The same answer with one field more.
    package func with(_ name: HTTPField.Name, _ value: String) -> Answer {
        var answer = self
        answer.fields.append(HTTPField(name: name, value: value))
        return answer
    }
}
