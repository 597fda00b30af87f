import DossierSupport
import Testing
import Values

/// The 216 dossiers that came with payable.md.
struct GoldenTests {
    @Test func allAreThere() {
        #expect(Cases.golden.count == 216)
    }

    @Test(arguments: Cases.golden)
    func givesTheExpectedStatement(_ golden: Cases.Golden) throws {
        let statement = try JSONTree(parsing: Answer(to: golden.dossier).bytes())
        #expect(statement.differences(from: golden.statement) == [])
    }

    @Test(arguments: Cases.golden)
    func givesTheSameBytesAgain(_ golden: Cases.Golden) {
        let first = Answer(to: golden.dossier).bytes(explainedIn: .chinese)
        #expect(Answer(to: golden.dossier).bytes(explainedIn: .chinese) == first)
    }

    /// White space and the order of members say nothing; the order of lists does.
    @Test(arguments: Cases.golden)
    func doesNotDependOnHowTheDossierIsWritten(_ golden: Cases.Golden) throws {
        let plain = Answer(to: golden.dossier).bytes()
        #expect(Answer(to: golden.dossier.withMembersReversed).bytes() == plain)
    }
}

extension JSONTree {
    fileprivate var withMembersReversed: JSONTree {
        switch self {
        case .object(let members): .object(members.reversed().map { Member($0.name, $0.value.withMembersReversed) })
        case .array(let elements): .array(elements.map(\.withMembersReversed))
        default: self
        }
    }
}
