package import HTTPTypes
internal import JSON
internal import Operations
internal import Requests

extension Refusal {
    /// Refusals by what a client can do about them: one status each.
    package enum Kind: Int, CaseIterable, Sendable {
        case badRequest = 400
        case unauthenticated = 401
        case forbidden = 403
        case notFound = 404
        case methodNotAllowed = 405
        case notAcceptable = 406
        case timedOut = 408
        case conflict = 409
        case preconditionFailed = 412
        case tooLarge = 413
        case unsupportedMediaType = 415
        case invalid = 422
        case tooMany = 429
        case headTooLarge = 431
        case failed = 500
        case unavailable = 503

        package var status: HTTPResponse.Status { HTTPResponse.Status(code: rawValue) }
    }

    package var kind: Kind {
        switch self {
        case .operation(let error): error.kind
        case .malformedJSON, .parameters, .malformedRequest: .badRequest
        case .unknownPath: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .unsupportedMediaType: .unsupportedMediaType
        case .bodyTooLarge: .tooLarge
        case .crossSite: .forbidden
        case .headTooLarge: .headTooLarge
        case .requestTimedOut: .timedOut
        case .notReady, .identityProviderAway: .unavailable
        case .internalError: .failed
        }
    }

    /// The last part of the problem's type; never renamed.
    package var code: String {
        switch self {
        case .operation(let error): error.kind == .failed ? "internal-error" : error.code
        case .malformedJSON(let error): error.code.rawValue
        case .parameters: "invalid-parameters"
        case .unknownPath: "unknown-path"
        case .methodNotAllowed: "method-not-allowed"
        case .notAcceptable: "not-acceptable"
        case .unsupportedMediaType: "unsupported-media-type"
        case .bodyTooLarge: "body-too-large"
        case .crossSite: "cross-site"
        case .malformedRequest: "malformed-request"
        case .headTooLarge: "head-too-large"
        case .requestTimedOut: "request-timed-out"
        case .notReady: "not-ready"
        case .identityProviderAway: "identity-provider-away"
        case .internalError: "internal-error"
        }
    }
}

extension OperationError {
    /// Without a default, so that nobody adds an error without thinking of its status.
    fileprivate var kind: Refusal.Kind {
        switch self {
        case .invalid, .invalidCalendar, .nullCharacter, .keyReused: .invalid
        case .conflicting, .keyBusy: .conflict
        case .unknownContract, .notKnownThen, .unknownRequest, .unknownPayment: .notFound
        case .versionDiffers: .preconditionFailed
        case .request(let refusal):
            switch refusal.kind {
            case .forbidden: .forbidden
            case .conflict: .conflict
            case .invalid: .invalid
            }
        case .document(let refusal): refusal.kind
        case .bankAccount(let refusal): refusal.kind
        case .account(let refusal): refusal.kind
        case .log(let refusal): refusal.kind
        case .report, .sampling, .workbook: .invalid
        case .logInFailed, .notAuthenticated, .secondFactorRequired: .unauthenticated
        // Not 401: the session goes on, and a client must not throw it away.
        case .confirmationRequired, .confirmationFailed: .forbidden
        case .secondFactorUnavailable: .unavailable
        case .tooManyAttempts: .tooMany
        case .forbidden: .forbidden
        case .tooBusy, .databaseAway, .outcomeUnknown, .cancelled: .unavailable
        case .journalBroken, .schema, .cluster, .notInitialised, .notAllowed, .database,
            .bundle, .uncomputable, .spreadsheet, .paper:
            .failed
        }
    }
}

extension AccountRefusal {
    fileprivate var kind: Refusal.Kind {
        switch self {
        case .accountNameTaken, .departmentNameTaken, .lastAdministrator, .secondFactorPresent, .secondFactorAbsent,
            .tokenIssued:
            .conflict
        case .ownAccount: .forbidden
        case .unknownAccount, .unknownToken, .unknownSession: .notFound
        // A department is only ever named inside of a request.
        case .unknownDepartment: .invalid
        case .accountNameForm, .displayNameForm, .departmentNameForm, .labelForm, .passwordForm, .expiryForm,
            .grantsWithoutAuditor, .passwordGuessable, .approvalChainForm:
            .invalid
        }
    }
}

extension DocumentRefusal {
    fileprivate var kind: Refusal.Kind {
        switch self {
        case .unknownDocument: .notFound
        case .tooLarge: .tooLarge
        case .typeNotAllowed, .typeDiffers: .unsupportedMediaType
        case .empty, .nameForm, .cutShort: .invalid
        case .noRoom: .unavailable
        case .broken: .failed
        }
    }
}

extension BankAccountRefusal {
    fileprivate var kind: Refusal.Kind {
        switch self {
        case .unknownProposal: .notFound
        case .proposalOpen, .alreadyDecided: .conflict
        case .samePerson, .notTheProposer: .forbidden
        case .supplierForm, .holderForm, .bankForm, .numberForm, .reasonForm, .keyForm, .coolingForm: .invalid
        }
    }
}

extension LogRefusal {
    fileprivate var kind: Refusal.Kind {
        switch self {
        case .noCheckpoint, .unknownEntry, .sizeUnknown: .notFound
        case .nameForm, .note: .invalid
        case .keyPresent: .conflict
        case .busy: .unavailable
        case .noSigner, .keyUnusable, .checkpointsUnusable, .unwritable, .notExtending, .unsendable, .timeStamp,
            .broken:
            .failed
        }
    }
}
