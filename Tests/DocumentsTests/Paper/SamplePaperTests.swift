import Documents
import Glibc
import Testing
import Values

/// Writes papers into the directory TRANCHE_SAMPLE_PAPERS, for tools that are not ours (Tests/Service/papers.sh).
struct SamplePaperTests {
    @Test func writesSamples() throws {
        for (name, bytes) in try Self.samples {
            #expect(bytes.starts(with: Array("%PDF-1.".utf8)), "\(name)")
            guard let directory = getenv("TRANCHE_SAMPLE_PAPERS").map({ String(cString: $0) }) else { continue }
            let file = try #require(fopen("\(directory)/\(name).pdf", "wb"))
            #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
            #expect(fclose(file) == 0)
        }
    }

    private static var samples: [(String, [UInt8])] {
        get throws {
            let tianfu = try PaperSamples.tianfu()
            let early = try PaperSamples.tianfu(rectified: false)
            let hotline = try PaperSamples.hotline()
            return [
                ("form", try PaperSamples.form(on: tianfu).pdf()),
                ("notice", try PaperSamples.notice("y1", on: early, .chinese).pdf()),
                ("notice-sheet", try PaperSamples.notice("m1", on: PaperSamples.incidents(), .chinese).pdf()),
                ("notice-en", try PaperSamples.notice("y1", on: hotline, .english).pdf()),
                ("statement", try PaperSamples.paper(tianfu, .chinese).pdf()),
                ("statement-en", try PaperSamples.paper(hotline, .english).pdf()),
                ("statement-1", try PaperSamples.paper(PaperSamples.schedule(of: 1), .chinese).pdf()),
                ("statement-300", try PaperSamples.paper(PaperSamples.schedule(of: 300), .chinese).pdf()),
            ]
        }
    }
}
