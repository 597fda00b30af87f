import HTTPTypes
import JSON
import Passwords
import Testing
import Values

@testable import API
@testable import Operations
@testable import Serving

extension TestServer {
    static let password = "correct horse battery"
    /// The member of a body that proves who somebody of that password is.
    static let confirmation = #""confirmation":{"password":"\#(password)"}"#
    /// An approval, the last one too.
    static let approval = #"{"decision":"approve",\#(confirmation)}"#

    /// Sends one request and checks its answer against the description: the status is documented for the route, the
    /// body is what the schema says, and the fields that every answer has are there.
    func call(
        _ method: String, _ target: String, as token: String? = nil, _ fields: [String: String] = [:],
        json: String? = nil, bytes: [UInt8]? = nil, trusting certificate: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> RawAnswer {
        var text = "\(method) \(target) HTTP/1.1\r\nHost: localhost:\(port)\r\n"
        if let token { text += "Authorization: Bearer \(token)\r\n" }
        if let json { text += "Content-Length: \(json.utf8.count)\r\n" }
        if json != nil, fields["Content-Type"] == nil { text += "Content-Type: application/json\r\n" }
        if let bytes { text += "Content-Length: \(bytes.count)\r\n" }
        for (name, value) in fields { text += "\(name): \(value)\r\n" }
        let request = text + "\r\n" + (json ?? "")
        let answer = try await connected(trusting: certificate) { connection in
            try await connection.send(Array(request.utf8) + (bytes ?? []))
            return try #require(try await connection.answer(isHead: method == "HEAD"), sourceLocation: sourceLocation)
        }
        check(answer, method, target, sourceLocation)
        return answer
    }

    private func check(_ answer: RawAnswer, _ method: String, _ target: String, _ place: SourceLocation) {
        #expect(answer.field("X-Content-Type-Options") == "nosniff", sourceLocation: place)
        #expect(
            answer.field("X-Request-Id") != nil && answer.field("Cache-Control") == "no-store", sourceLocation: place)
        if method == "HEAD" { return }
        if answer.status >= 400 {
            #expect(answer.field("Content-Type") == "application/problem+json", sourceLocation: place)
            #expect(SchemaCheck.faults(answer.body, .reference(.problem)) == [], sourceLocation: place)
            #expect(answer.integer("/status") == answer.status, sourceLocation: place)
        }
        guard let segments = PathTemplate.segments(of: String(target.prefix { $0 != "?" })),
            let route = routes.first(where: { $0.method.rawValue == method && $0.path.fits(segments) })
        else {
            #expect([404, 405].contains(answer.status), sourceLocation: place)
            return
        }
        #expect(
            route.documents(HTTPResponse.Status(code: answer.status)), "\(route.path.text): \(answer.status)",
            sourceLocation: place)
        if let success = route.answers.first(where: { $0.status.code == answer.status }) {
            for name in success.fields where !Route.Success.occasional.contains(name) {
                #expect(answer.field(name.rawName) != nil, "\(name)", sourceLocation: place)
            }
            switch success.content {
            case .json(let schema): #expect(SchemaCheck.faults(answer.body, schema) == [], sourceLocation: place)
            case .text: break
            case .files(let types):
                #expect(types.contains(answer.field("Content-Type") ?? ""), sourceLocation: place)
            case nil: #expect(answer.body.isEmpty, sourceLocation: place)
            }
        }
    }

    /// Adds a department with one account a role, all of one password.
    func addPeople() async throws {
        _ = try await workspace.createDepartment("眉山市政务服务局")
        for role in Role.allCases {
            _ = try await workspace.createAccount(
                role.rawValue, department: "眉山市政务服务局", roles: [role], password: Password(Self.password))
        }
    }

    /// A token for an account, by a log-in beside HTTP.
    func logIn(_ name: String) async throws -> String {
        try await workspace.logIn(name, password: Password(Self.password), from: "10.0.0.1").token
    }
}

extension RawAnswer {
    /// The text at a JSON Pointer of the body; nil where there is none.
    func string(_ pointer: String) -> String? { value(pointer) { $0.kind == .string ? $0.text : nil } }

    func integer(_ pointer: String) -> Int? { value(pointer) { $0.integer } }

    /// How many elements or members there are at a pointer.
    func count(_ pointer: String) -> Int? { value(pointer) { $0.count } }

    /// Whether there is anything at a pointer.
    func has(_ pointer: String) -> Bool { value(pointer) { _ in true } ?? false }

    private func value<Value>(_ pointer: String, _ read: (JSONValue) -> Value?) -> Value? {
        var parser = JSONParser()
        let parsed = body.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root -> Value? in
                var current = root
                for step in pointer.split(separator: "/") {
                    let next = Int(step).flatMap { index in current.elements.dropFirst(index).first { _ in true } }
                    guard let next = next ?? current.members.first(where: { $0.name.text == step })?.value else {
                        return nil
                    }
                    current = next
                }
                return read(current)
            }
        }
        return (try? parsed.get()) ?? nil
    }
}

extension PathTemplate {
    /// Whether the decoded segments of a path fit; an independent reading of what the server's table finds.
    fileprivate func fits(_ path: [String]) -> Bool {
        path.count == segments.count
            && zip(segments, path).allSatisfy { segment, part in
                if case .literal(let word) = segment { word == part } else { !part.isEmpty }
            }
    }
}
