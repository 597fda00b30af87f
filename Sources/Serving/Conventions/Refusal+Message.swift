internal import Contracts
internal import JSON
internal import Operations
package import Values

extension Refusal {
    /// What happened, for the person in front of the client; nothing where nobody may be told.
    package func detail(in language: Language) -> String? {
        func choose(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        switch self {
        // Their errors say it all, each in its place.
        case .operation(.invalid), .operation(.conflicting): return nil
        case .operation(let error): return kind == .failed ? nil : error.message(in: language)
        case .malformedJSON: return choose("请求正文不是可读取的 JSON。", "the body is not JSON that can be read")
        case .parameters: return choose("参数或标头有误。", "parameters or header fields are wrong")
        case .unknownPath: return choose("没有这个路径。", "there is nothing of that path")
        case .methodNotAllowed(let allowed): return choose("此处只能用：\(allowed)。", "only \(allowed) can be used here")
        case .notAcceptable: return choose("没有客户端所要的格式。", "there is no form that the client accepts")
        case .unsupportedMediaType(let wanted):
            let types = wanted.joined(separator: ", ")
            return choose("请求正文应为：\(types)。", "the body must be \(types)")
        case .bodyTooLarge(let most): return choose("请求正文最多 \(most) 字节。", "the body may have \(most) bytes at most")
        case .crossSite: return choose("请求可能来自其他网站，已拒绝。", "another site may have sent this request")
        case .malformedRequest: return choose("请求不是有效的 HTTP/1.1，或未完整到达。", "this is not valid HTTP/1.1, or it broke off")
        case .headTooLarge: return choose("请求标头过长。", "the header fields are too long")
        case .requestTimedOut: return choose("请求未及时到达。", "the request did not arrive in time")
        case .notReady: return choose("数据库无法连接，或结构与本程序不符。", "the database is away, or has another schema")
        case .identityProviderAway: return choose("无法取得统一身份认证的密钥。", "the keys of the identity provider cannot be read")
        case .internalError: return nil
        }
    }

    /// What is wrong in detail: where, a stable code, a sentence.
    package func errors(in language: Language) -> [(place: Place, code: String, message: String)] {
        switch self {
        case .operation(.invalid(let problems)):
            problems.list.map { (.pointer($0.pointer), $0.code.rawValue, $0.message(in: language)) }
        case .operation(.conflicting(let conflicts)):
            conflicts.map { (.pointer($0.pointer), $0.code.rawValue, $0.message(in: language)) }
        case .malformedJSON(let error):
            [error].map { error in
                let code = ProblemCode(rawValue: error.code.rawValue) ?? .syntax
                let problem = Problem(pointer: "", code: code, detail: String(error.offset))
                return (.pointer(""), problem.code.rawValue, problem.message(in: language))
            }
        case .parameters(let problems):
            problems.map { (.parameter($0.name), $0.code.rawValue, $0.message(in: language)) }
        default: []
        }
    }

    /// Where something is wrong: a JSON Pointer into the body, or a parameter or header field by its name.
    package enum Place {
        case pointer(String)
        case parameter(String)
    }
}

extension Refusal.Kind {
    /// The title of the problem document, the same for all refusals of the kind.
    package func title(in language: Language) -> String {
        func choose(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        return switch self {
        case .badRequest: choose("请求有误", "Bad request")
        case .unauthenticated: choose("需要登录", "Not logged in")
        case .forbidden: choose("无权操作", "Not allowed")
        case .notFound: choose("不存在", "Not found")
        case .methodNotAllowed: choose("方法不适用", "Method not allowed")
        case .notAcceptable: choose("没有可用的格式", "Not acceptable")
        case .timedOut: choose("请求超时", "Request timed out")
        case .conflict: choose("与现有内容冲突", "Conflict")
        case .preconditionFailed: choose("版本已变", "Version changed")
        case .tooLarge: choose("内容过大", "Too large")
        case .unsupportedMediaType: choose("不支持的内容类型", "Unsupported media type")
        case .invalid: choose("数据有误", "Invalid data")
        case .tooMany: choose("尝试次数过多", "Too many attempts")
        case .headTooLarge: choose("标头过长", "Header fields too large")
        case .failed: choose("内部错误", "Internal error")
        case .unavailable: choose("暂时不可用", "Unavailable for now")
        }
    }
}

extension ParameterProblem {
    /// The sentence that a user reads.
    package func message(in language: Language) -> String {
        func choose(_ chinese: String, _ english: String) -> String { language == .chinese ? chinese : english }
        return switch code {
        case .unknown: choose("没有“\(name)”这个参数。", "There is no parameter “\(name)” here.")
        case .missing: choose("缺少“\(name)”。", "“\(name)” must be there.")
        case .amount: choose("“\(name)”应为金额，如 2000000.00。", "“\(name)” must be an amount such as 2000000.00")
        case .repeated: choose("“\(name)”只能出现一次。", "“\(name)” may stand there once.")
        case .encoding: choose("“\(name)”的编码有误。", "“\(name)” is not encoded as it must be.")
        case .date: choose("应为 YYYY-MM-DD 形式的有效日期。", "Wanted a date of the form YYYY-MM-DD.")
        case .instant:
            choose("应为时刻，例如 2022-01-31T09:30:00+08:00。", "Wanted an instant such as 2022-01-31T09:30:00+08:00.")
        case .integer: choose("应为 \(detail) 范围内的整数。", "Wanted a whole number in the range \(detail).")
        case .choice: choose("取值应为以下之一：\(detail)。", "Wanted one of these: \(detail).")
        case .cursor: choose("不是本列表给出的游标。", "This cursor was not given by this list.")
        case .idempotencyKey: choose("应为 1 至 200 个可见的 ASCII 字符。", "Wanted 1 to 200 visible ASCII characters.")
        case .entityTag: choose("应为先前给出的 ETag。", "Wanted an ETag that was given before.")
        }
    }
}
