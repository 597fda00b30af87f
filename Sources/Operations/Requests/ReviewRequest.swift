internal import Audit
internal import Contracts
internal import Documents
internal import JSON
internal import Payables
internal import Reperformance
internal import Requests
internal import Storage
internal import Values

extension Workspace {
    /// A payment request as somebody who decides on it looks at it: what it rests on, computed again from the journal,
    /// beside today's figures; what was recorded since; evidence, payments, the supplier's account; and what the caller
    /// may do now.
    public func requestReview(_ id: String, by caller: Caller) async throws(OperationError) -> RequestReview {
        let (situation, computed) = try await readingContract("review-request", .request(id), by: caller) {
            authority, stored in
            let situation = Situation(authority: authority, contract: stored, context: readingContext(of: authority))
            var parser = JSONParser()
            return (situation, try Computed(stored.journal, situation.context, with: &parser))
        }
        return try await mappingErrors(contract: situation.number) {
            guard let request = computed.ledger[id] else { throw OperationError.unknownRequest }
            let pinned = try await pinnedFigures(of: request, in: situation.journal)
            let today = InstallmentFigures(computed.statement, request.installment)
            let news = situation.news(since: request, figures: today ?? pinned, computed)
            let payments = situation.payments(on: request, computed)
            let names = request.steps.map(\.by) + news.map(\.by) + payments.flatMap { [$0.by] + $0.returns.map(\.by) }
            return RequestReview(
                contract: situation.number, version: situation.journal.entries.count, request: request,
                pinned: pinned, today: today, news: news,
                evidence: try await evidence(of: today ?? pinned, in: situation.journal, for: situation.authority),
                payments: payments,
                accounts: try await accounts(of: computed.statement.terms, for: situation.authority),
                people: try await database.displayNames(of: Array(Set(names))),
                options: try situation.options(on: request, computed))
        }
    }

    /// What a decision would rest on if it were made now, for one that is only looked at.
    func readingContext(of authority: Authority) -> DraftContext {
        DraftContext(
            origin: .recorded, now: effects.now(), today: effects.today, user: authority.name, holidays: holidays)
    }

    private func pinnedFigures(
        of request: PaymentRequest, in journal: ContractJournal
    ) async throws -> InstallmentFigures {
        guard let pin = journal.pinnedClaims.last(where: { $0.request == request.id }) else {
            throw OperationError.unknownRequest
        }
        var recomputation = Recomputation(journal, try await calendarVersions())
        let statement = try recomputation.outcome(of: pin).statement
        guard let figures = InstallmentFigures(statement, request.installment) else {
            throw OperationError.uncomputable
        }
        return figures
    }
}

extension Situation {
    /// What was recorded since a request's claim, but for its own steps, payments and returns.
    fileprivate func news(
        since request: PaymentRequest, figures: InstallmentFigures, _ computed: Computed
    ) -> [RequestReview.News] {
        let facts = computed.statement.dossier.facts
        let about = Set(figures.facts)
        var place = -1
        return journal.entries.compactMap { sealed in
            let entry = sealed.entry
            if entry.kind.isFact { place += 1 }
            guard entry.number > request.claim.pin.version else { return nil }
            func news(_ content: RequestReview.News.Content, _ isAboutIt: Bool) -> RequestReview.News {
                RequestReview.News(
                    entry: entry.number, by: entry.recordedBy, at: entry.recordedAt, content: content,
                    isAboutIt: isAboutIt)
            }
            if case .request(let event) = entry.kind {
                guard event.request != request.id, let other = computed.ledger[event.request] else { return nil }
                return news(.step(event, installment: other.installment), other.installment == request.installment)
            }
            guard entry.kind.isFact, !request.owns(facts[place]) else { return nil }
            return news(.fact(facts[place]), about.contains(place) || facts[place].reaches(figures))
        }
    }

    fileprivate func payments(on request: PaymentRequest, _ computed: Computed) -> [RequestReview.PaidOnRequest] {
        let dossier = computed.statement.dossier
        let entries = journal.facts
        return dossier.payments.filter { request.payments.contains($0.id) }.map { payment in
            let returns = dossier.facts.indices.compactMap { place -> RequestReview.Returned? in
                guard case .returned(_, let amount, payment.id) = dossier.facts[place].kind,
                    !dossier.standing.voided.contains(place)
                else { return nil }
                let (fact, entry) = (dossier.facts[place], entries[place].entry)
                return RequestReview.Returned(
                    amount: amount, on: fact.on, reason: fact.note ?? "", by: entry.recordedBy, at: entry.recordedAt)
            }
            let entry = entries[payment.fact].entry
            return RequestReview.PaidOnRequest(
                payment: payment, by: entry.recordedBy, at: entry.recordedAt, returns: returns)
        }
    }

    /// What would become of each decision if the caller took it now.
    fileprivate func options(on request: PaymentRequest, _ computed: Computed) throws -> RequestOptions {
        let context = try decisionContext(on: request, computed)
        let isAtHome = authority.isAtHome(buyer: contract.buyerKey)
        func standing(
            _ isTheirs: Bool, _ attempt: () throws(RequestRefusal) -> Void
        ) -> RequestOptions.Standing {
            guard isAtHome, isTheirs else { return .notTheirs }
            do throws(RequestRefusal) {
                try attempt()
                return .open
            } catch {
                switch error {
                case .notOpen, .notYourStep, .notRequester: return .notTheirs
                default: return .refused(error)
                }
            }
        }
        func standing(_ decision: Decision, _ isTheirs: Bool) -> RequestOptions.Standing {
            standing(isTheirs) { () throws(RequestRefusal) in _ = try request.step(decision, in: context) }
        }
        let mayRaise = authority.may(.raiseRequests)
        var again: Money?
        if case .reconfirmed(let claim)? = try? request.step(.reconfirm, in: context) { again = claim.amount }
        return RequestOptions(
            approve: standing(.approve, !context.roles.isEmpty),
            reject: standing(.reject(reason: ""), !context.roles.isEmpty || context.isTreasury),
            withdraw: standing(.withdraw(reason: nil), mayRaise), reconfirm: standing(.reconfirm, mayRaise),
            pay: standing(context.isTreasury) { () throws(RequestRefusal) in
                let today = self.context.today
                try request.checkPayment(of: request.rest, on: today, in: context, today: today)
            },
            mayReturn: isAtHome && context.isTreasury, amountAgain: again, needsProof: request.isAtLastApproval)
    }
}

extension Authority {
    /// Whether a role permits it.
    func may(_ permission: Permission) -> Bool { actor?.may(permission) ?? true }
}

extension PaymentRequest {
    /// Whether a fact is a payment on it, or came back of one.
    fileprivate func owns(_ fact: Fact) -> Bool {
        switch fact.kind {
        case .paid: payments.contains(fact.id)
        case .returned(_, _, let payment): payment.map(payments.contains) ?? false
        default: false
        }
    }
}

extension Fact {
    /// Whether it may have changed an installment's figures though it is no evidence of it: by voiding another fact, or
    /// ending the contract, or as money on the installment.
    fileprivate func reaches(_ figures: InstallmentFigures) -> Bool {
        switch kind {
        case .paid(let id, _, _, _), .returned(let id, _, _): return id == figures.installment.id
        case .terminated: return true
        case .voided(let id, _):
            let voided = figures.statement.dossier.facts.first { $0.id == id }
            return voided.map { $0.concerns(figures.installment, of: figures.statement) || $0.reaches(figures) }
                ?? false
        default: return false
        }
    }
}
