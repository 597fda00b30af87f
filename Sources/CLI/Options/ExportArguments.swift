public import ArgumentParser
public import Operations
import Values

extension ReportKind: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension OpenData.Form: ExpressibleByArgument {}

/// An amount in yuan on the command line.
struct AmountArgument: ExpressibleByArgument {
    let amount: Money

    init?(argument: String) {
        guard let amount = Money(argument) else { return nil }
        self.amount = amount
    }
}
