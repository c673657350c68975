// The public surface of @tiemchung/http. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"http.base-url" | "http.body" | "http.cancelled" | "http.deadline" | "http.header" | "http.idempotency-key" | "http.network" | "http.option" | "http.path" | "http.problem.field" | "http.redirect" | "http.schema" | "http.schema.field" | "http.size" | "http.status" | "http.timeout" | "http.token" | "http.token-expired", _tiemchung_core.CatalogueEntry>>;

export function createHttp(options: HttpOptions): Http;

export interface Answer<Data> {
    readonly data: Data;
    readonly status: number;
    readonly requestId: string;
    readonly headers: HeadersLike;
}

export interface BytesRequestOptions extends RequestOptions {
    readonly as: 'bytes';
}

export interface CheckedRequestOptions<Data> extends RequestOptions {
    readonly schema: Schema<Data>;
}

export interface ErrorEvent {
    readonly method: string;
    readonly url: string;
    readonly attempt: number;
    readonly error: ErrorJson;
}

export interface EventsOptions extends Pick<RequestOptions, 'headers' | 'query' | 'signal'> {
    readonly after?: string;
    readonly silenceMs?: number;
}

export interface Hooks {
    readonly onRequest?: (event: RequestEvent) => void;
    readonly onResponse?: (event: ResponseEvent) => void;
    readonly onRetry?: (event: RetryEvent) => void;
    readonly onError?: (event: ErrorEvent) => void;
}

export interface Http {
    readonly request: {
        <Data>(method: Method, path: string, options: CheckedRequestOptions<Data>): Promise<Answer<Data>>;
        (method: Method, path: string, options: BytesRequestOptions): Promise<Answer<Uint8Array>>;
        (method: Method, path: string, options?: RequestOptions): Promise<Answer<unknown>>;
    };
    readonly get: Verb;
    readonly post: Verb;
    readonly put: Verb;
    readonly patch: Verb;
    readonly delete: Verb;
    readonly pages: {
        <Item>(path: string, options: PagesOptions & {
            readonly schema: Schema<Item>;
        }): Pages<Item>;
        (path: string, options?: PagesOptions): Pages<unknown>;
    };
    readonly events: (path: string, options?: EventsOptions) => AsyncIterable<ServerEvent>;
}

export interface HttpOptions {
    readonly baseUrl: string;
    readonly fetch?: FetchLike;
    readonly tokens?: TokenProvider;
    readonly saysTokenExpired?: (answer: unknown) => boolean;
    readonly clock?: Clock;
    readonly random?: RandomSource;
    readonly sleep?: Sleep;
    readonly alarm?: Alarm;
    readonly timeouts?: {
        readonly attemptMs?: number;
        readonly totalMs?: number;
    };
    readonly retry?: {
        readonly attempts?: number;
        readonly baseMs?: number;
        readonly capMs?: number;
    };
    readonly maxBytes?: number;
    readonly hooks?: Hooks;
    readonly userAgent?: string;
    readonly language?: Language;
    readonly catalogue?: Catalogue;
}

export interface Pages<Item> extends AsyncIterable<Item> {
    pages(): AsyncIterable<readonly Item[]>;
    toArray(options: {
        readonly limit: number;
    }): Promise<readonly Item[]>;
}

export interface RequestEvent {
    readonly method: string;
    readonly url: string;
    readonly requestId: string;
    readonly attempt: number;
    readonly headers: Readonly<Record<string, string>>;
}

export interface RequestOptions {
    readonly query?: Query;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly idempotencyKey?: false | string;
    readonly signal?: AbortSignalLike;
    readonly attempts?: number;
    readonly onProblem?: (document: unknown) => void;
}

export interface ResponseEvent extends RequestEvent {
    readonly status: number;
    readonly serverRequestId?: string;
    readonly responseHeaders: Readonly<Record<string, string>>;
    readonly durationMs: number;
}

export interface RetryEvent extends RequestEvent {
    readonly error: ErrorJson;
    readonly waitMs: number;
}

export interface Schema<Data> {
    safeParse(value: unknown): {
        readonly success: false;
        readonly error: {
            readonly issues: readonly SchemaIssue[];
        };
    } | {
        readonly success: true;
        readonly data: Data;
    };
}

export interface SchemaIssue {
    readonly path: readonly PropertyKey[];
    readonly message?: string;
}

export interface ServerEvent {
    readonly id: string | undefined;
    readonly type: string;
    readonly data: string;
}

export interface Token {
    readonly value: string;
    readonly expiresAt?: Date;
}

export interface TokenContext {
    readonly reason: TokenReason;
}

export interface Verb {
    <Data>(path: string, options: CheckedRequestOptions<Data>): Promise<Data>;
    (path: string, options: BytesRequestOptions): Promise<Uint8Array>;
    (path: string, options?: RequestOptions): Promise<unknown>;
}

export type Alarm = (milliseconds: number, ring: () => void) => () => void;

export type Method = 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';

export type PagesOptions = Pick<RequestOptions, 'headers' | 'query' | 'signal'>;

export type Query = Readonly<Record<string, boolean | number | readonly (boolean | number | string)[] | string | undefined>>;

export type TokenProvider = (context: TokenContext) => Promise<Token>;

export type TokenReason = 'expiring' | 'first' | 'refused';

export { AbortSignalLike } from 'core'

export { Catalogue } from 'core'

export { Clock } from 'core'

export { ErrorJson } from 'core'

export { FetchLike } from 'core'

export { HeadersLike } from 'core'

export { HttpError } from 'core'

export { InputError } from 'core'

export { Language } from 'core'

export { RandomSource } from 'core'

export { Sleep } from 'core'

export { hasCode } from 'core'

export { isSdkError } from 'core'
