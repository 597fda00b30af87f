public import Contracts
import Values

/// The payable calculation (payable.md): what is owed on the dossier's day, and why. Pure: the same dossier gives the
/// same statement. Throws where a sum does not fit 64 bits or usage takes a remainder below 0.
public func statement(of dossier: Dossier) throws(Problems) -> Statement {
    var walk = Walk(dossier)
    do throws(Overflow) { try walk.fillGross() } catch { throw walk.problem(.overflow) }
    if let negative = walk.gross.firstIndex(where: { $0 < .zero }) {
        walk.position = negative
        throw walk.problem(.remainderNegative, walk.gross[negative].description)
    }
    do throws(Overflow) { try walk.run() } catch { throw walk.problem(.overflow) }
    return walk.statement
}

extension Walk {
    /// A problem at the installment being walked.
    fileprivate func problem(_ code: ProblemCode, _ detail: String = "") -> Problems {
        let place = "\(dossier.termsPointer)/installments/\(position)\(code == .remainderNegative ? "/amount/remainder" : "")"
        return Problems([Problem(pointer: place, code: code, detail: detail)])
    }
}

extension Dossier {
    /// Where the terms in force stand in the dossier: as first signed, or in the fact that amended them.
    public var termsPointer: String { standing.termsFact.map { "/facts/\($0)/contract" } ?? "/contract" }
}
