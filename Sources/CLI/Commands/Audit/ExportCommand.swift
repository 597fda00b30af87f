import ArgumentParser
import Operations

/// `tranche export`: what is taken away. Each export is an entry in the journal of the office.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Exports evidence, reports, papers and open data.",
        subcommands: [
            ExportBundleCommand.self, ExportReportCommand.self, ExportPaymentFormCommand.self,
            ExportStatementCommand.self, ExportNoticeCommand.self, ExportOpenDataCommand.self,
            ExportTemplateCommand.self,
        ])
}

/// Where an export is written.
struct OutputOption: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file; by default a name that tells what it is.", valueName: "FILE"))
    var output: String?

    /// Writes bytes, and says so.
    func write(_ bytes: [UInt8], named name: String, _ words: Words) throws {
        let path = output ?? name
        let file = try OutputFile.Draft(of: path)
        try file.write(bytes)
        StandardStreams.emit(words.written(try file.settle(), to: path) + "\n")
    }
}
