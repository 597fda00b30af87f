import ArgumentParser

/// `--format` of every listing.
enum ListingFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
}

/// `--format table|json|csv`, a table unless told.
struct FormatOption: ParsableArguments {
    @Option(help: "Form of the listing: table, json or csv.")
    var format = ListingFormat.table
}
