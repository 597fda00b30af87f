public import ArgumentParser
import Glibc

/// The command `tranche`: what do we owe next, to whom, how much, by when, and why.
public struct TrancheCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "tranche",
        abstract: "Computes, explains and proves what a public body owes its suppliers, instalment by instalment.",
        discussion: """
            Exit status: 0 done, 64 wrong usage, 65 bad data (every error is told), 66 a file cannot be read, \
            69 the database is away, 77 not allowed.
            """,
        subcommands: [
            ComputeCommand.self, LintCommand.self, WhatIfCommand.self, InitCommand.self, ImportCommand.self,
            RecordCommand.self, NextCommand.self, StatementCommand.self, HistoryCommand.self, RebuildCommand.self,
            CalendarCommand.self, DepartmentCommand.self, SupplierCommand.self, UserCommand.self, TokenCommand.self,
            AccessLogCommand.self, VerifyCommand.self, CheckpointCommand.self, WitnessCommand.self, ExportCommand.self,
            ImportFormCommand.self,
        ])

    /// The program without arguments.
    public init() {}

    /// Parses the arguments, runs the command and ends the program with its status. The program's root may have
    /// commands beside those of this target.
    public static func start(as root: any AsyncParsableCommand.Type = TrancheCommand.self) async -> Never {
        do {
            var command = try root.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Glibc.exit(0)
        } catch {
            root.exit(withError: Failure.explain(error))
        }
    }
}
