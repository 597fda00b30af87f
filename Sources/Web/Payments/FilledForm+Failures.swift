internal import Contracts
internal import HTML
internal import HTTPTypes
internal import Operations
internal import Passwords
internal import Requests
internal import Serving
internal import Values

/// What the forms about payments have in common: a proof of who sends them, the version that they rest on, and errors
/// of the use cases beside their fields.
extension FilledForm {
    /// The field in which somebody proves who they are.
    static func proofField(_ words: PaymentWords) -> Field {
        Field(name: "proof", label: words.proof, kind: .password, hint: words.proofHint, isRequired: true)
    }

    /// A code of the second factor has six digits; no password is that short.
    var proof: Proof? {
        guard let text = self["proof"] else { return nil }
        let isCode = text.utf8.count == 6 && text.allSatisfy { $0.isASCII && $0.isNumber }
        return isCode ? .code(text) : .password(Password(text))
    }

    /// Notes why a use case did not do it, and returns the status of the page that says so. Throws what is no matter of
    /// this form.
    mutating func noteFailure(_ error: any Error, in language: Language) throws -> HTTPResponse.Status {
        let refusal = Refusal(error)
        switch refusal {
        case .operation(.confirmationRequired), .operation(.confirmationFailed), .operation(.secondFactorRequired):
            note("proof", refusal.detail(in: language) ?? "")
            return .forbidden
        case .operation(.versionDiffers): note("", Words(language: language).payments.seenChanged)
        case .operation(.request(let reason)): note(reason.field, reason.message(in: language))
        case .operation(.bankAccount(let reason)): note(reason.field, reason.message(in: language))
        case .operation(.conflicting(let conflicts)):
            for conflict in conflicts { note(conflict.field, conflict.message(in: language)) }
        case .operation(.invalid(let problems)):
            for problem in problems.list { note(problem.field, problem.message(in: language)) }
        default:
            switch refusal.kind {
            case .unauthenticated, .notFound, .failed: throw error
            default: note(refusal, in: language)
            }
        }
        return refusal.kind.status
    }

    /// The form with the version of the contract that its page shows, so that it does nothing once there is another.
    func node(action: String, version: Int, in words: Words, @Content buttons: () -> Node) -> Node {
        node(action: action, in: words) {
            element("input", .type("hidden"), .name(Self.versionName), .value(String(version)))
            buttons()
        }
    }

    private static let versionName = "version"

    /// The version that the sender's page showed; nil where it showed none.
    static func version(of form: FormData) -> Int? { form[versionName].flatMap { Int($0) } }
}

extension RequestRefusal {
    /// The field that it is about; empty for the whole.
    fileprivate var field: String {
        switch self {
        case .exceedsAvailable, .exceedsRequest, .exceedsPayment: "/amount"
        case .beforeApproval, .datedAhead, .beforePayment: "/on"
        case .notOpen, .stale, .notYourStep, .actedAlready, .ownAssessment, .notRequester, .installmentNotPayable: ""
        }
    }
}

extension BankAccountRefusal {
    fileprivate var field: String {
        switch self {
        case .holderForm: "/holder"
        case .bankForm: "/bank"
        case .numberForm: "/number"
        case .reasonForm: "/reason"
        default: ""
        }
    }
}

extension Conflict {
    fileprivate var field: String {
        switch code {
        case .voucherTaken, .tooLong: "/voucher"
        case .exceedsPayable, .exceedsPrice, .exceedsRequest: "/amount"
        default: pointer
        }
    }
}

extension Problem {
    /// What is wrong with a fact that a form becomes stands at its place in the dossier: `/facts/12/on`.
    fileprivate var field: String {
        let tokens = pointer.split(separator: "/")
        return tokens.first == "facts" && tokens.count == 3 ? "/" + tokens[2] : pointer
    }
}
