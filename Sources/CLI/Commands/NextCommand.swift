import ArgumentParser
import Operations
import Payables
import Values

/// `tranche next`: what do we owe next.
struct NextCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Lists every contract's next payment, soonest first.")

    @Option(help: "At most so many.")
    var limit: Int?

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let words = Words(language: language.language)
        let limit = limit
        let table = try await workspace.withWorkspace { workspace in
            var table = TextTable(columns: words.nextColumns)
            try await workspace.nextPayments(limit: limit) { payment in
                table.rows.append([
                    payment.dueOn.map { .day($0) } ?? .nothing, .money(payment.amount),
                    .word(payment.status, shown: words.status(payment.status)), .text(payment.contract),
                    .text(payment.title), .text(payment.supplier), .word(payment.installment, shown: payment.label),
                    .words(
                        payment.blockedBy,
                        shown: payment.blockedBy.map(words.blocker).joined(separator: words.listSeparator)),
                ])
            }
            return table
        }
        StandardStreams.emit(table.render(format.format).bytes)
    }
}
