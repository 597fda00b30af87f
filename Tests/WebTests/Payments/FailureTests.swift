import HTTPTypes
import Contracts
import Operations
import Requests
import Serving
import Testing
import Values

@testable import Web

/// What a use case refuses stands beside its field, and says what to do.
struct FailureTests {
    private let fields = [
        Field(name: "/amount", label: "金额", kind: .money, isRequired: true),
        Field(name: "/on", label: "日期", kind: .day),
        Field(name: "/voucher", label: "凭证号"), FilledForm.proofField(Words(language: .chinese).payments),
    ]

    static let failures: [(error: OperationError, field: String, status: Int)] = [
        (.request(.exceedsAvailable), "/amount", 409), (.request(.exceedsRequest), "/amount", 409),
        (.request(.exceedsPayment), "/amount", 409), (.request(.datedAhead), "/on", 422),
        (.request(.beforeApproval), "/on", 422), (.request(.beforePayment), "/on", 422),
        (.conflicting([Conflict(pointer: "", code: .voucherTaken)]), "/voucher", 409),
        (.conflicting([Conflict(pointer: "", code: .exceedsPayable)]), "/amount", 409),
        (.invalid(Problems([Problem(pointer: "/facts/12/on", code: .badDate, detail: "x")])), "/on", 422),
        (.confirmationRequired, "proof", 403), (.confirmationFailed, "proof", 403),
        (.secondFactorRequired, "proof", 403),
    ]

    @Test(arguments: failures)
    func itStandsBesideItsField(_ failure: (error: OperationError, field: String, status: Int)) throws {
        var form = FilledForm(fields)
        let status = try form.noteFailure(failure.error, in: .chinese)
        #expect(status.code == failure.status && form.generalErrors.isEmpty)
        #expect(form.errors.keys.sorted() == [failure.field], "\(failure.error)")
    }

    @Test(arguments: [OperationError.request(.actedAlready), .request(.stale), .versionDiffers(current: 3), .keyReused])
    func whatIsAboutNoFieldStandsAboveThem(_ error: OperationError) throws {
        var form = FilledForm(fields)
        _ = try form.noteFailure(error, in: .english)
        #expect(form.errors.isEmpty && form.generalErrors.count == 1)
    }

    @Test(arguments: [OperationError.unknownRequest, .notAuthenticated, .uncomputable])
    func whatIsNoMatterOfTheFormIsThrown(_ error: OperationError) {
        var form = FilledForm(fields)
        #expect(throws: error) { try form.noteFailure(error, in: .chinese) }
    }

    @Test func sixDigitsAreACode() throws {
        func proof(_ text: String) throws -> String {
            let form = FilledForm(fields, try FormData(urlEncoded: Array("proof=\(text)".utf8)))
            return switch form.proof {
            case .code(let code): "code \(code)"
            case .password: "password"
            case nil: "none"
            }
        }
        #expect(try proof("123456") == "code 123456")
        #expect(try proof("1234567") == "password" && proof("12345a") == "password")
        #expect(try proof("") == "none")
    }

    @Test func anUnknownStateShowsWhatIsOpen() {
        #expect(RequestChoice(nil) == .open && RequestChoice("nonsense") == .open)
        #expect(RequestChoice("all") == .any && RequestChoice("mine") == .mine)
        for state in RequestState.allCases { #expect(RequestChoice(state.rawValue) == .state(state)) }
        #expect(RequestChoice("paid").question(nil).isLatestFirst && !RequestChoice("open").question(nil).isLatestFirst)
    }
}
