import ArgumentParser
import Contracts
import HTML
import Payables
import Pictures
import Values

/// `tranche what-if`: what is paid against the score of one assessment.
struct WhatIfCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-if",
        abstract:
            "Shows what is paid against the score of an assessment, and the exact scores where that jumps or bends.",
        discussion: """
            A file may hold several readings of a clause: "readings": {"NAME": {merge patch of "contract"}}, in which \
            {"assessments": {"y1": {…}}} changes the assessment with the id y1. --reading compares them side by side.
            """)

    @Argument(
        help: ArgumentHelp(
            "A dossier (.json, .yaml, .yml); - is one line of JSON on standard input.", valueName: "FILE"))
    var file: String

    @Option(help: ArgumentHelp("The assessment whose score is asked about.", valueName: "ID"))
    var assessment: String

    @Option(help: ArgumentHelp("A score from 0 to 100 to list; repeat for more. Default: every tenth.", valueName: "S"))
    var score: [String] = []

    @Option(
        help: ArgumentHelp(
            "A reading of the terms by its name; repeat for more. “all”: the text and every reading.", valueName: "NAME"
        ))
    var reading: [String] = []

    @Option(help: ArgumentHelp("Write a picture of the curve as well.", valueName: "FILE.svg"))
    var svg: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let words = Words(language: language.language)
        do {
            let asked = try scores()
            let readings = try await whatIfs(words)
            if let svg, let picture = Self.picture(of: readings, words) {
                try OutputFile.write(picture.svg.markup + "\n", to: svg)
            }
            let table = WhatIfTable(readings: readings, asked: asked, words: words)
            if format.format == .table {
                let legend = table.legend.map { $0 + "\n" }.joined()
                StandardStreams.emit(heading(readings[0], words) + (legend.isEmpty ? "" : legend + "\n"))
                StandardStreams.emit(try table.sideBySide().render(.table).bytes)
            } else {
                StandardStreams.emit(try table.long().render(format.format).bytes)
            }
        } catch let broken as DossierDocument.Broken {
            broken.complain(in: words.language)
            throw ExitCode.badData
        } catch let problems as Problems {
            DossierDocument.Broken(name: file, problems: problems).complain(in: words.language)
            throw ExitCode.badData
        } catch let unanswerable as WhatIf.Unanswerable {
            StandardStreams.complain("tranche: \(file): \(words.choose(unanswerable.chinese, unanswerable.english))")
            throw ExitCode.badData
        }
    }

    /// The file that `--svg` writes.
    static func picture(of readings: [WhatIf], _ words: Words) -> CurvePicture? {
        CurvePicture(
            readings.compactMap(\.picture), PictureSetting(id: "what-if", language: words.language, place: .file))
    }

    private func scores() throws -> [Fraction] {
        guard !score.isEmpty else { return (0...10).map { Fraction(Int128($0 * 10)) } }
        return try score.map { text in
            guard let score = Score(text) else {
                throw ValidationError("“\(text)” is no score from 0 to 100 with at most two decimals.")
            }
            return Fraction(score.exact)
        }
    }

    private func whatIfs(_ words: Words) async throws -> [WhatIf] {
        let readings = try Readings(try await document())
        let asWritten = words.choose("条款原文", "as written")
        if reading.isEmpty {
            return [try WhatIf(readings.dossier(reading: nil), name: asWritten, assessment: assessment)]
        }
        var chosen: [String?] = reading
        if reading.contains("all") { chosen = [nil] + readings.names }
        return try chosen.map { name in
            if let name, !readings.names.contains(name) {
                throw ValidationError(
                    "There is no reading “\(name)” in \(file); there are: \(readings.names.joined(separator: ", ")).")
            }
            return try WhatIf(readings.dossier(reading: name), name: name ?? asWritten, assessment: assessment)
        }
    }

    private func document() async throws -> DossierDocument {
        let stream = DossierStream(files: [file])
        var documents: [DossierDocument] = []
        for try await json in stream { documents.append(DossierDocument(name: file, json: json)) }
        if stream.hasUnreadable { throw ExitCode.badData }
        guard documents.count == 1 else {
            throw ValidationError("\(file) holds \(documents.count) dossiers; what-if takes one.")
        }
        return documents[0]
    }

    private func heading(_ reading: WhatIf, _ words: Words) -> String {
        let terms = reading.dossier.standing.terms
        let subject =
            "\(reading.assessment.label)（\(reading.assessment.id)） → \(reading.installment.label)（\(reading.installment.id)）"
        return "\(terms.title)（\(terms.number)）\n\(subject) · \(words.asOf) \(reading.dossier.asOf)\n\n"
    }
}
