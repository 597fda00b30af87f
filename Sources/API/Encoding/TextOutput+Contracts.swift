internal import Contracts
internal import JSON
internal import Operations
internal import Payables
internal import Serving
internal import Storage
internal import Values

extension TextOutput {
    mutating func write(_ contract: ContractAnswer) {
        write("{\"contract\":")
        contract.terms.withUnsafeBufferPointer { write(raw: $0) }
        write(",\"calendar\":")
        contract.calendar.withUnsafeBufferPointer { write(raw: $0) }
        write(",\"version\":")
        write(contract.version)
        write(",\"head\":")
        write(jsonString: contract.head)
        write(",\"asOf\":")
        write(quoted: contract.statement.dossier.asOf)
        write(",\"currency\":\"CNY\",\"positions\":")
        write(list: zip(contract.statement.terms.installments, contract.statement.installments)) { output, row in
            output.write(row.0, row.1)
        }
        write("}")
    }

    private mutating func write(_ installment: Installment, _ figures: InstallmentStatement) {
        write("{\"installment\":")
        write(jsonString: installment.id)
        write(",\"label\":")
        write(jsonString: installment.label)
        write(",\"payable\":")
        write(quoted: figures.payable)
        write(",\"paid\":")
        write(quoted: figures.paid)
        write(",\"outstanding\":")
        write(quoted: figures.outstanding)
        write(",\"status\":")
        write(jsonString: figures.status.rawValue)
        write(",\"startedOn\":")
        write(optional: figures.startedOn)
        write(",\"dueOn\":")
        write(optional: figures.dueOn)
        write(",\"blockedBy\":")
        write(strings: figures.blockedBy(installment))
        write("}")
    }

    mutating func write(_ contract: ListedContract) {
        write("{\"number\":")
        write(jsonString: contract.number)
        write(",\"title\":")
        write(jsonString: contract.title)
        write(",\"buyer\":")
        write(jsonString: contract.buyer)
        write(",\"supplier\":")
        write(jsonString: contract.supplier)
        write(",\"currency\":\"CNY\",\"price\":")
        write(quoted: contract.price)
        write(",\"signedOn\":")
        write(quoted: contract.signedOn)
        write(",\"version\":")
        write(contract.version)
        write(",\"paid\":")
        write(quoted: contract.paid)
        write(",\"payableNow\":")
        write(quoted: contract.payableNow)
        write(",\"outstanding\":")
        write(quoted: contract.outstanding)
        write(",\"deducted\":")
        write(quoted: contract.deducted)
        write(",\"next\":")
        if let installment = contract.nextInstallment, let status = contract.nextStatus,
            let amount = contract.nextAmount
        {
            write("{\"id\":")
            write(jsonString: installment)
            write(",\"label\":")
            write(jsonString: contract.nextLabel ?? "")
            write(",\"status\":")
            write(jsonString: status)
            write(",\"amount\":")
            write(quoted: amount)
            write(",\"dueOn\":")
            write(optional: contract.nextDueOn)
            write("}")
        } else {
            write("null")
        }
        write("}")
    }
}

extension TextOutput {
    mutating func write(quoted money: Money) {
        write("\"")
        write(money)
        write("\"")
    }

    mutating func write(quoted day: CalendarDay) {
        write("\"")
        write(day)
        write("\"")
    }

    /// A day, or null.
    mutating func write(optional day: CalendarDay?) {
        if let day { write(quoted: day) } else { write("null") }
    }
}
