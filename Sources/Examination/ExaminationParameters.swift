public import Values

/// What the rules measure against. The defaults are those of the law or of the Meishan bureau; Examination.md tells.
public struct ExaminationParameters: Equatable, Sendable {
    /// How far supplementary agreements may raise the price in total (政府采购法 art. 49).
    public var supplementLimit = Percentage(millionths: 10_000_000)
    /// From this price on goods and services go to public tender: 2,000,000 yuan of the central authorities (国办发
    /// 〔2019〕55号); provinces set their own.
    public var tenderThreshold = Money(fen: 200_000_000)
    /// How far below the threshold still counts as just under it, of the threshold.
    public var thresholdMargin = Percentage(millionths: 10_000_000)
    /// How many contracts just under the threshold make a finding; at least 2.
    public var thresholdContracts = 2
    /// Within so many months from the signing of the first of them.
    public var thresholdMonths = 12
    /// Night begins at this hour in China (+08:00), 0 to 23.
    public var nightBeginsAt = 22
    /// Night ends at this hour in China (+08:00), 0 to 23.
    public var nightEndsAt = 6
    /// What is voided or returned and recorded again within so many hours was done again.
    public var redoneWithinHours = 24
    /// Days to pay a small or medium enterprise where the terms agree on none (条例 art. 9).
    public var statutoryDays = 30
    /// The most days that terms may agree on (条例 art. 9).
    public var longestAgreedDays = 60
    /// Interest a day where the terms agree on none (条例 art. 17): 0.05 %.
    public var statutoryInterest = Percentage(millionths: 50_000)
    /// Whether a supplier whose scale is not known is judged as a small or medium enterprise.
    public var takesUnknownSuppliersForSmall = true

    /// The defaults.
    public init() {}
}
