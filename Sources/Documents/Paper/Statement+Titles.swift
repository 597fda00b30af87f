public import Payables
public import Values

extension Statement.Figure {
    /// What papers and pages call the figure.
    public func title(in language: Language) -> String { PaperWords(language: language).name(of: self) }
}

extension Statement.Total {
    /// What papers and pages call the total.
    public func title(in language: Language) -> String { PaperWords(language: language).name(of: self) }
}

extension DeductionLine {
    /// What papers and pages call the rule that the line comes from.
    public func title(in language: Language) -> String { PaperWords(language: language).name(of: self) }
}
