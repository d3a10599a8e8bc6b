-- For wrk: sends the file named behind the address by POST, or asks by GET where there is none.
-- The last line that it prints: how many answers came, in how many microseconds, and how many of them were errors.
function init(args)
  if not args[1] then return end
  local file = assert(io.open(args[1], "rb"))
  wrk.method, wrk.body = "POST", file:read("*a")
  wrk.headers["Content-Type"] = "application/xml"
  file:close()
end

function done(summary)
  local errors = summary.errors
  print(string.format("%d %d %d", summary.requests, summary.duration, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
