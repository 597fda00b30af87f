import ArgumentParser
import Audit
import Operations

/// `tranche checkpoint`: the signed state of the log.
struct CheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract:
            "Seals what waits, signs the log unless it is signed already, and prints the note (C2SP tlog-checkpoint).",
        discussion: """
            Keep the note wherever the database's administrator cannot reach: whoever rewrites history contradicts it.
            """,
        subcommands: [Show.self, Cosign.self, Keys.self, RotateKey.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints the newest checkpoint.")

        @Option(
            help: ArgumentHelp(
                "For a witness that countersigned the log at this size: with the proof from there.", valueName: "SIZE"))
        var from: Int?
        @OptionGroup var workspace: WorkspaceOptions

        func run() async throws {
            let from = from
            let bytes = try await workspace.withWorkspace { opened in
                let note = try await opened.signCheckpoint()
                guard let from else { return note.bytes }
                return try await opened.checkpointOffer(from: from).bytes
            }
            StandardStreams.emit(bytes)
        }
    }

    struct Cosign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a witness's signature to the checkpoint that it countersigned.")

        @Argument(help: "The countersigned note, as tranche witness printed it.")
        var note: String
        @Option(help: ArgumentHelp("The witness's public key.", valueName: "NAME+HASH+KEY"))
        var key: WitnessKey
        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let (bytes, key) = (try InputFile.read(note), key.key)
            try await workspace.withWorkspace { try await $0.addCosignature(bytes, by: key) }
            StandardStreams.emit(Words(language: language.language).cosigned(by: key) + "\n")
        }
    }

    struct Keys: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints every public key that the log ever had, the newest last.")

        @OptionGroup var workspace: WorkspaceOptions

        func run() async throws {
            let keys = try await workspace.withWorkspace { try $0.logKeys() }
            StandardStreams.emit(keys.map { "\($0)\n" }.joined())
        }
    }

    struct RotateKey: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate-key",
            abstract:
                "Signs the newest checkpoint with a new key beside the old one, and from then on with the new one.")

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let keys = try await workspace.withWorkspace { try await $0.rotateKey() }
            StandardStreams.emit(Words(language: language.language).keyRotated(from: keys.old, to: keys.new) + "\n")
        }
    }
}

/// A public key on the command line.
struct WitnessKey: ExpressibleByArgument {
    let key: VerifierKey

    init?(argument: String) {
        guard let key = try? VerifierKey(argument) else { return nil }
        self.key = key
    }
}
