public import Values

extension Assessment.SheetCriterion {
    /// The points that are left of the criterion after so many incidents: max − each × incidents, never below 0.
    public func points(after incidents: Int) -> Score {
        let (off, isHuge) = each.hundredths.multipliedReportingOverflow(by: incidents)
        return isHuge ? .zero : Score(hundredths: Swift.max(0, max.hundredths - off))
    }
}

extension Assessment {
    /// The score of a sheet (payable.md 2.2): the sum over its criteria. Maxima that add up to more than 100 are legal,
    /// only suspicious.
    public func score(of incidents: [RecordedScore.Incidents]) -> Score {
        let sum = sheet.reduce(0) { sum, criterion in
            let count = incidents.first { $0.criterion == criterion.id }?.count ?? 0
            return sum + criterion.points(after: count).hundredths
        }
        return Score(hundredths: sum)
    }

    /// The score that was recorded, as it was given or as the sheet has it.
    public func score(of recorded: RecordedScore) -> Score {
        switch recorded {
        case .score(let score): score
        case .incidents(let incidents): score(of: incidents)
        }
    }
}
