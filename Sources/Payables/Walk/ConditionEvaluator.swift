import Contracts
import Values

/// Whether a condition is met on the day asked about, and on which day it was (payable.md, section 3).
struct ConditionEvaluator {
    let terms: Contract
    let standing: Standing
    let asOf: CalendarDay

    enum Fulfilment: Equatable {
        case open
        /// Without a date where nothing had to happen.
        case met(CalendarDay?)

        var date: CalendarDay? { if case .met(let date) = self { date } else { nil } }
    }

    func evaluate(_ condition: Condition, installment: Int, payable: Money) -> Fulfilment {
        switch condition {
        case .count(let name, let least): met(dayOfCount(name, least))
        case .invoice: invoices(for: installment, reach: payable)
        case .clear(let name): clear(name)
        case .all(let parts): all(parts, installment, payable)
        case .any(let parts): any(parts, installment, payable)
        case .event, .date, .after, .yearStarts, .yearElapsed, .yearEnds, .contractEnds: met(expectedDay(of: condition))
        }
    }

    /// The day that the terms and the events on file give, whether it has come or not; nil where there is none.
    func expectedDay(of condition: Condition) -> CalendarDay? {
        switch condition {
        case .event(let name): firstEvent(name)
        case .date(let day): day
        case .after(let name, let span): firstEvent(name).flatMap { add(span, to: $0) }
        case .yearStarts(let year): terms.years[year].period.from
        case .yearElapsed(let year, let months): add(.months(months), to: terms.years[year].period.from)
        case .yearEnds(let year): terms.years[year].period.to
        case .contractEnds: terms.endsOn
        case .count, .invoice, .clear, .all, .any: nil
        }
    }

    /// Neither a fact nor a computed date after `asOf` has happened.
    private func met(_ day: CalendarDay?) -> Fulfilment {
        guard let day, day <= asOf else { return .open }
        return .met(day)
    }

    /// A day beyond 9999 is after every `asOf`.
    private func add(_ span: Span, to day: CalendarDay) -> CalendarDay? {
        switch span {
        case .days(let days), .workingDays(let days): try? day.adding(days: days)
        case .months(let months): try? day.adding(months: months)
        }
    }

    private func firstEvent(_ name: String) -> CalendarDay? {
        standing.events.first { $0.name == name }?.on
    }

    private func dayOfCount(_ name: String, _ least: Int) -> CalendarDay? {
        var sum = 0
        for event in standing.events where event.name == name {
            sum += event.count
            if sum >= least { return event.on }
        }
        return nil
    }

    /// The day since which the invoices have added up; a credit note that takes the sum below opens it again.
    private func invoices(for installment: Int, reach payable: Money) -> Fulfilment {
        if payable == .zero { return .met(nil) }
        var sum = Int128(0)
        var day: CalendarDay?
        for invoice in standing.ledgers[installment].invoices {
            sum += Int128(invoice.amount.fen)
            day = sum < Int128(payable.fen) ? nil : day ?? invoice.on
        }
        return met(day)
    }

    private func clear(_ name: String) -> Fulfilment {
        guard let objection = standing.objections.first(where: { $0.name == name }), objection.raised > 0 else {
            return .met(nil)
        }
        return objection.resolved < objection.raised ? .open : .met(objection.lastResolvedOn)
    }

    private func all(_ parts: [Condition], _ installment: Int, _ payable: Money) -> Fulfilment {
        var latest: CalendarDay?
        for part in parts {
            guard case .met(let date) = evaluate(part, installment: installment, payable: payable) else { return .open }
            if let date, date > latest ?? .first { latest = date } else { latest = latest ?? date }
        }
        return .met(latest)
    }

    private func any(_ parts: [Condition], _ installment: Int, _ payable: Money) -> Fulfilment {
        var result = Fulfilment.open
        for part in parts {
            guard case .met(let date) = evaluate(part, installment: installment, payable: payable) else { continue }
            guard case .met(let earliest) = result else {
                result = .met(date)
                continue
            }
            result = .met([earliest, date].compactMap { $0 }.min())
        }
        return result
    }
}
