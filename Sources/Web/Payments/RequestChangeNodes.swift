internal import Contracts
internal import HTML
internal import Operations
internal import Payables
internal import Requests
internal import Values

/// What a request rests on beside today's figures, and what was recorded since.
struct RequestChangeNodes {
    let visit: Visit
    let review: RequestReview

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }

    /// In one table where both are the same, else beside each other with what changed in words.
    @Content var computation: Node {
        if let today = review.today {
            let nodes = ComputationNodes(words: words, figures: review.pinned, later: today)
            let sums = nodes.changesOfSums(to: today)
            let changes = sums + nodes.changesOfStanding(to: today)
            if sums.isEmpty { element("p") { own.noChange } }
            if !changes.isEmpty {
                element("ul", sums.isEmpty ? nil : .class("changes")) {
                    for change in changes { element("li") { change } }
                }
            }
            if changes.isEmpty, review.pinned.row == today.row {
                ComputationNodes(words: words, figures: review.pinned).table
            } else {
                nodes.comparison(with: today)
            }
        } else {
            element("p", .class("warning")) { own.gone }
            ComputationNodes(words: words, figures: review.pinned).table
        }
    }

    @Content var news: Node {
        if review.news.isEmpty { element("p") { own.noNews } } else { table(review.news, own.newsCaption) }
    }

    /// What came after the version that somebody had seen.
    func news(after version: Int) -> Node {
        let news = review.news.filter { $0.entry > version }
        let steps = review.request.steps.filter { $0.entry > version }
        return element("div", .class("block")) {
            element("h2") { own.newsSeen }
            if !steps.isEmpty {
                element("ul") {
                    for step in steps {
                        element("li") {
                            "\(own.name(of: step.event)) · \(name(step.by)) · "
                            words.moment(step.at)
                        }
                    }
                }
            }
            if !news.isEmpty { table(news, own.newsSeen) }
        }
    }

    private func table(_ news: [RequestReview.News], _ caption: String) -> Node {
        dataTable(caption: caption, .class("titled")) {
            headRow((own.what, false), (own.isAboutIt, false), (own.recordedBy, false), (own.when, false))
            element("tbody") {
                for piece in news {
                    element("tr") {
                        element("th", .scope("row"), .class("wide")) { sentence(piece) }
                        element("td") { piece.isAboutIt ? own.yes : own.no }
                        element("td", .class("label")) { name(piece.by) }
                        element("td") { words.moment(piece.at) }
                    }
                }
            }
        }
    }

    private func name(_ account: String) -> String { review.people[account] ?? account }

    private func sentence(_ piece: RequestReview.News) -> Node {
        let statement = (review.today ?? review.pinned).statement
        switch piece.content {
        case .fact(let fact):
            guard case .voided(let id, let reason) = fact.kind,
                let voided = statement.dossier.facts.first(where: { $0.id == id })
            else { return .text(words.sentence(of: fact, statement.terms)) }
            return .text(own.voiding(reason, words.sentence(of: voided, statement.terms)))
        case .step(let event, let installment):
            let label = statement.terms.installments.first { $0.id == installment }?.label ?? installment
            return element("a", .href(PaymentPlace.request(event.request))) { own.step(event, label) }
        }
    }
}
