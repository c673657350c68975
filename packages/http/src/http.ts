import type {
  AbortSignalLike,
  Catalogue,
  Clock,
  FetchLike,
  HeadersLike,
  Language,
  RandomSource,
  Sleep,
} from '@tiemchung/core'
import type { Hooks } from './hooks.js'
import type { Schema } from './schema.js'
import type { TokenProvider } from './tokens.js'
import type { Alarm } from './world.js'

/** Request methods. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What stands behind the `?`, sent as UTF-8 of NFC. Lists repeat the name; undefined is left out. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly (string | number | boolean)[] | undefined>
>

/** How a client talks. */
export interface HttpOptions {
  /** Full address of the service, such as `https://api.example.vn/v1`; paths are set behind it. */
  readonly baseUrl: string
  /** Default: the host's. A server's own `fetch` works without a socket. */
  readonly fetch?: FetchLike
  /**
   * Gives access tokens, sent as `Authorization: Bearer`. It has the time of one attempt to answer.
   * Default: none is sent.
   */
  readonly tokens?: TokenProvider
  /**
   * Whether the JSON of an answer with a good status says that the token has expired, as the gateways of
   * some services do. Such an answer is none: the request goes out once more with a fresh token, and
   * `http.token-expired` is thrown when that brings the same. Bytes are not looked at. Default: no answer
   * says so.
   */
  readonly saysTokenExpired?: (answer: unknown) => boolean
  readonly clock?: Clock
  readonly random?: RandomSource
  /** Waits between attempts. */
  readonly sleep?: Sleep
  /** Ends attempts and calls that take too long. */
  readonly alarm?: Alarm
  /** Milliseconds for one attempt with its body, default 15 000, and for the whole call, default 60 000. */
  readonly timeouts?: { readonly attemptMs?: number; readonly totalMs?: number }
  /**
   * `attempts`: how often at most, default 3. `baseMs`: the longest first wait, doubled each time and
   * drawn at random below that, default 300. `capMs`: the longest wait, default 60 000; a server that
   * asks for more is not asked again in this call. The random wait is added to what a server asks for.
   */
  readonly retry?: {
    readonly attempts?: number
    readonly baseMs?: number
    readonly capMs?: number
  }
  /** Bytes of an answer that are read at most, after decompression. Default 33 554 432 (32 MiB). */
  readonly maxBytes?: number
  readonly hooks?: Hooks
  /** Sent as `User-Agent`, which browsers may ignore. Default: the host's. */
  readonly userAgent?: string
  /** Sent as `Accept-Language`. Default: none is sent. */
  readonly language?: Language
  /** Codes whose sentences the client knows; issues of the server under other codes get a general one. */
  readonly catalogue?: Catalogue
}

/** What one call can say. */
export interface RequestOptions {
  readonly query?: Query
  /**
   * Set before the client's own; `authorization` gives way to `tokens`. `idempotency-key` is refused, as
   * it has an option.
   */
  readonly headers?: Readonly<Record<string, string>>
  /**
   * A `Uint8Array`, a `Blob` or a text goes as it is; anything else as JSON. All of them can be sent a
   * second time, which a stream cannot, so streams are refused.
   */
  readonly body?: unknown
  /**
   * The name of the operation, chosen before its first attempt. Every method but GET gets a UUIDv7 when
   * none is given; `false` sends none, and then it is tried once only. Give one that you have stored when
   * the operation must survive a restart.
   */
  readonly idempotencyKey?: string | false
  readonly signal?: AbortSignalLike
  /**
   * How often this call tries at most; default: as often as the client. `1` for whoever has a queue of its own, and
   * would rather send something else than wait. A refused token is still replaced once.
   */
  readonly attempts?: number
  /**
   * Told the whole document of a refusal (RFC 9457), before the error is thrown. It may quote personal data,
   * which is why no error holds it; what this throws is dropped.
   */
  readonly onProblem?: (document: unknown) => void
}

/** A call whose answer is checked. */
export interface CheckedRequestOptions<Data> extends RequestOptions {
  readonly schema: Schema<Data>
}

/** A call whose answer is bytes. */
export interface BytesRequestOptions extends RequestOptions {
  readonly as: 'bytes'
}

/** The data of an answer, and what came with it. */
export interface Answer<Data> {
  readonly data: Data
  readonly status: number
  /** The server's id of the request, or ours when it sent none. */
  readonly requestId: string
  readonly headers: HeadersLike
}

/** One method. The answer is parsed JSON (undefined when empty), checked when a schema is given. */
export interface Verb {
  <Data>(path: string, options: CheckedRequestOptions<Data>): Promise<Data>
  (path: string, options: BytesRequestOptions): Promise<Uint8Array>
  (path: string, options?: RequestOptions): Promise<unknown>
}

/**
 * A client of one service.
 *
 * Every call throws `InputError` (`http.path`, `http.header`, `http.body`, `http.idempotency-key`) before
 * anything is sent, or `HttpError` with `http.network`, `http.timeout`, `http.deadline`,
 * `http.cancelled`, `http.status`, `http.redirect`, `http.size`, `http.schema`, `http.token` or
 * `http.token-expired`.
 */
export interface Http {
  /** As the verbs, with status, headers and request id beside the data. */
  readonly request: {
    <Data>(
      method: Method,
      path: string,
      options: CheckedRequestOptions<Data>,
    ): Promise<Answer<Data>>
    (method: Method, path: string, options: BytesRequestOptions): Promise<Answer<Uint8Array>>
    (method: Method, path: string, options?: RequestOptions): Promise<Answer<unknown>>
  }
  readonly get: Verb
  readonly post: Verb
  readonly put: Verb
  readonly patch: Verb
  readonly delete: Verb
  /** A list that comes in pages `{ items, next }`. Nothing is sent before it is read. */
  readonly pages: {
    <Item>(path: string, options: PagesOptions & { readonly schema: Schema<Item> }): Pages<Item>
    (path: string, options?: PagesOptions): Pages<unknown>
  }
  /** Server-sent events. Nothing is sent before they are read. */
  readonly events: (path: string, options?: EventsOptions) => AsyncIterable<ServerEvent>
}

/** What reading a list can say. */
export type PagesOptions = Pick<RequestOptions, 'query' | 'headers' | 'signal'>

/** A server-sent event. */
export interface ServerEvent {
  /** What to resume behind. */
  readonly id: string | undefined
  /** `message` where the server names none. */
  readonly type: string
  readonly data: string
}

/** What reading server-sent events can say. */
export interface EventsOptions extends Pick<RequestOptions, 'query' | 'headers' | 'signal'> {
  /** Id of the last event that was seen, sent as `Last-Event-ID`. */
  readonly after?: string
  /**
   * Milliseconds without a byte, not even a comment, after which a connection counts as lost. Default
   * 45 000: three heartbeats of 15 seconds.
   */
  readonly silenceMs?: number
}

/**
 * A list that comes in pages. Each loop over it starts at the beginning; a page is asked for when the
 * one before it is used up. The cursor between them is never shown.
 */
export interface Pages<Item> extends AsyncIterable<Item> {
  /** The same list, a page at a time. */
  pages(): AsyncIterable<readonly Item[]>
  /**
   * The first items, at most `limit` of them. No page beyond the limit is asked for.
   *
   * @throws InputError `http.option`
   */
  toArray(options: { readonly limit: number }): Promise<readonly Item[]>
}
