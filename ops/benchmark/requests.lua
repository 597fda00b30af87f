-- What wrk asks for, by KIND: a statement or a fact of one of COUNT contracts, or the work list. RUN makes the keys of
-- one run its own. The last line is: answers a second, p50 and p99 in milliseconds, answers that are no success.
local kind, count, run = os.getenv("KIND"), tonumber(os.getenv("COUNT")), os.getenv("RUN") or ""
local headers = { Authorization = "Bearer " .. os.getenv("TOKEN") }
local made, threads = 0, 0

function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
end

function init() math.randomseed(number + 1) end

function request()
    if kind == "positions" then return wrk.format("GET", "/api/v1/positions?limit=50", headers) end
    local contract = "/api/v1/contracts/" .. 100000 + math.random(0, count - 1)
    if kind == "statement" then return wrk.format("GET", contract .. "/statement", headers) end
    made = made + 1
    headers["Idempotency-Key"] = run .. "-" .. number .. "-" .. made
    headers["Content-Type"] = "application/json"
    return wrk.format("POST", contract .. "/facts", headers, '{"kind":"event","event":"meeting","on":"2022-09-01"}')
end

function done(summary, latency)
    local errors = summary.errors
    local failures = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    io.write(string.format("%.1f %.3f %.3f %d\n", summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000, failures))
end
