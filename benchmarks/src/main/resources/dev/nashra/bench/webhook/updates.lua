-- Updates as Telegram sends them: mostly chatter of a thousand groups, a question now and then, and
-- now and then one that has come before. Arguments: first number, requests a second (0: flat out).
local ffi = require("ffi")
ffi.cdef[[
typedef struct { long seconds; long nanoseconds; } bench_time;
int clock_gettime(int clock, bench_time *time);
]]
local time = ffi.new("bench_time")

local function now() -- in milliseconds, by a clock that never jumps
  ffi.C.clock_gettime(1, time)
  return tonumber(time.seconds) * 1000 + tonumber(time.nanoseconds) / 1000000
end

local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(arguments)
  base = tonumber(arguments[1])
  interval = tonumber(arguments[2]) > 0 and 1000 / tonumber(arguments[2]) or 0
  sent, fresh, questions, slot = 0, 0, 0, now()
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["X-Telegram-Bot-Api-Secret-Token"] = "benchmark_secret"
end

function request()
  sent = sent + 1
  local id
  if sent % 20 == 0 and fresh > 0 then
    id = base + fresh
  else
    fresh = fresh + 1
    id = base + fresh
  end
  local text = "good morning everybody"
  if id % 49 == 0 then
    text = "/help"
  end
  return wrk.format("POST", nil, nil, string.format(
    '{"update_id":%d,"message":{"message_id":%d,"date":1790000000,"text":"%s",' ..
    '"from":{"id":%d,"is_bot":false,"first_name":"Reader","language_code":"ar"},' ..
    '"chat":{"id":-%d,"type":"supergroup","title":"Neighbours"}}}',
    id, id, text, 5000 + id % 977, 1000 + id % 1000))
end

-- Slots of one clock, whatever the answers take: who is late sends at once.
function delay()
  if interval == 0 then
    return 0
  end
  slot = slot + interval
  return math.max(0, slot - now())
end

function done(summary, latency, requests)
  local all, new = 0, 0
  for _, thread in ipairs(threads) do
    all = all + thread:get("sent")
    new = new + thread:get("fresh")
  end
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"requests":%d,"sent":%d,"fresh":%d,"micros":%d,"p50":%d,"p90":%d,"p99":%d,"max":%d,' ..
    '"status":%d,"broken":%d}\n',
    summary.requests, all, new, summary.duration, latency:percentile(50), latency:percentile(90),
    latency:percentile(99), latency.max, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
