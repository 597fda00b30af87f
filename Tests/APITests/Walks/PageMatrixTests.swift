import Glibc
import HTTPTypes
import Operations
import TestSupport
import Testing

@testable import API
@testable import Serving
@testable import Web

/// Every page and every form by everybody: who finds it, as `pages.md` shows it.
@Suite struct PageMatrixTests {
    @Test func everybodyFindsWhatTheTableSays() async throws {
        try await TestServer.lend { server in
            let office = try await Office.open(server)
            let places = try await Places(office)
            for page in WebPage.all {
                for person in [MatrixPerson.nobody] + Role.allCases.map({ .role($0) }) {
                    let token = person == .nobody ? nil : try await server.logIn(person.name)
                    let answer = try await server.visit(page, at: places.path(of: page), as: token)
                    let story =
                        "\(page.method.rawValue) \(page.path.text) by \(person.name): \(answer.status) \(answer.text)"
                    switch Self.expected(page, person) {
                    case .anything: #expect(answer.status < 500, "\(story)")
                    case .logIn:
                        #expect(
                            answer.status == 303 && answer.field("Location")?.hasPrefix("/login") == true, "\(story)")
                    case .refusal: #expect(answer.status == 403, "\(story)")
                    case .page:
                        #expect([200, 303, 404, 409, 412, 422].contains(answer.status), "\(story)")
                        #expect(
                            answer.field("Location")?.hasPrefix("/login") != true || page.path.text == "/logout",
                            "\(story)")
                    }
                }
            }
        }
    }

    /// A contract of another department is not there for anybody, whatever their roles.
    @Test func strangersFindNothingOfAContract() async throws {
        try await TestServer.lend { server in
            let office = try await Office.open(server)
            let places = try await Places(office)
            let token = try await server.logIn("stranger")
            for page in WebPage.all
            where ["/contracts/{number}", "/payments/{id}"].contains(where: page.path.text.hasPrefix) {
                let answer = try await server.visit(page, at: places.path(of: page), as: token)
                #expect([303, 404, 422].contains(answer.status), "\(page.path.text): \(answer.status)")
                #expect(!answer.text.contains("考核款"), "\(page.path.text)")
            }
        }
    }

    /// A form that another site made a browser send is not carried out.
    @Test func formsOfOtherSitesAreRefused() async throws {
        try await TestServer.lend { server in
            try await server.addPeople()
            for page in WebPage.all where page.method == .post && page.access != .anybody {
                let token = try await server.logIn("officer")
                let answer = try await server.visit(
                    page, at: page.path.text, as: token, origin: "https://elsewhere.example")
                #expect(answer.status == 403, "\(page.path.text): \(answer.status)")
            }
        }
    }

    /// The table of the documentation; `TRANCHE_WRITE_DOCS=1 swift test --filter PageMatrixTests` writes it anew.
    @Test func theDocumentIsTheMatrix() throws {
        let path = "Sources/Operations/Documentation.docc/pages.md"
        if getenv("TRANCHE_WRITE_DOCS") != nil {
            let file = try #require(fopen(Fixtures.repositoryRoot + "/" + path, "w"))
            fputs(Self.document, file)
            fclose(file)
        }
        #expect(String(decoding: Fixtures.bytes(path), as: UTF8.self) == Self.document)
    }

    private enum Expectation { case anything, logIn, refusal, page }

    private static func expected(_ page: WebPage, _ person: MatrixPerson) -> Expectation {
        guard page.access != .anybody else { return .anything }
        guard case .role(let role) = person else { return .logIn }
        return page.access.admits(role) ? .page : .refusal
    }

    private static var document: String {
        var text = """
            # Pages and who finds them

            Written by a test that opens every page and sends every form by everybody, over HTTP. A page that is found may
            still refuse what somebody wants of it: the use cases decide, as the tables of roles and calls show.


            """
        text += "| | " + Role.allCases.map(\.rawValue).joined(separator: " | ") + " |\n"
        text += "| --- |" + String(repeating: " :-: |", count: Role.allCases.count) + "\n"
        for page in WebPage.all.sorted(by: { ($0.path.text, $0.method.rawValue) < ($1.path.text, $1.method.rawValue) })
        {
            let marks = Role.allCases.map { page.access.admits($0) ? "●" : "" }
            text += "| \(page.method.rawValue) \(page.path.text) | " + marks.joined(separator: " | ") + " |\n"
        }
        return text
    }
}

/// Something that is there for each parameter of a path.
private struct Places {
    let contract: String
    let request: String

    init(_ office: Office) async throws {
        let (contract, request) = try await office.request()
        self.contract = contract
        self.request = request
    }

    func path(of page: WebPage) -> String {
        let text = page.path.text
            .replacing("{number}", with: contract.split(separator: "/").last ?? "")
            .replacing("/payments/{id}", with: "/payments/" + (request.split(separator: "/").last ?? ""))
            .replacing("/assessments/{id}", with: "/assessments/a")
        return text.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("{") ? "1" : $0 }.joined(separator: "/")
    }
}

extension WebPage.Access {
    fileprivate func admits(_ role: Role) -> Bool {
        switch self {
        case .anybody, .signedIn: true
        case .permissions(let wanted): !wanted.isDisjoint(with: role.permissions)
        }
    }
}

extension TestServer {
    /// Opens a page or sends an empty form as a browser does.
    fileprivate func visit(
        _ page: WebPage, at path: String, as token: String?, origin: String? = nil
    ) async throws -> RawAnswer {
        var text = "\(page.method.rawValue) \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\n"
        if let token { text += "Cookie: tranche=\(token)\r\n" }
        if page.method == .post { text += "Origin: \(origin ?? "http://localhost:\(port)")\r\n" }
        switch page.body {
        case .none: text += "\r\n"
        case .form: text += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n"
        case .upload:
            let body = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n\r\n--b--\r\n"
            text += "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body
        }
        return try await connected { connection in
            try await connection.send(Array(text.utf8))
            return try #require(try await connection.answer(isHead: false))
        }
    }
}
