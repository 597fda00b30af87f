import Contracts
import TestSupport
import Testing
import Values

@testable import Web

/// What was recorded reads as a sentence, in both languages, and forms ask what the terms ask.
@Suite struct FactWordsTests {
    private static func dossier(_ sample: String) throws -> Dossier {
        try Dossier.read(Fixtures.bytes("ops/samples/\(sample).json"))
    }

    @Test func sentencesNameInstallmentsAndSums() throws {
        let dossier = try Self.dossier("meishan-tianfu")
        let words = Words(language: .chinese)
        let sentences = dossier.facts.map { words.sentence(of: $0, dossier.contract) }
        #expect(sentences[0] == "“合同签订”发生")
        #expect(sentences[1] == "收到“首年预付款”发票 0001，718,880.00 元")
        #expect(sentences[2] == "支付“首年预付款” 718,880.00 元")
        #expect(sentences[4] == "“本地服务上线”发生，数量 43")
        #expect(sentences[8] == "“第一年度考核”第 1 轮，得分 91")
        #expect(words.factTitle(dossier.facts[1], number: 3) == "第 3 条 发票 0001")
    }

    /// No sentence shows what only programs read, in any sample.
    @Test(arguments: ["meishan-hotline", "cloud-quarterly", "works-withheld", "property-monthly"])
    func everySampleReadsWell(_ sample: String) throws {
        let dossier = try Self.dossier(sample)
        for language in Language.allCases {
            for fact in dossier.facts {
                let sentence = Words(language: language).sentence(of: fact, dossier.contract)
                #expect(!sentence.isEmpty && !sentence.contains("Optional"), "\(fact.id): \(sentence)")
            }
        }
    }

    @Test func formsOfferWhatTheTermsWaitFor() throws {
        let tianfu = FactChoices(try Self.dossier("meishan-tianfu").contract)
        #expect(tianfu.events == ["signed", "launched", "local-service", "system-acceptance"])
        #expect(tianfu.objections == ["quality"] && tianfu.metered.isEmpty && tianfu.items.isEmpty)
        let cloud = try Self.dossier("cloud-quarterly").contract
        let choices = FactChoices(cloud)
        #expect(!choices.metered.isEmpty && Set(choices.items).count == choices.items.count)
        #expect(FactForm.isUseful(.usage, cloud))
        let labels = tianfu.options(tianfu.events, in: .events, Words(language: .chinese)).map(\.label)
        #expect(labels.first == "合同签订（signed）")
    }

    @Test func clausesHaveIdsForHTML() {
        #expect(ContractView.anchor(of: "/installments/2/amount") == "clause-installments-2-amount")
        let view = ContractView("甲/1 乙", Words(language: .chinese))
        #expect(view.path("/terms") == "/contracts/%E7%94%B2%2F1%20%E4%B9%99/terms")
    }
}
