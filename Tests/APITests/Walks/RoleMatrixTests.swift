import Glibc
import HTTPTypes
import TestSupport
import Testing

@testable import API
@testable import Serving

/// Every call by everybody: who may do what, as `calls.md` shows it.
@Suite struct RoleMatrixTests {
    @Test func everybodyIsAnsweredAsTheTableSays() async throws {
        try await TestServer.lend { server in
            var office = try await Office.open(server)
            for row in MatrixRow.all {
                var request: MatrixRequest?
                for person in MatrixPerson.all {
                    // What nobody was let through to is still as it was.
                    let made: MatrixRequest
                    if let request { made = request } else { made = try await row.make(office) }
                    let answer = try await server.call(
                        row.method, made.target, as: office.tokens[person], made.fields, json: made.json,
                        bytes: made.bytes)
                    #expect(answer.status == row.expected(person), "\(row.title) by \(person.name): \(answer.text)")
                    request = answer.status < 300 ? nil : made
                    if answer.status == 204 { office = try await office.loggingInAgain(person) }
                }
            }
        }
    }

    /// A route without a row is a call that nobody looked at.
    @Test func everyRouteHasARow() {
        #expect(
            Set(MatrixRow.all.map { "\($0.method) \($0.path)" })
                == Set(Route.all.map { "\($0.method.rawValue) \($0.path.text)" }))
        #expect(Set(MatrixRow.all.map(\.title)).count == MatrixRow.all.count)
    }

    /// The table of the documentation; `TRANCHE_WRITE_DOCS=1 swift test --filter RoleMatrixTests` writes it anew.
    @Test func theDocumentIsTheMatrix() throws {
        let path = "Sources/Operations/Documentation.docc/calls.md"
        if getenv("TRANCHE_WRITE_DOCS") != nil {
            let file = try #require(fopen(Fixtures.repositoryRoot + "/" + path, "w"))
            fputs(Self.document, file)
            fclose(file)
        }
        #expect(String(decoding: Fixtures.bytes(path), as: UTF8.self) == Self.document)
    }

    private static var document: String {
        var text = """
            # Calls and who may make them

            What each caller is answered with, written by a test that makes every one of these calls over HTTP, each with a
            request that is right for whoever may make it. The columns behind the roles: a stranger has all roles in
            another department; then an officer's session that is over, an officer's token that was revoked, and a
            disabled account with all roles. Rows with a word behind a point are the cases of one call. Payments are no
            facts that people record: whoever may pay is told so with 422.


            """
        text += "| | " + MatrixPerson.all.map(\.name).joined(separator: " | ") + " |\n"
        text += "| --- |" + String(repeating: " :-: |", count: MatrixPerson.all.count) + "\n"
        for row in MatrixRow.all {
            let cells = MatrixPerson.all.map { String(row.expected($0)) }
            text += "| \(row.title) | " + cells.joined(separator: " | ") + " |\n"
        }
        return text
    }
}
