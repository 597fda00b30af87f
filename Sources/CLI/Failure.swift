import ArgumentParser
import Contracts
import Operations
import Values

/// Turns what a command throws into a line on standard error and an exit status (architecture.md, section 5).
enum Failure {
    /// The error that ArgumentParser ends the program with; what it does not know is told here first.
    static func explain(_ error: any Error) -> any Error {
        switch error {
        case let unreadable as InputFile.Unreadable:
            StandardStreams.complain("tranche: \(unreadable.path): \(unreadable.reason)")
            return ExitCode.noInput
        case let unusable as ChineseHolidays.Unusable:
            StandardStreams.complain(
                "tranche: \(unusable.path):\(unusable.cause.line): \(unusable.cause.code.rawValue)")
            return ExitCode.badData
        case let error as OperationError: return explain(error)
        default: return error
        }
    }

    private static func explain(_ error: OperationError) -> ExitCode {
        let words = Words(language: LanguageOption.ofLocale)
        StandardStreams.complain("tranche: \(error.code): \(words.sentence(error))")
        switch error {
        case .invalid(let problems):
            for problem in problems.list { StandardStreams.complain("  " + words.line(problem)) }
            return .badData
        case .conflicting(let conflicts):
            for conflict in conflicts { StandardStreams.complain("  " + words.line(conflict)) }
            return .badData
        case .invalidCalendar, .unknownContract, .notKnownThen, .keyReused, .journalBroken, .account, .nullCharacter,
            .unknownRequest, .unknownPayment, .request, .versionDiffers, .keyBusy, .document, .bankAccount, .log,
            .bundle, .report,
            .sampling, .uncomputable, .spreadsheet, .paper, .workbook:
            return .badData
        case .schema, .cluster, .notInitialised, .databaseAway, .outcomeUnknown, .database, .cancelled, .tooBusy:
            return .databaseAway
        case .notAllowed, .logInFailed, .tooManyAttempts, .notAuthenticated, .forbidden, .secondFactorRequired,
            .confirmationRequired, .confirmationFailed:
            return .notAllowed
        case .secondFactorUnavailable: return .noInput
        }
    }
}
