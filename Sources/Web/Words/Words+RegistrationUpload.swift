/// What the pages of pasted texts and uploaded workbooks say.
extension RegistrationWords {
    var textTitle: String { choose("粘贴或上传条款", "Paste or upload terms") }
    var textIntroduction: String {
        choose(
            "JSON 或 YAML：{\"contract\": …, \"calendar\": …}，也可只有合同本身。金额、比例写成带引号的文本。检查通过后先预览，再登记。",
            "JSON or YAML: {\"contract\": …, \"calendar\": …}, or the contract alone. Amounts and percentages are texts in quotes. You see a preview before anything is registered."
        )
    }
    var pastedText: String { choose("条款文本", "Text of the terms") }
    var textFile: String { choose("或上传文件", "Or upload a file") }
    var textFileHint: String {
        choose(
            ".json、.yaml 或 .yml，最多 256 KB；上传的文件代替上面的文本。",
            ".json, .yaml or .yml, 256 KB at most; it takes the place of the text.")
    }
    var check: String { choose("检查", "Check") }
    var textMissing: String { choose("请粘贴条款，或选择文件。", "Paste the terms, or choose a file.") }
    var textNotUTF8: String { choose("文件不是 UTF-8 文本。", "The file is no UTF-8 text.") }
    var textWithFacts: String {
        choose(
            "文本含有已发生的事实（facts）。此处只登记条款，历史请用导入功能。",
            "The text has facts. Only terms are registered here; histories are imported.")
    }
    func problemsFound(_ count: Int) -> String { choose("发现 \(count) 处问题", "\(count) problems found") }
    func line(_ number: Int) -> String { choose("第 \(number) 行", "Line \(number)") }
    var openInForm: String { choose("在表单中继续修改", "Go on in the form") }

    // The workbook
    var workbookTitle: String { choose("上传 Excel 登记表", "Upload an Excel form") }
    var workbookIntroduction: String {
        choose(
            "先下载空白登记表填写。上传后逐格检查；没有问题的先列出将要登记的内容，确认后才登记。",
            "Download the empty form first. What you upload is checked cell by cell; you see what will be recorded and confirm it."
        )
    }
    var downloadForm: String { choose("下载空白登记表（.xlsx）", "Download the empty form (.xlsx)") }
    var formName: String { choose("登记表.xlsx", "form.xlsx") }
    var markedName: String { choose("登记表-更正.xlsx", "form-marked.xlsx") }
    var workbookFile: String { choose("填好的登记表", "The form, filled in") }
    var workbookHint: String { choose(".xlsx，最多 5 MB", ".xlsx, 5 MB at most") }
    var upload: String { choose("上传并检查", "Upload and check") }
    var fileMissing: String { choose("请选择文件。", "Choose a file.") }
    var sheet: String { choose("工作表", "Sheet") }
    var cell: String { choose("单元格", "Cell") }
    var problem: String { choose("问题", "Problem") }
    var downloadMarked: String { choose("下载标出问题的登记表", "Download the form with the cells marked") }
    var willBeRecorded: String { choose("将登记以下内容", "This will be recorded") }
    func contractsAndFacts(_ contracts: Int, _ facts: Int) -> String {
        choose("合同 \(contracts) 份，发票和考核结果 \(facts) 条", "\(contracts) contracts, \(facts) invoices and results")
    }
    func recordedOfForm(_ contracts: Int, _ facts: Int) -> String {
        choose(
            "已登记合同 \(contracts) 份、其他记录 \(facts) 条。", "\(contracts) contracts and \(facts) other records are registered."
        )
    }
    var fact: String { choose("记录", "Record") }
    var installmentCount: String { choose("期数", "Installments") }
}
