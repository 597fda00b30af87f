internal import HTML
internal import Operations
internal import Requests
internal import Values

/// What the visitor may do about a request, and why not where it would be theirs.
struct RequestActionNodes {
    let visit: Visit
    let review: RequestReview
    let form: FilledForm

    private var words: Words { visit.words }
    private var own: PaymentWords { words.payments }
    private var options: RequestOptions { review.options }
    private var place: String { PaymentPlace.request(review.request.id) }

    var showsForm: Bool { options.approve == .open }

    var isAnythingOpen: Bool {
        [options.approve, options.reject, options.withdraw, options.reconfirm, options.pay].contains(.open)
    }

    var node: Node {
        group {
            for reason in obstacles { element("p", .class("warning")) { reason } }
            if showsForm {
                element("p") { own.approveHint(review.request.rest.grouped) }
                form.node(action: place + "/approve", version: review.version, in: words) {
                    element("button", .class("primary")) { own.approve }
                }
            }
            if options.pay == .open { link("pay", own.pay, isPrimary: true) }
            if options.reconfirm == .open { link("reconfirm", own.reconfirm, isPrimary: true) }
            element("ul", .class("actions")) {
                if options.reject == .open { element("li") { link("reject", own.reject) } }
                if options.withdraw == .open { element("li") { link("withdraw", own.withdraw) } }
                element("li") { link("form", own.printForm) }
            }
        }
    }

    /// Why what would be theirs cannot be done; each reason once.
    private var obstacles: [String] {
        var sentences: [String] = []
        for standing in [options.approve, options.pay, options.reconfirm] {
            guard case .refused(let reason) = standing, reason != .stale || review.request.state != .stale else {
                continue
            }
            let sentence = reason.message(in: words.language)
            if !sentences.contains(sentence) { sentences.append(sentence) }
        }
        return sentences
    }

    private func link(_ action: String, _ text: String, isPrimary: Bool = false) -> Node {
        element("a", .class(isPrimary ? "button primary" : "button"), .href("\(place)/\(action)")) { text }
    }
}
