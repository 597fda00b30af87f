import ArgumentParser
import Operations

/// `tranche export payment-form`: 付款审批单.
struct ExportPaymentFormCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payment-form", abstract: "Prints the approval form of a payment request as a PDF.")

    @Argument(help: "The payment request.")
    var request: String
    @OptionGroup var output: OutputOption
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let request = request
        let paper = try await workspace.withWorkspace { try await $0.paymentForm(of: request) }
        try output.write(paper.bytes, named: paper.fileName, Words(language: language.language))
    }
}

/// `tranche export statement`: 付款结算单.
struct ExportStatementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement", abstract: "Prints a contract's statement with the reason of every figure as a PDF.")

    @Argument(help: "The contract's number.")
    var number: String
    @Option(help: ArgumentHelp("The day of the figures; today without it.", valueName: "DAY"))
    var asOf: DayArgument?
    @Option(help: ArgumentHelp("Only what was recorded by then.", valueName: "MOMENT"))
    var knownAt: MomentArgument?
    @OptionGroup var output: OutputOption
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let (number, day, moment, language) = (number, asOf?.day, knownAt?.instant, language.language)
        let paper = try await workspace.withWorkspace {
            try await $0.statementPaper(of: number, asOf: day, knownAt: moment, in: language)
        }
        try output.write(paper.bytes, named: paper.fileName, Words(language: language))
    }
}

/// `tranche export notice`: 考核结果通知书.
struct ExportNoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice", abstract: "Prints the notice of an assessment to the supplier as a PDF.")

    @Argument(help: "The contract's number.")
    var number: String
    @Argument(help: "The assessment's id.")
    var assessment: String
    @Option(help: ArgumentHelp("The day of the figures; today without it.", valueName: "DAY"))
    var asOf: DayArgument?
    @OptionGroup var output: OutputOption
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let (number, assessment, day, language) = (number, assessment, asOf?.day, language.language)
        let paper = try await workspace.withWorkspace {
            try await $0.assessmentNotice(of: assessment, of: number, asOf: day, in: language)
        }
        try output.write(paper.bytes, named: paper.fileName, Words(language: language))
    }
}
