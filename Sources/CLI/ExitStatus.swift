import ArgumentParser

/// Exit statuses of architecture.md, section 5, after sysexits.h.
extension ExitCode {
    static let badData = ExitCode(65)
    static let noInput = ExitCode(66)
    static let databaseAway = ExitCode(69)
    static let notAllowed = ExitCode(77)
}
