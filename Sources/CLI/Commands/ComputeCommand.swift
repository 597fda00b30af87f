import ArgumentParser
import Contracts
import Glibc
import JSON
import Payables
import Values
import YAML

/// `tranche compute`: dossiers in, statements out, one line for each, in order.
struct ComputeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compute",
        abstract: "Computes statements from dossiers: JSON or YAML files, or NDJSON on standard input.",
        discussion: """
            One line comes out for each dossier, in order: a statement, or {"errors": [{"pointer", "code", "message"}]}. \
            The exit status is 65 if any had errors. --explain prints tables for people instead.
            """)

    @Argument(
        help: ArgumentHelp("Dossier files (.json, .yaml, .yml, .ndjson); - is NDJSON on standard input.", valueName: "FILE"))
    var files: [String] = ["-"]

    @Flag(help: "Print schedule, deductions, what blocks and the next payment as tables for people.")
    var explain = false

    @Option(name: .customLong("calendar"), help: "A CSV file (date,kind) in place of the built-in Chinese calendar.")
    var calendarFile: String?

    @OptionGroup var language: LanguageOption

    func run() async throws {
        let holidays = try ChineseHolidays.load(calendarFile)
        let computation = DossierComputation(
            chineseHolidays: holidays, language: language.language, sentences: language.chosen, isExplained: explain)
        var hasErrors = false
        for file in files {
            hasErrors = try compute(file, computation) || hasErrors
        }
        if hasErrors { throw ExitCode.badData }
    }

    /// True where a dossier had errors.
    private func compute(_ file: String, _ computation: DossierComputation) throws(InputFile.Unreadable) -> Bool {
        if file == "-" || file.hasSuffix(".ndjson") {
            var lines = try LineBlocks(path: file)
            var hasErrors = false
            while let block = try lines.next() { hasErrors = computation.computeLines(block) || hasErrors }
            return hasErrors
        }
        let bytes = try InputFile.read(file)
        var output = TextOutput()
        let hasErrors: Bool
        if file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
            hasErrors = computation.computeYAML(bytes, into: &output)
        } else {
            var parser = JSONParser()
            hasErrors = bytes.withUnsafeBufferPointer { computation.compute($0, &parser, into: &output) }
        }
        StandardStreams.emit(output.bytes)
        return hasErrors
    }
}
