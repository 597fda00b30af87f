import Audit
import Contracts
import HTTPTypes
import JSON
import Operations
import Testing
import Values

@testable import API
@testable import Serving

@Suite struct RefusalTests {
    private static let problem = Problem(pointer: "/a", code: .missingField, detail: "b")
    private static let secret = "s3cret"

    /// Each error with its status, and whether the client is told to come back.
    private static let statuses: [(OperationError, Int)] =
        [
            (.invalid(Problems([problem])), 422), (.conflicting([Conflict(pointer: "/v", code: .voucherTaken)]), 409),
            (.unknownContract(number: "X"), 404), (.notKnownThen(number: "X"), 404), (.logInFailed, 401),
            (.notAuthenticated, 401), (.tooManyAttempts(until: Instant(microseconds: 30_500_000)), 429),
            (.forbidden(.manageTokens), 403), (.tooBusy, 503), (.databaseAway, 503), (.outcomeUnknown, 503),
            (.cancelled, 503), (.keyReused, 422), (.nullCharacter, 422), (.notInitialised(directory: secret), 500),
            (.notAllowed, 500), (.database(sqlState: secret), 500),
        ] + AccountRefusal.allCases.map { (.account($0), status(of: $0)) }

    private static func status(of refusal: AccountRefusal) -> Int {
        switch refusal {
        case .accountNameTaken, .departmentNameTaken, .lastAdministrator, .secondFactorPresent, .secondFactorAbsent,
            .tokenIssued: 409
        case .ownAccount: 403
        case .unknownAccount, .unknownToken, .unknownSession: 404
        default: 422
        }
    }

    private func problem(_ refusal: Refusal, in language: Language, at microseconds: Int64 = 0) -> Answer {
        .problem(
            RefusedCall(
                refusal: refusal, head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/"),
                language: language, hasCredentials: false, now: Instant(microseconds: microseconds)))
    }

    @Test(arguments: statuses)
    func everyErrorHasItsStatus(_ error: OperationError, _ status: Int) {
        for language in Language.allCases {
            let answer = problem(.operation(error), in: language)
            guard case .bytes(let bytes) = answer.body else { return #expect(Bool(false)) }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(answer.status.code == status && text.contains("\"status\":\(status)"))
            #expect(SchemaCheck.faults(bytes, .reference(.problem)) == [])
            #expect(!text.contains(Self.secret))
            let code = status == 500 ? "internal-error" : error.code
            #expect(text.contains("\"type\":\"/problems/\(code)\""))
            #expect(text.contains("\"detail\"") == (status != 500 && !text.contains("\"errors\"")))
            #expect((answer.fields.contains { $0.name == .retryAfter }) == [429, 503].contains(status))
            #expect((answer.fields.contains { $0.name == .wwwAuthenticate }) == (status == 401))
        }
    }

    @Test func aPauseIsToldInWholeSeconds() {
        let refusal = Refusal.operation(.tooManyAttempts(until: Instant(microseconds: 30_500_000)))
        let answer = problem(refusal, in: .english)
        #expect(answer.fields.first { $0.name == .retryAfter }?.value == "31")
        let over = problem(refusal, in: .english, at: 99_000_000)
        #expect(over.fields.first { $0.name == .retryAfter }?.value == "1")
    }

    @Test func errorsHavePlacesCodesAndSentences() {
        var output = TextOutput()
        output.write(problem: .operation(.invalid(Problems([Self.problem]))), in: .english)
        #expect(
            output.text == #"{"type":"/problems/invalid","title":"Invalid data","status":422,"errors":"#
                + #"[{"pointer":"/a","code":"missing-field","message":"The field “b” is missing."}]}"#)
    }

    /// What nobody foresaw tells nothing.
    @Test func unknownErrorsTellNothing() {
        struct Unforeseen: Error {}
        var output = TextOutput()
        output.write(problem: Refusal(Unforeseen()), in: .english)
        #expect(output.text == #"{"type":"/problems/internal-error","title":"Internal error","status":500}"#)
        #expect(Refusal(CancellationError()) == .operation(.cancelled))
        #expect(Refusal(Problems([Self.problem])) == .operation(.invalid(Problems([Self.problem]))))
    }
}
