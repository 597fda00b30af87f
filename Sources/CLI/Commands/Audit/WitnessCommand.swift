import ArgumentParser
import Audit
import Operations

/// `tranche witness`: another office that countersigns a log. It needs no database.
struct WitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Countersigns checkpoints of somebody else's log, as long as each extends the one before.",
        discussion: """
            Once: tranche witness init NAME. Then each time, with what the log's office sends or serves:
              curl -H "Authorization: Bearer TOKEN" "URL/api/v1/journal/checkpoint?from=$(tranche witness size)" |
                tranche witness sign --log-key KEY
            A log that was rewritten or cut short is refused, with status 65.
            """,
        subcommands: [Init.self, Size.self, Sign.self])

    struct Place: ParsableArguments {
        @Option(help: ArgumentHelp("Where the witness keeps its key and what it signed.", valueName: "DIR"))
        var directory = ".tranche-witness"
    }

    struct Init: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes the witness's key and prints the public one.")

        @Argument(help: "Name of the witness, such as audit.ms.gov.cn: no blanks, no plus sign.")
        var name: String
        @OptionGroup var place: Place

        func run() async throws {
            let key = try Witness.create(directory: place.directory, name: name, effects: .live(user: ""))
            StandardStreams.emit("\(key)\n")
        }
    }

    struct Size: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the size of the log that was countersigned last; 0 before the first.")

        @OptionGroup var place: Place

        func run() async throws {
            StandardStreams.emit("\(try Witness(directory: place.directory).size())\n")
        }
    }

    struct Sign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reads a checkpoint with its proof, countersigns it and prints the note.")

        @Argument(help: "The offer (tranche checkpoint --from SIZE); - for standard input.")
        var offer = "-"
        @Option(help: ArgumentHelp("A public key of the log that you know from elsewhere.", valueName: "NAME+HASH+KEY"))
        var logKey: [WitnessKey]
        @OptionGroup var place: Place

        func run() async throws {
            let bytes = try InputFile.read(offer == "-" ? "/dev/stdin" : offer)
            let effects = Effects.live(user: "")
            let note = try Witness(directory: place.directory).countersign(
                bytes, by: logKey.map(\.key), at: effects.now())
            StandardStreams.emit(note.bytes)
        }
    }
}
