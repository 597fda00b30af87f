extension Cases {
    /// A contract of 100.00 with one installment, the remainder, that is due when the event `start` has happened.
    public static let oneInstallment: JSONTree = [
        "contract": [
            "number": "T-1", "title": "试验合同", "buyer": "甲方", "supplier": "乙方", "currency": "CNY", "price": "100.00",
            "signedOn": "2021-01-01", "term": ["from": "2021-01-01", "to": "2021-12-31"],
            "installments": [
                [
                    "id": "only", "label": "一次付清", "kind": "milestone", "amount": ["remainder": "contract"],
                    "when": ["event": "start"],
                ]
            ],
            "assessments": [],
        ],
        "facts": [["id": "f1", "kind": "event", "event": "start", "on": "2021-03-01"]],
        "asOf": "2021-03-01",
    ]
}
