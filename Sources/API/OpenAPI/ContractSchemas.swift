internal import Payables

extension Schema.Component {
    static let contract = Schema.Component(
        name: "Contract", description: "A contract as it stands today.",
        schema: .object([
            .required("contract", .map(.anything), "The terms in force (payable.md, section 2)."),
            .required("calendar", .anything), .required("version", .integer(), "As in the ETag."),
            .required("head", .text(Schema.Text(pattern: "^[0-9a-f]{64}$")), "Hash of the last journal entry."),
            .required("asOf", .day), .required("currency", .choice(["CNY"])),
            .required("positions", .array(.reference(position))),
        ]))

    private static let position = Schema.Component(
        name: "Position", description: "An instalment's figures.",
        schema: .object([
            .required("installment", .text()), .required("label", .text()), .required("payable", .money),
            .required("paid", .money), .required("outstanding", .money), .required("status", status),
            .required("startedOn", .nullable(.day)), .required("dueOn", .nullable(.day)),
            .required("blockedBy", .array(.text())),
        ]))

    static let listedContract = Schema.Component(
        name: "ListedContract", description: "A contract in a list.",
        schema: .object([
            .required("number", .text()), .required("title", .text()), .required("buyer", .text()),
            .required("supplier", .text()), .required("currency", .choice(["CNY"])), .required("price", .money),
            .required("signedOn", .day), .required("version", .integer()), .required("paid", .money),
            .required("payableNow", .money), .required("outstanding", .money), .required("deducted", .money),
            .required("next", .nullable(.reference(nextInstallment))),
        ]))

    static let listedPosition = Schema.Component(
        name: "ListedPosition", description: "An instalment in the work list.",
        schema: .object([
            .required("contract", .text(), "Its number."), .required("title", .text()), .required("buyer", .text()),
            .required("supplier", .text()), .required("installment", .text()), .required("label", .text()),
            .required("kind", .text()), .required("currency", .choice(["CNY"])), .required("payable", .money),
            .required("paid", .money), .required("outstanding", .money),
            .required("held", .money, "By open payment requests."), .required("status", status),
            .required("startedOn", .nullable(.day)), .required("dueOn", .nullable(.day)),
            .required("blockedBy", .array(.text())),
        ]))
}
