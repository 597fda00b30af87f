internal import HTTPTypes
internal import NIOCore
internal import Values

/// The answer to bytes that are no request: there are no fields to tell its language or name from.
enum PlainRefusal {
    static func parts(_ refusal: Refusal) -> (head: HTTPResponse, body: ByteBuffer) {
        let nothing = HTTPRequest(method: .get, scheme: nil, authority: nil, path: nil)
        let answer = Answer.problem(
            RefusedCall(
                refusal: refusal, head: nothing, language: .chinese, hasCredentials: false,
                now: Instant(microseconds: 0)))
        var fields = StandardFields(isSecure: false)[answer.form]
        for field in answer.fields { fields.append(field) }
        var body = ByteBuffer()
        if case .bytes(let bytes) = answer.body { body = ByteBuffer(bytes: bytes) }
        fields[.contentLength] = String(body.readableBytes)
        return (HTTPResponse(status: answer.status, headerFields: fields), body)
    }
}
