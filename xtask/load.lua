-- Asks for a page and all its files in turn, as browsers do that come for the first time. wrk runs it:
--   wrk … --script load.lua ADDRESS -- PATH …

local paths = {}
local turn = 0

function init(arguments)
  paths = arguments
  wrk.headers["Accept-Encoding"] = "gzip, deflate, br"
end

function request()
  turn = turn % #paths + 1
  return wrk.format(nil, paths[turn])
end

function done(summary, latency)
  local seconds = summary.duration / 1e6
  local errors = summary.errors
  print(string.format("requests: %d in %.1f s, %.0f a second", summary.requests, seconds, summary.requests / seconds))
  print(string.format("bytes: %.1f MB a second", summary.bytes / seconds / 1e6))
  for _, part in ipairs({ 50, 90, 99 }) do
    print(string.format("answered within, %d of 100: %.1f ms", part, latency:percentile(part) / 1000))
  end
  print(string.format("connections refused: %d, broken: %d, timed out: %d", errors.connect, errors.read + errors.write, errors.timeout))
  print(string.format("answers with an error: %d", errors.status))
  print(string.format("errors: %d", errors.connect + errors.read + errors.write + errors.timeout + errors.status))
end
