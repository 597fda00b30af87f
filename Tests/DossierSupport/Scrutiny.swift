import Contracts
import Payables
import Values

/// Holds what must be true of the answer to any bytes at all.
public enum Scrutiny {
    /// What is wrong with the answer; nil where it is as it must be.
    public static func complaint(about bytes: [UInt8], _ answer: Answer) -> String? {
        switch answer {
        case .statement(let statement): complaint(about: statement) ?? explanation(of: statement, bytes)
        case .problems(let problems): complaint(about: problems, of: bytes)
        }
    }

    /// Problems are told, once each, at places that are there, in sentences that are complete.
    private static func complaint(about problems: [Problem], of bytes: [UInt8]) -> String? {
        if problems.isEmpty { return "neither a statement nor a problem" }
        let tree = try? JSONTree(parsing: bytes)
        var seen: Set<String> = []
        for problem in problems {
            let isThere = tree.map { resolves(problem, in: $0) } ?? problem.pointer.isEmpty
            if !isThere { return "\(problem.code.rawValue) points nowhere: \(problem.pointer)" }
            if !seen.insert("\(problem.code.rawValue) \(problem.pointer)").inserted {
                return "\(problem.code.rawValue) is told twice at \(problem.pointer)"
            }
            for language in Language.allCases where problem.message(in: language).isEmpty {
                return "\(problem.code.rawValue) has no sentence"
            }
        }
        return nil
    }

    /// A missing field points to where it should stand: the object around it is there.
    private static func resolves(_ problem: Problem, in tree: JSONTree) -> Bool {
        if tree[problem.pointer] != nil { return true }
        guard problem.code == .missingField, let end = problem.pointer.lastIndex(of: "/") else { return false }
        if case .object = tree[String(problem.pointer[..<end])] { return true }
        return false
    }

    /// The figures of every installment balance to the fen, and what is written is JSON.
    private static func complaint(about statement: Statement) -> String? {
        for (position, row) in statement.installments.enumerated() {
            let taken = [row.recovered, row.deducted, row.withheld, row.payable].reduce(Int128(0)) {
                $0 + Int128($1.fen)
            }
            let gross = row.status == .cancelled ? 0 : Int128(row.gross.fen)
            if taken != gross { return "installment \(position): parts \(taken) ≠ gross \(gross)" }
            let difference = Int128(row.payable.fen) - Int128(row.paid.fen)
            if Int128(row.outstanding.fen) - Int128(row.overpaid.fen) != difference
                || min(row.outstanding, row.overpaid) != .zero
            {
                return "installment \(position): outstanding and overpaid do not balance"
            }
            if min(row.recovered, row.deducted, row.withheld, row.payable) < .zero {
                return "installment \(position): below zero"
            }
        }
        return balance(of: statement)
    }

    /// What is deducted or overpaid beyond an installment is recovered, waived or claimed; what is withheld is held.
    private static func balance(of statement: Statement) -> String? {
        let rows = statement.installments
        func sum(_ figure: (InstallmentStatement) -> Money) -> Int128 { rows.reduce(0) { $0 + Int128(figure($1).fen) } }
        let owedBack = sum(\.excess) + sum(\.overpaid)
        let settled = sum(\.recovered) + Int128(statement.waived.fen) + Int128(statement.claim.fen)
        if owedBack != settled { return "\(owedBack) is owed back, but \(settled) recovered, waived or claimed" }
        let holdbacks = zip(statement.terms.installments, rows).filter { installment, _ in
            if case .withheld = installment.amount { true } else { false }
        }
        let held = holdbacks.reduce(Int128(0)) { $0 + Int128($1.1.gross.fen) }
        if sum(\.withheld) != held { return "\(sum(\.withheld)) is withheld, but \(held) held" }
        if sum(\.paid) != Int128(statement.paid.fen) || sum(\.outstanding) != Int128(statement.outstanding.fen)
            || sum(\.deducted) != Int128(statement.deducted.fen)
        {
            return "the totals are no sums"
        }
        return nil
    }

    /// The written statement is JSON, and every figure in it is explained, and truly: held for one statement in ten,
    /// by the number of bytes, because it takes ten times as long as all the rest.
    private static func explanation(of statement: Statement, _ bytes: [UInt8]) -> String? {
        guard bytes.count % 10 == 0 else { return nil }
        guard let dossier = try? JSONTree(parsing: bytes) else { return "a statement of what is no JSON" }
        let language = bytes.count % 20 == 0 ? Language.chinese : .english
        let written = Answer.statement(statement).bytes(explainedIn: language)
        guard let tree = try? JSONTree(parsing: written) else { return "the statement is no JSON" }
        return BecauseAudit.complaints(about: tree, of: dossier).first
    }
}
