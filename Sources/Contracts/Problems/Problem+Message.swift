public import Values

extension Problem {
    /// The sentence that a clerk reads; `detail` is what was found or expected.
    public func message(in language: Language) -> String {
        let sentence = language == .chinese ? code.chinese : code.english
        let detail = language == .chinese && code == .wrongType ? Self.chineseTypes[detail] ?? detail : detail
        return sentence.contains("%")
            ? sentence.split(separator: "%", omittingEmptySubsequences: false).joined(separator: detail) : sentence
    }
}

extension Problem {
    /// What JSON calls its types, for ``ProblemCode/wrongType``.
    private static let chineseTypes = ["object": "对象", "array": "列表", "string": "文本", "integer": "整数"]
}

extension ProblemCode {
    var english: String {
        switch self {
        case .syntax: "This is not valid JSON (at byte %)."
        case .encoding: "This is not valid UTF-8 text (at byte %)."
        case .depth: "This is nested too deeply (%)."
        case .size: "This is too large."
        case .repeatedName: "An object has two members of one name (before byte %)."
        case .yaml: "This is not valid YAML: %."
        case .wrongType: "The value has the wrong type; wanted: %."
        case .unknownField: "There is no field “%” here."
        case .missingField: "The field “%” is missing."
        case .conflictingFields: "These fields exclude one another here: %."
        case .emptyList: "The list must not be empty."
        case .tooMany: "There are too many entries; at most % are allowed."
        case .numberForDecimal: "Write the number as a text in quotes: a bare number has been rounded already."
        case .badMoney: "“%” is no amount of money with at most two decimals."
        case .badPercentage: "“%” is no percentage with at most six decimals."
        case .badScore: "“%” is no score with at most two decimals."
        case .badQuantity: "“%” is no quantity with at most six decimals."
        case .badDate: "“%” is no date of the form YYYY-MM-DD."
        case .badInstant: "“%” is no instant such as 2022-01-31T09:30:00+08:00."
        case .badInteger: "Wanted a whole number in the range %."
        case .badIdentifier: "“%” is no identifier: a to z, 0 to 9 and hyphens, at most 64."
        case .badText: "The text is empty, too long or has control characters."
        case .badChoice: "The value is none of these: %."
        case .badBase: "“%” is no base; wanted: contract, year:N or, in an assessment, installment."
        case .scoreOutOfRange: "The score % lies outside of 0 to 100."
        case .negative: "The amount % is below zero."
        case .notPositive: "The amount % must be above zero."
        case .overflow: "The amount is too large to be computed with."
        case .duplicateIdentifier: "“%” stands here a second time."
        case .unknownInstallment: "There is no installment “%”."
        case .unknownAssessment: "There is no assessment “%”."
        case .unknownCriterion: "The assessment has no such criterion: “%”."
        case .unknownYear: "There is no contract year “%”."
        case .unknownItem: "The installment has no unit price for “%”."
        case .unknownFact: "There is no other fact “%”."
        case .noTerm: "The contract has neither years nor a term, so it has no end."
        case .assessmentNamedTwice: "Another installment is assessed by “%” already."
        case .periodReversed: "The period ends before it begins: %."
        case .yearsOverlap: "Contract year % does not follow the one before it."
        case .feesDiffer: "The fees of the years do not add up to the price: %."
        case .grossDiffers: "The installments do not add up to the price: %."
        case .grossExceeds: "The installments add up to more than the price: %."
        case .remainderTwice: "Another installment takes the remainder of the same base already."
        case .remainderCycle: "This remainder depends on itself through another one."
        case .remainderNegative: "Nothing remains: the amount would be %."
        case .withheldFromLater: "A holdback can only be withheld from installments before it, not from “%”."
        case .withheldTooMuch: "More than the whole is withheld from “%”."
        case .datelessStart: "The clock could start without any date; add an event or a date."
        case .combineCycle: "The combined assessment “%” is a part of itself."
        case .weightsDiffer: "The weights add up to %, not to 1."
        case .resultForCombined: "“%” is combined from its parts and takes no result of its own."
        case .incidentsWithoutSheet: "The assessment “%” has no scoring sheet to count incidents on."
        case .roundBeyond: "The terms allow at most % rounds."
        case .roundRepeated: "There is a result of round % already."
        case .returnExceedsPaid: "More is returned (%) than was paid."
        case .notAPayment: "“%” is no payment of this installment."
        case .voidCycle: "The void “%” and others void one another."
        case .notMetered: "The installment “%” is not paid by use."
        }
    }
}
