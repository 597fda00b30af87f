internal import Payables

extension Schema.Component {
    /// payable.md, section 5.
    static let statement = Schema.Component(
        name: "Statement", description: "What a contract owes on a day, instalment by instalment, and why.",
        schema: .object([
            .required("contract", .text(), "Its number."), .required("title", .text()), .required("supplier", .text()),
            .required("currency", .choice(["CNY"])), .required("asOf", .day), .required("price", .money),
            .required("paid", .money), .required("payableNow", .money), .required("outstanding", .money),
            .required("deducted", .money), .required("claim", .money), .required("waived", .money),
            .required("next", .nullable(.reference(nextInstallment))),
            .required("installments", .array(.reference(installment))), .required("flags", .array(.reference(flag))),
            .required("because", .map(.reference(because)), "Why each of the totals is what it is."),
        ]))

    static let status = Schema.choice(of: InstallmentStatement.Status.self)

    static let nextInstallment = Schema.Component(
        name: "NextInstallment", description: "The first instalment that is neither settled nor cancelled.",
        schema: .object([
            .required("id", .text()), .required("label", .text()), .required("status", status),
            .required("amount", .money), .required("dueOn", .nullable(.day)),
        ]))

    private static let installment = Schema.Component(
        name: "Installment", description: "The figures of one instalment.",
        schema: .object([
            .required("id", .text()), .required("label", .text()), .required("gross", .money),
            .required(
                "deductions",
                .array(.object([.required("rule", .text()), .required("amount", .money, "Negative for a cap.")]))),
            .required("deducted", .money), .required("recovered", .money), .required("withheld", .money),
            .required("payable", .money), .required("paid", .money), .required("outstanding", .money),
            .required("status", status), .required("startedOn", .nullable(.day)), .required("dueOn", .nullable(.day)),
            .required("blockedBy", .array(.text())), .optional("daysOverdue", .integer()),
            .optional("interest", .money),
            .required(
                "because", .map(.oneOf([.reference(because), .array(.reference(because))])),
                "Why each figure is what it is; of `deductions` a list."),
        ]))

    private static let flag = Schema.Component(
        name: "Flag", description: "What a reader must know beside the figures.",
        schema: .object([
            .required("flag", .choice(["overpaid", "gap", "veto", "termination-right", "calendar-missing"])),
            .optional("installment", .text()), .optional("amount", .money), .optional("assessment", .text()),
            .optional("assessments", .array(.text())),
        ]))

    private static let because = Schema.Component(
        name: "Because", description: "Why a figure is what it is.",
        schema: .object([
            .required("rule", .text()),
            .optional(
                "clause", .object([.required("pointer", .text(), "Into the dossier."), .required("label", .text())])),
            .optional("inputs", .map(.oneOf([.text(), .array(.money)]))), .optional("formula", .text()),
            .optional("facts", .array(.text()), "Ids of the facts that it rests on."),
            .optional("text", .text(), "The sentence."),
        ]))
}
