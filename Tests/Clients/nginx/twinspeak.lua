-- Twinspeak for nginx: the handlers of nginx.conf.

local ffi = require "ffi"

local DONE = 0
local OPENAI, GEMINI = 1, 2

local twinspeak = {}
local library, translator

-- The library's own header, without what only a compiler of C reads.
local function declare(header)
    local file = assert(io.open(header))
    local text = file:read("*a")
    file:close()
    ffi.cdef((text:gsub("#ifdef __cplusplus.-#endif", ""):gsub("\n#[^\n]*", "\n")))
    return tonumber(text:match("#define TWINSPEAK_ABI_VERSION (%d+)"))
end

local function owned(handle) return ffi.gc(handle, library.twinspeak_free) end

-- What a result lends, as a string of Lua's.
local function lent(lend, result)
    local count = ffi.new("size_t[1]")
    local bytes = lend(result, count)
    return ffi.string(bytes, count[0])
end

local function set_headers(result)
    for name, value in lent(library.twinspeak_result_headers, result):gmatch("([^:]+): ([^\r]*)\r\n") do
        ngx.header[name] = value
    end
end

-- Headers as the library wants them; those that are given more than once are none that it looks at.
local function lines(headers)
    local text = ""
    for name, value in pairs(headers) do
        if type(value) == "string" then text = text .. name .. ": " .. value .. "\r\n" end
    end
    return text
end

local function translate(body, status, headers, exchange, result)
    library.twinspeak_response(
        translator, body, #body, status, headers, #headers, exchange, nil, 0, ngx.time(), result)
end

local function send(result)
    ngx.status = library.twinspeak_result_http_status(result)
    set_headers(result)
    ngx.print(lent(library.twinspeak_result_body, result))
    return ngx.exit(ngx.OK)
end

-- Loads the library from where it was built to; one translator serves all requests.
function twinspeak.load(prefix, options)
    local version = declare(prefix .. "/include/twinspeak.h")
    library = ffi.load(prefix .. "/lib/libTwinspeakC.so.1")
    assert(library.twinspeak_abi_version() == version, "the library has another version than its header")
    local result = owned(library.twinspeak_result_new())
    local made = ffi.new("twinspeak_translator *[1]")
    local status = library.twinspeak_translator_new(OPENAI, GEMINI, options, #options, made, result)
    assert(status == DONE, lent(library.twinspeak_result_envelope, result))
    translator = owned(made[0])
end

-- Translates the client's body, and shows the key as Gemini wants it.
function twinspeak.request()
    ngx.req.read_body()
    local body = ngx.req.get_body_data() or ""
    local result = owned(library.twinspeak_result_new())
    local called = ngx.var.request_uri
    if library.twinspeak_request(translator, body, #body, called, #called, result) ~= DONE then return send(result) end

    local exchange = owned(library.twinspeak_result_exchange(result))
    ngx.var.target = lent(library.twinspeak_result_target, result)
    local key = (ngx.var.http_authorization or ""):match("^Bearer (.*)$")
    ngx.req.clear_header("Authorization")
    ngx.req.set_header("x-goog-api-key", key)
    local translated = lent(library.twinspeak_result_body, result)
    if library.twinspeak_exchange_stream(exchange) == 1 then
        ngx.ctx.exchange, ngx.ctx.result = exchange, result
        return ngx.req.set_body_data(translated)
    end
    local options = { method = ngx.HTTP_POST, body = translated, vars = { target = ngx.var.target } }
    local answer = ngx.location.capture("/upstream", options)
    translate(answer.body, answer.status, lines(answer.header), exchange, result)
    return send(result)
end

-- The headers of a stream, before its first byte. An error gets status and headers by those of the upstream alone,
-- because they are sent before its body is known.
function twinspeak.header()
    local context = ngx.ctx
    if not context.exchange then return end
    ngx.header.content_length = nil
    if ngx.status >= 300 then
        context.error = {}
        translate("", ngx.status, lines(ngx.resp.get_headers()), context.exchange, context.result)
        ngx.status = library.twinspeak_result_http_status(context.result)
        return set_headers(context.result)
    end
    local made = ffi.new("twinspeak_stream *[1]")
    library.twinspeak_stream_new(translator, context.exchange, nil, 0, ngx.time(), made, context.result)
    context.stream = owned(made[0])
    set_headers(context.result)
end

-- The bytes of a stream, as they come.
function twinspeak.body()
    local context = ngx.ctx
    local chunk, is_last = ngx.arg[1], ngx.arg[2]
    if context.stream then
        local result = context.result
        library.twinspeak_stream_push(context.stream, chunk, #chunk, result)
        local output = lent(library.twinspeak_result_body, result)
        if is_last then
            library.twinspeak_stream_finish(context.stream, result)
            output = output .. lent(library.twinspeak_result_body, result)
        end
        ngx.arg[1] = output
    elseif context.error then
        table.insert(context.error, chunk)
        ngx.arg[1] = nil
        if not is_last then return end
        local body, result = table.concat(context.error), context.result
        translate(body, ngx.status, "", context.exchange, result)
        ngx.arg[1] = lent(library.twinspeak_result_body, result)
    end
end

return twinspeak
