-- Requests from a file, one a line: host, path, If-None-Match or nothing, with tabs between; taken in turn.
local ready, at = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local host, path, etag = line:match("([^\t]*)\t([^\t]*)\t(.*)")
    local headers = { ["Host"] = host, ["X-Forwarded-Proto"] = "https", ["X-Forwarded-For"] = "198.51.100.7" }
    if etag ~= "" then headers["If-None-Match"] = etag end
    ready[#ready + 1] = wrk.format("GET", path, headers)
  end
end

function request()
  at = at % #ready + 1
  return ready[at]
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '\n@@{"requests": %d, "seconds": %.4f, "p50": %.3f, "p99": %.3f, "bad": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
