// The public surface of @tiemchung/core. Written by `node tools/run.mjs surface --write`.

export class HttpError extends SdkError {
    readonly name = "HttpError";
    readonly status: number | undefined;
    readonly requestId: string | undefined;
    readonly retryable: boolean;
    readonly problem: string | undefined;
    readonly retryAfterMs: number | undefined;
    constructor(catalogue: Catalogue, code: string, details?: HttpErrorDetails);
    toJSON(): ErrorJson & {
        status?: number;
        requestId?: string;
        retryable: boolean;
        problem?: string;
        retryAfterMs?: number;
    };
}

export class InputError extends SdkError {
    readonly name = "InputError";
}

export class NotValidError extends SdkError {
    readonly name = "NotValidError";
}

export class ParseError extends SdkError {
    readonly name = "ParseError";
}

export class SdkError extends Error {
    readonly name: string;
    readonly code: string;
    readonly path: Path;
    readonly sentences: Sentences;
    readonly who: Actor;
    readonly todo: Sentences;
    readonly issues: readonly Issue[];
    readonly params: Params;
    readonly [brand]: true;
    constructor(catalogue: Catalogue, code: string, details?: ErrorDetails);
    toJSON(): ErrorJson;
}

export class SigningError extends SdkError {
    readonly name = "SigningError";
}

export const errorCatalogue: Readonly<Record<"crypto.key" | "crypto.unavailable" | "input.cbor-value" | "input.civil-date.no-such-day" | "input.civil-date.range" | "input.json-canonical" | "parse.base64" | "parse.base64url" | "parse.cbor" | "parse.civil-date" | "parse.duration" | "parse.hex" | "parse.instant" | "parse.partial-date" | "parse.pem" | "parse.utf8" | "parse.uuid" | "policy.field" | "policy.head" | "policy.none-in-force" | "policy.overlap", CatalogueEntry>>;

export const escapeMarkup: (text: string) => string;

export const redacted = "[redacted]";

export const systemClock: Clock;

export const systemFetch: FetchLike;

export const systemRandom: RandomSource;

export const systemSleep: Sleep;

export function addDays(date: CivilDate, days: number): CivilDate;

export function addDuration(date: CivilDate, duration: Duration, overflow?: MonthOverflow): CivilDate;

export function addMonths(date: CivilDate, months: number, overflow?: MonthOverflow): CivilDate;

export function addYears(date: CivilDate, years: number, overflow?: MonthOverflow): CivilDate;

export function ageOn(birth: CivilDate, on: CivilDate, overflow?: MonthOverflow): number;

export function canonicalBytes(value: unknown): Uint8Array;

export function canonicalJson(value: unknown): string;

export function civilDate(year: number, month: number, day: number): CivilDate;

export function civilDateAt(instant: Date): CivilDate;

export function compareCivilDates(left: CivilDate, right: CivilDate): number;

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array;

export function csvText(rows: readonly (readonly CsvCell[])[]): string;

export function dayNumberOf(year: number, month: number, day: number): number;

export function daysBetween(from: CivilDate, to: CivilDate): number;

export function daysInMonth(year: number, month: number): number;

export function defineCatalogue<Code extends string>(entries: (() => Record<Code, CatalogueEntry>) | Record<Code, CatalogueEntry>): Catalogue<Code>;

export function earliestDay(date: PartialDate): CivilDate;

export function endOfDay(date: CivilDate): Date;

export function equalBytes(left: Uint8Array, right: Uint8Array): boolean;

export function errorsOf(issues: readonly Issue[]): readonly Issue[];

export function exactDay(date: PartialDate): CivilDate | undefined;

export function failed<Id extends string>(id: Id, reason: string, details?: Partial<Check<Id>>): Check<Id>;

export function fixedClock(start: Date): Clock & {
    set(to: Date): void;
    advance(ms: number): void;
};

export function formatInstant(instant: Date): string;

export function formatLocalTime(instant: Date): string;

export function formatPath(path: Path): string;

export function fromBase64(text: string): Uint8Array;

export function fromBase64Url(text: string): Uint8Array;

export function fromDayNumber(dayNumber: number): CivilDate;

export function fromHex(text: string): Uint8Array;

export function fromPem(text: string, label: string): readonly Uint8Array[];

export function fromUtf8(bytes: Uint8Array): string;

export function fromUtf8Twice(text: string): string | undefined;

export function fromWindows1252(bytes: Uint8Array): string;

export function hasCode(value: unknown, ...codes: readonly string[]): value is SdkError;

export function hashPolicy(policy: PolicyHead, crypto: CryptoProvider): MaybePromise<string>;

export function htmlPage({ language, title, style, body }: HtmlPage): string;

export function inForce(policy: PolicyHead, on: CivilDate): boolean;

export function isCivilDate(text: unknown): text is CivilDate;

export function isInstant(text: string): boolean;

export function isLeapYear(year: number): boolean;

export function isPartialDate(text: unknown): text is PartialDate;

export function isSdkError(value: unknown): value is SdkError;

export function isUuid(text: unknown): text is Uuid;

export function issue<Code extends string>(catalogue: Catalogue<Code>, code: NoInfer<Code>, details?: IssueDetails): Issue;

export function latestDay(date: PartialDate): CivilDate;

export function legacyEncodingOf(name: string): LegacyEncoding | undefined;

export function legacyEncodingOfLatin(name: string): LegacyEncoding | undefined;

export function lintPolicyHead(document: unknown, format: string): readonly Issue[];

export function mapInOrder<Item, Result>(source: Items<Item>, inFlight: number, work: (item: Item, index: number) => Promise<Result>): AsyncGenerator<Result, void, undefined>;

export function maskTail(text: string, shown?: number): string;

export function openChecks<Id extends string>(report: Report<Id>): readonly Check<Id>[];

export function parseCivilDate(text: string): CivilDate;

export function parseDuration(text: string): Duration;

export function parseInstant(text: string): Date;

export function parsePartialDate(text: string): PartialDate;

export function parsePolicyHead(document: unknown, format: string): PolicyHead & Loose;

export function parseUuid(text: string): Uuid;

export function partsOf(date: CivilDate): DateParts;

export function partsOfDayNumber(dayNumber: number): DateParts;

export function passed<Id extends string>(id: Id, details?: Partial<Check<Id>>): Check<Id>;

export function precisionOf(date: PartialDate): DatePrecision;

export function redactFields(value: unknown, fields: SensitiveFields): unknown;

export function redactHeader(name: string, value: string): string;

export function redactUrl(url: string): string;

export function safePath(steps: readonly unknown[]): Path;

export function selectPolicy<Policy extends PolicyHead>(versions: readonly Policy[], on: CivilDate, asOf?: CivilDate): Policy;

export function sentencesFor(entry: CatalogueEntry, params?: Params): Sentences;

export function skipped<Id extends string>(id: Id, reason: string, details?: Partial<Check<Id>>): Check<Id>;

export function startOfDay(date: CivilDate): Date;

export function toBase64(bytes: Uint8Array): string;

export function toBase64Url(bytes: Uint8Array): string;

export function toDayNumber(date: CivilDate): number;

export function toHex(bytes: Uint8Array): string;

export function toPem(der: Uint8Array, label: string): string;

export function typedThroughInputMethod(text: string): boolean;

export function unknown<Id extends string>(id: Id, reason: string, details?: Partial<Check<Id>>): Check<Id>;

export function utf8(text: string): Uint8Array;

export function uuidv5(namespace: Uuid, name: string, crypto: CryptoProvider): MaybePromise<Uuid>;

export function uuidv7(world: {
    readonly clock: Clock;
    readonly random: RandomSource;
}): Uuid;

export function verdictOf<Id extends string>(checks: readonly Check<Id>[], required?: readonly Id[]): Verdict;

export interface AbortSignalLike {
    readonly aborted: boolean;
    readonly reason: unknown;
    addEventListener(type: 'abort', listener: () => void, options?: {
        once?: boolean;
    }): void;
    removeEventListener(type: 'abort', listener: () => void): void;
}

export interface CatalogueEntry {
    readonly says: Sentences;
    readonly who: Actor;
    readonly todo: Sentences;
}

export interface Check<Id extends string = string> {
    readonly id: Id;
    readonly status: CheckStatus;
    readonly reason?: string;
    readonly cite?: string;
    readonly subject?: string;
    readonly params?: Params;
}

export interface Clock {
    now(): Date;
}

export interface DateParts {
    readonly year: number;
    readonly month: number;
    readonly day: number;
}

export interface Duration {
    readonly months: number;
    readonly days: number;
}

export interface ErrorDetails {
    readonly path?: Path;
    readonly params?: Params;
    readonly cause?: unknown;
    readonly issues?: readonly Issue[];
}

export interface ErrorJson {
    readonly name: string;
    readonly code: string;
    readonly path: Path;
    readonly message: Sentences;
    readonly who: Actor;
    readonly todo: Sentences;
    readonly issues?: readonly Issue[];
}

export interface HeadersLike {
    get(name: string): null | string;
    forEach(visit: (value: string, name: string) => void): void;
}

export interface HtmlPage {
    readonly language: Language;
    readonly title: string;
    readonly style?: string;
    readonly body: string;
}

export interface HttpErrorDetails extends ErrorDetails {
    readonly status?: number;
    readonly requestId?: string;
    readonly retryable?: boolean;
    readonly problem?: string;
    readonly retryAfterMs?: number;
}

export interface Issue {
    readonly code: string;
    readonly severity: Severity;
    readonly path: Path;
    readonly message: Sentences;
    readonly params?: Params;
}

export interface IssueDetails {
    readonly path?: Path;
    readonly params?: Params;
    readonly severity?: Severity;
}

export interface PolicyAssumption {
    readonly id: string;
    readonly says: {
        readonly vi: string;
        readonly en: string;
    };
}

export interface PolicyHead {
    readonly format: string;
    readonly id: string;
    readonly version: string;
    readonly effective: {
        readonly from: CivilDate;
        readonly to: CivilDate | null;
    };
    readonly published: CivilDate;
    readonly supersedes?: string;
    readonly sources: readonly PolicySource[];
    readonly assumptions: readonly PolicyAssumption[];
}

export interface PolicySource {
    readonly id: string;
    readonly number: string;
    readonly date?: CivilDate;
    readonly issuer?: string;
    readonly url?: string;
    readonly confidence: Confidence;
}

export interface RandomSource {
    bytes(length: number): Uint8Array;
}

export interface Report<Id extends string = string> {
    readonly verdict: Verdict;
    readonly checks: readonly Check<Id>[];
}

export interface ResponseLike {
    readonly ok: boolean;
    readonly status: number;
    readonly headers: HeadersLike;
    text(): Promise<string>;
    arrayBuffer(): Promise<ArrayBuffer>;
}

export type Actor = 'citizen' | 'data-entry' | 'developer' | 'district' | 'facility' | 'facility-head' | 'ministry' | 'operator' | 'police' | 'province' | 'signer';

export type Catalogue<Code extends string = string> = Readonly<Record<Code, CatalogueEntry>>;

export type CheckStatus = 'failed' | 'passed' | 'skipped' | 'unknown';

export type CivilDate = string & {
    readonly [civil]: true;
};

export type Confidence = 'inferred' | 'secondary' | 'text';

export type CsvCell = boolean | number | string | undefined;

export type DatePrecision = 'day' | 'month' | 'year';

export type FetchLike = (request: any) => Promise<any>;

export type Items<Item> = AsyncIterable<Item> | Iterable<Item>;

export type JsonValue = boolean | null | number | readonly JsonValue[] | string | {
    readonly [key: string]: JsonValue | undefined;
};

export type Language = 'en' | 'vi';

export type LegacyEncoding = 'tcvn3' | 'tcvn3-or-vni' | 'utf-8-twice' | 'vni';

export type MonthOverflow = 'clamp' | 'forward' | 'reject';

export type Params = Readonly<Record<string, boolean | number | string>>;

export type PartialDate = string & {
    readonly [partial]: true;
};

export type Path = readonly (number | string)[];

export type SensitiveFields = true | {
    readonly [name: string]: SensitiveFields;
};

export type Sentences = Readonly<Record<Language, string>>;

export type Severity = 'error' | 'warning';

export type Sleep = (milliseconds: number, signal?: AbortSignalLike) => Promise<void>;

export type Uuid = string & {
    readonly [uuid]: true;
};

export type Verdict = 'indeterminate' | 'invalid' | 'valid';

// Named above, but not exported.

const brand: unique symbol;

const civil: unique symbol;

const partial: unique symbol;

const uuid: unique symbol;

interface CryptoProvider {
    digest(hash: HashName, data: Uint8Array): MaybePromise<Uint8Array>;
    importPublicKey(spki: Uint8Array): MaybePromise<PublicKey>;
    verify(scheme: SignatureScheme, key: PublicKey, signature: Uint8Array, data: Uint8Array): MaybePromise<boolean>;
    verifyBeside?(scheme: SignatureScheme, key: PublicKey, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
}

interface PublicKey {
    readonly kind: KeyKind;
    readonly spki: Uint8Array;
    readonly handle: unknown;
}

type CurveName = 'P-256' | 'P-384' | 'P-521';

type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

type KeyKind = {
    readonly type: 'ec';
    readonly curve: CurveName;
} | {
    readonly type: 'ed25519';
} | {
    readonly type: 'rsa';
    readonly modulusBits: number;
};

type Loose = Readonly<Record<string, unknown>>;

type MaybePromise<Value> = Promise<Value> | Value;

type SignatureScheme = {
    readonly name: 'ECDSA';
    readonly hash: HashName;
} | {
    readonly name: 'Ed25519';
} | {
    readonly name: 'RSA-PSS';
    readonly hash: HashName;
    readonly saltLength: number;
} | {
    readonly name: 'RSASSA-PKCS1-v1_5';
    readonly hash: HashName;
};
