internal import HTML
internal import Values

/// Days, moments and sums in the forms that people here use.
extension Words {
    /// 2022年1月30日; 30 January 2022.
    func text(of day: CalendarDay) -> String {
        let (year, month, number) = day.yearMonthDay
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return choose("\(year)年\(month)月\(number)日", "\(number) \(months[month - 1]) \(year)")
    }

    /// A day that programs can read as well.
    func day(_ day: CalendarDay) -> Node {
        element("time", Attribute("datetime", day.description)) { text(of: day) }
    }

    /// A day that may not be known yet.
    func day(_ day: CalendarDay?) -> Node { day.map { self.day($0) } ?? .text("—") }

    /// 2022年1月30日 09:30, in China.
    func moment(_ instant: Instant) -> Node {
        // `YYYY-MM-DDTHH:MM:SS.ffffff+08:00`; HTML has three digits of a second at most.
        let text = instant.description
        let clock = text.dropFirst(11).prefix(5)
        let date = instant.dayInChina.map { self.text(of: $0) } ?? String(text.prefix(10))
        let exact = "\(text.prefix(23))\(text.suffix(6))"
        return element("time", Attribute("datetime", exact)) { "\(date) \(clock)" }
    }

    /// Yuan to the fen: 718,880.00.
    func money(_ amount: Money) -> Node {
        element("span", .class(amount.fen < 0 ? "money negative" : "money")) { amount.grouped }
    }

    /// Ten thousand yuan, for headlines where the fen are a click away: 71.89 万元; English readers get yuan.
    func tenThousands(_ amount: Money) -> Node {
        let hundredths = amount.fen / 10_000 + (abs(amount.fen % 10_000) >= 5_000 ? amount.fen.signum() : 0)
        let text = choose("\(Money(fen: hundredths).grouped) 万元", "CNY \(amount.grouped)")
        return element("data", .class("money"), .value(amount.description)) { text }
    }

    /// 逾期1天, 今天到期, 3天后到期.
    func distance(to day: CalendarDay, from today: CalendarDay) -> String {
        let days = day.days(since: today)
        if days < 0 { return choose("逾期\(-days)天", "\(-days) days overdue") }
        if days == 0 { return choose("今天到期", "due today") }
        return choose("\(days)天后到期", "due in \(days) days")
    }
}
