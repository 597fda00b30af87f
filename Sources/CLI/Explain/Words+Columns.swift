extension Words {
    var scheduleColumns: [TextTable.Column] {
        [
            .init(key: "id", title: choose("期次", "id")),
            .init(key: "label", title: choose("名称", "label")),
            .init(key: "gross", title: choose("金额", "gross"), alignment: .right),
            .init(key: "recovered", title: choose("追回", "recovered"), alignment: .right),
            .init(key: "deducted", title: choose("扣减", "deducted"), alignment: .right),
            .init(key: "withheld", title: choose("扣留", "withheld"), alignment: .right),
            .init(key: "payable", title: choose("应付", "payable"), alignment: .right),
            .init(key: "paid", title: choose("已付", "paid"), alignment: .right),
            .init(key: "outstanding", title: choose("未付", "outstanding"), alignment: .right),
            .init(key: "dueOn", title: choose("到期日", "due on")),
            .init(key: "status", title: choose("状态", "status")),
        ]
    }

    var deductionColumns: [TextTable.Column] {
        [
            .init(key: "installment", title: choose("分期", "installment")),
            .init(key: "rule", title: choose("规则", "rule")),
            .init(key: "amount", title: choose("金额", "amount"), alignment: .right),
            .init(key: "because", title: choose("理由", "because")),
            .init(key: "clause", title: choose("条款", "clause")),
        ]
    }

    var missingColumns: [TextTable.Column] {
        [
            .init(key: "installment", title: choose("分期", "installment")),
            .init(key: "missing", title: choose("尚缺", "missing")),
        ]
    }
}

extension Words {
    var nextColumns: [TextTable.Column] {
        [
            .init(key: "dueOn", title: choose("到期日", "due on")),
            .init(key: "amount", title: choose("金额", "amount"), alignment: .right),
            .init(key: "status", title: choose("状态", "status")),
            .init(key: "contract", title: choose("合同编号", "contract")),
            .init(key: "title", title: choose("名称", "title")),
            .init(key: "supplier", title: choose("供应商", "supplier")),
            .init(key: "installment", title: choose("分期", "installment")),
            .init(key: "blockedBy", title: choose("尚缺", "missing")),
        ]
    }

    var historyColumns: [TextTable.Column] {
        [
            .init(key: "number", title: choose("序号", "no."), alignment: .right),
            .init(key: "occurredOn", title: choose("发生日", "occurred on")),
            .init(key: "kind", title: choose("种类", "kind")),
            .init(key: "id", title: choose("标识", "id")),
            .init(key: "summary", title: choose("内容", "summary")),
            .init(key: "recordedAt", title: choose("录入时间", "recorded at")),
            .init(key: "recordedBy", title: choose("录入人", "by")),
            .init(key: "hash", title: choose("哈希", "hash")),
        ]
    }

    var calendarColumns: [TextTable.Column] {
        [.init(key: "date", title: choose("日期", "date")), .init(key: "kind", title: choose("种类", "kind"))]
    }

    var recordedColumns: [TextTable.Column] {
        [
            .init(key: "contract", title: choose("合同编号", "contract")),
            .init(key: "number", title: choose("序号", "no."), alignment: .right),
            .init(key: "id", title: choose("标识", "id")),
            .init(key: "recordedAt", title: choose("录入时间", "recorded at")),
            .init(key: "recordedBy", title: choose("录入人", "by")),
            .init(key: "hash", title: choose("哈希", "hash")),
        ]
    }
}
