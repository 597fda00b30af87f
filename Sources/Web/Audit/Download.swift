internal import HTTPTypes
internal import Operations
internal import Serving

extension Answer {
    /// Bytes that a browser saves under a name.
    static func download(_ bytes: [UInt8], _ mediaType: String, as name: String) -> Answer {
        saved(.bytes(bytes), mediaType, name)
    }

    /// The same, as they are made: whole only where the answer ends as it should.
    static func download(
        _ mediaType: String, as name: String,
        _ write: @escaping @Sendable (_ take: ([UInt8]) async throws -> Void) async throws -> Void
    ) -> Answer {
        saved(.stream(write), mediaType, name)
    }

    private static func saved(_ body: Body, _ mediaType: String, _ name: String) -> Answer {
        var answer = Answer(status: .ok, form: .file)
        answer.body = body
        return answer.with(.contentType, mediaType).with(.contentDisposition, ContentDisposition.attachment(name))
    }
}
