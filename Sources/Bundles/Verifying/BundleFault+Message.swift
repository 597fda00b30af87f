public import Values

extension BundleFault {
    /// The line that an auditor reads: the place, what is wrong, and the code.
    public func message(in language: Language) -> String {
        let text = language == .chinese ? code.chinese : code.english
        let more = detail.isEmpty ? "" : language == .chinese ? "（\(detail.printable)）" : " (\(detail.printable))"
        return "\(place.printable): \(text)\(more) [\(code.rawValue)]"
    }
}

extension String {
    /// Without control characters, which would act on a terminal, and not too long: it comes from the bundle.
    var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.prefix(200).map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}

extension BundleFault.Code {
    fileprivate var chinese: String {
        switch self {
        case .fileMissing: "应有的文件不在归档包中"
        case .fileUnexpected: "归档包中不应有此文件"
        case .fileRepeated: "文件名重复"
        case .fileMisplaced: "文件不在应有的位置"
        case .fileMalformed: "文件格式不正确"
        case .manifestDiffers: "与清单不符"
        case .checksumsDiffer: "校验和列表与文件不符"
        case .checkpointRefused: "检查点未通过验证"
        case .keyDiffers: "公钥文件不一致，或没有任何检查点由该密钥签名"
        case .logMisplaced: "日志行不在应有的位置"
        case .logSizeDiffers: "日志条数与检查点不符"
        case .logRootDiffers: "日志根哈希与检查点不符"
        case .logIncomplete: "归档包不含完整日志"
        case .historyRewritten: "历史被改写：日志与先前的检查点矛盾"
        case .logShrank: "日志比先前的检查点短"
        case .consistencyNotShown: "归档包未能证明日志由先前的检查点延续而来，请重新导出"
        case .chainBroken: "合同的分录链断裂"
        case .contractRepeated: "同一合同出现两次"
        case .entryNotInLog: "分录不在日志的所述位置"
        case .logEntryMissing: "日志中有分录不在归档包的合同中"
        case .uncomputable: "无法重新计算"
        case .dossierDiffers: "重新得出的卷宗哈希与申请所依据的不同"
        case .statementDiffers: "重新计算的结算单哈希与申请所依据的不同"
        case .payableDiffers: "重新计算的应付金额与申请所依据的不同"
        case .pinMisplaced: "申请所依据的版本或日期不是申请当时的"
        case .claimRefused: "按当时的规则不能提出该申请"
        case .stepRefused: "按当时的规则不能办理该步骤"
        case .paymentRefused: "按当时的规则不能支付该笔款项"
        case .paymentAbovePayable: "支付超过当时的应付金额"
        case .paymentAbovePrice: "支付合计超过合同价款"
        case .statementsDiffer: "所附结算单与重新计算的不同"
        case .paymentsDiffer: "付款历史与重新计算的不同"
        case .calendarDiffers: "日历文件与所列哈希不符"
        case .documentDiffers: "文档内容与其哈希不符"
        case .documentMissing: "分录所引用的文档不在归档包中"
        }
    }

    fileprivate var english: String {
        switch self {
        case .fileMissing: "the file is missing"
        case .fileUnexpected: "no bundle has this file"
        case .fileRepeated: "the file stands there twice"
        case .fileMisplaced: "the file stands in the wrong place"
        case .fileMalformed: "the file does not have its form"
        case .manifestDiffers: "differs from the manifest"
        case .checksumsDiffer: "the checksums are not those of the files"
        case .checkpointRefused: "the checkpoint was refused"
        case .keyDiffers: "the key files differ, or the key signed no checkpoint"
        case .logMisplaced: "the line of the log stands in the wrong place"
        case .logSizeDiffers: "the log has another size than the checkpoint"
        case .logRootDiffers: "the log has another root than the checkpoint"
        case .logIncomplete: "the bundle does not hold the whole log"
        case .historyRewritten: "history was rewritten: the log contradicts an earlier checkpoint"
        case .logShrank: "the log is shorter than at an earlier checkpoint"
        case .consistencyNotShown:
            "the bundle does not show that the log grew from the checkpoint; have it exported for it"
        case .chainBroken: "the contract's chain of entries is broken"
        case .contractRepeated: "the contract stands there twice"
        case .entryNotInLog: "the entry is not in the log where it should be"
        case .logEntryMissing: "entries of the log are in no contract of the bundle"
        case .uncomputable: "cannot be computed again"
        case .dossierDiffers: "the dossier is not the one that the request was based on"
        case .statementDiffers: "the statement is not the one that the request was based on"
        case .payableDiffers: "the payable is not the one that the request was based on"
        case .pinMisplaced: "the request is based on another version or day than its own"
        case .claimRefused: "the request could not be raised under the rules"
        case .stepRefused: "the step could not be taken under the rules"
        case .paymentRefused: "the payment could not be made under the rules"
        case .paymentAbovePayable: "more was paid than was payable then"
        case .paymentAbovePrice: "more was paid than the contract's price"
        case .statementsDiffer: "the statements are not those computed again"
        case .paymentsDiffer: "the payment history is not the one computed again"
        case .calendarDiffers: "the calendar is not the one listed"
        case .documentDiffers: "the document is not the one named"
        case .documentMissing: "a document that entries name is not there"
        }
    }
}
