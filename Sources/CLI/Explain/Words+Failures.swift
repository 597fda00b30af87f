import Operations
import Values

extension Words {
    /// What a failed operation means to the person at the terminal.
    func sentence(_ error: OperationError) -> String {
        switch error {
        case .outcomeUnknown:
            choose("与数据库的连接在提交时中断，结果未知；请用同一 --key 重试。", "the connection broke while committing and the outcome is unknown; try again with the same --key")
        default: error.message(in: language)
        }
    }
}
