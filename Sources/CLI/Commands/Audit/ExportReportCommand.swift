import ArgumentParser
import Operations
import Values

/// `tranche export report`: tables for spreadsheets and programs.
struct ExportReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes a report as a workbook, as comma-separated values or as JSON.",
        discussion: """
            payments 付款历史 · ledger 合同台账 · deductions 扣减明细 · positions 待办付款 · exceptions 例外报告 · sample 抽样清单 \
            · changes 变化对照 and entries-between 期间分录 (of one contract, since --from)
            """)

    @Argument(help: "Which: \(ReportKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var report: ReportKind
    @OptionGroup var contracts: ContractChoiceOptions
    @Option(help: "xlsx, csv or json.")
    var format = ReportFormat.xlsx
    @Option(help: ArgumentHelp("The day of the figures; today without it.", valueName: "DAY"))
    var asOf: DayArgument?
    @Option(help: ArgumentHelp("Only what was recorded by then.", valueName: "MOMENT"))
    var knownAt: MomentArgument?
    @Option(
        help: ArgumentHelp("Of a sample, the first day of payments; of changes, the earlier day.", valueName: "DAY"))
    var from: DayArgument?
    @Option(
        help: ArgumentHelp(
            "Of changes: what the earlier view knew; what was recorded by the end of --from without it.",
            valueName: "MOMENT"))
    var knownBefore: MomentArgument?
    @Option(help: ArgumentHelp("Of a sample, the last day of payments.", valueName: "DAY"))
    var to: DayArgument?
    @Option(help: "Of a sample: how many hits.")
    var hits = 25
    @Option(help: "Of a sample: the same seed draws the same payments. A new one is made and printed without it.")
    var seed: String?
    @Option(
        help: ArgumentHelp(
            "Of exceptions: the price from which contracts go to public tender; 2,000,000 yuan without it.",
            valueName: "YUAN"))
    var tenderThreshold: AmountArgument?
    @OptionGroup var output: OutputOption
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        var order = ReportOrder(report, of: contracts.choice)
        (order.asOf, order.knownAt, order.from, order.until) = (asOf?.day, knownAt?.instant, from?.day, to?.day)
        order.knownBefore = knownBefore?.instant
        order.hits = hits
        order.tenderThreshold = tenderThreshold?.amount
        order.seed = seed ?? String(workspace.effects.random(), radix: 16)
        let (given, format, path, language) = (order, format, output.output, language.language)
        let (bytes, name) = try await workspace.withWorkspace { opened in
            let report = try await opened.report(given)
            let name = path ?? report.fileName(format)
            let file = try OutputFile.Draft(of: name)
            try await report.write(as: format, in: language) { try file.write($0) }
            return (try file.settle(), name)
        }
        let words = Words(language: language)
        StandardStreams.emit(words.written(bytes, to: name) + "\n")
        if report == .sample { StandardStreams.emit(words.seed(order.seed) + "\n") }
    }
}
