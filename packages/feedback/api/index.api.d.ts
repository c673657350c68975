// The public surface of @tiemchung/feedback. Written by `node tools/run.mjs surface --write`.

export class FeedbackConflict extends HttpError {
    #private;
    constructor(cause: HttpError, current: FeedbackItem | undefined);
    get current(): FeedbackItem | undefined;
}

export const errorCatalogue: Readonly<Record<"feedback.conflict" | "feedback.draft.sealed" | "feedback.draft.unreadable" | "feedback.draft.unsent" | "feedback.evidence" | "feedback.evidence.broken" | "feedback.evidence.digest" | "feedback.evidence.empty" | "feedback.evidence.metadata" | "feedback.evidence.too-large" | "feedback.evidence.too-many" | "feedback.evidence.type" | "feedback.notice.address" | "feedback.notice.reference" | "feedback.notice.too-long" | "feedback.policy" | "feedback.transition" | "feedback.units" | "feedback.watch.message" | "feedback.webhook.body" | "feedback.webhook.header" | "feedback.webhook.secret" | "feedback.webhook.signature" | "feedback.webhook.time", _tiemchung_core.CatalogueEntry>>;

export function citizenClient(options: CitizenClientOptions): CitizenClient;

export function discardDraft(store: DraftStore, name?: string): Promise<void>;

export function isFeedbackConflict(caught: unknown): caught is FeedbackConflict;

export function memoryStore(): DraftStore;

export function openDraft(options: DraftOptions): Promise<Draft>;

export function staffClient({ http, crypto, }: StaffClientOptions): StaffClient;

export interface CallOptions {
    readonly signal?: AbortSignalLike;
}

export interface CitizenClient {
    submit(request: FeedbackRequest, options?: CallOptions): Promise<{
        id: Uuid;
        reference: string;
    }>;
    attach(by: Follow, evidenceId: Uuid, bytes: Uint8Array, options?: CallOptions): Promise<Evidence>;
    upload(by: Follow, evidenceId: Uuid, bytes: Uint8Array, options?: UploadOptions): Promise<Evidence>;
    resendCode(by: Follow, options?: CallOptions): Promise<void>;
    confirm(id: Uuid, code: string, options?: CallOptions): Promise<FeedbackItem>;
    find(by: Pick<Follow, 'phone' | 'reference'>, options?: CallOptions): Promise<FeedbackItem>;
    follow(by: Follow, options?: CallOptions): Promise<FeedbackItem>;
    supplement(by: Follow, supplement: Supplement, options?: CallOptions): Promise<FeedbackItem>;
    withdraw(by: Follow, options?: CallOptions): Promise<FeedbackItem>;
    notice(link: string, options?: CallOptions): Promise<NoticedDose>;
}

export interface CitizenClientOptions extends Partial<FeedbackWorld> {
    readonly http: Http;
    readonly policy?: FeedbackPolicy;
}

export interface Draft {
    state(): DraftState;
    change(form: {
        readonly [Key in keyof DraftForm]: DraftForm[Key] | undefined;
    }): Promise<void>;
    addEvidence(bytes: Uint8Array): Promise<DraftFile>;
    removeEvidence(id: Uuid): Promise<void>;
    startFromNotice(link: string, options?: CallOptions): Promise<NoticedDose>;
    send(options?: SendOptions): Promise<SendOutcome>;
    confirm(code: string, options?: CallOptions): Promise<FeedbackItem>;
    resendCode(options?: CallOptions): Promise<void>;
    discard(): Promise<void>;
}

export interface DraftFile extends Evidence {
    readonly sent: number;
    readonly state: 'kept' | 'refused' | 'sent';
}

export interface DraftOptions extends CitizenClientOptions {
    readonly store?: DraftStore;
    readonly name?: string;
}

export interface DraftProgress {
    readonly file: Uuid;
    readonly sent: number;
    readonly total: number;
}

export interface DraftState {
    readonly id: Uuid;
    readonly form: DraftForm;
    readonly files: readonly DraftFile[];
    readonly stage: 'confirmed' | 'handed-over' | 'open' | 'sealed';
    readonly follow?: Follow;
}

export interface DraftStore {
    get(key: string): Promise<null | string | undefined> | null | string | undefined;
    put(key: string, text: string): Promise<void> | void;
    delete(key: string): Promise<void> | void;
}

export interface FeedbackWorld {
    readonly crypto: CryptoProvider;
    readonly clock: Clock;
    readonly random: RandomSource;
}

export interface Follow {
    readonly id: Uuid;
    readonly reference: string;
    readonly phone: string;
}

export interface QueueFilter {
    readonly unit: string;
    readonly state?: FeedbackState;
    readonly below?: boolean;
}

export interface SendOptions extends CallOptions {
    readonly onProgress?: (progress: DraftProgress) => void;
}

export interface SendOutcome {
    readonly follow?: Follow;
    readonly left: readonly DraftFile[];
    readonly refused: readonly DraftFile[];
    readonly failure?: SdkError;
}

export interface StaffClient {
    queue(filter: QueueFilter, options?: CallOptions): Pages<FeedbackItem>;
    watch(options?: WatchOptions): AsyncIterable<WatchedChange>;
    load(id: Uuid, options?: CallOptions): Promise<FeedbackItem>;
    take(item: FeedbackItem, options?: CallOptions): Promise<FeedbackItem>;
    passOn(item: FeedbackItem, to: Handler, options?: CallOptions): Promise<FeedbackItem>;
    ask(item: FeedbackItem, asks: string, options?: CallOptions): Promise<FeedbackItem>;
    decide(item: FeedbackItem, decision: FeedbackDecision, options?: CallOptions): Promise<FeedbackItem>;
    resolve(item: FeedbackItem, amendmentId: Uuid, options?: CallOptions): Promise<FeedbackItem>;
    evidence(item: FeedbackItem, evidenceId: Uuid, options?: CallOptions): Promise<Uint8Array>;
    report(options?: CallOptions): Promise<FeedbackReport>;
}

export interface StaffClientOptions extends Partial<Pick<FeedbackWorld, 'crypto'>> {
    readonly http: Http;
}

export interface UploadOptions extends CallOptions {
    readonly onProgress?: (progress: UploadProgress) => void;
}

export interface UploadProgress {
    readonly sent: number;
    readonly total: number;
}

export interface WatchOptions extends CallOptions {
    readonly since?: string;
    readonly silenceMs?: number;
}

export interface WatchedChange {
    readonly id: string | undefined;
    readonly change: FeedbackNotification;
}

export type DraftForm = Partial<Omit<FeedbackRequest, 'format' | 'id'>>;

export type Supplement = Pick<FeedbackSupplement, 'claimed' | 'note'>;

export { Http } from 'http'

export { Pages } from 'http'

// Named above, but not exported.

interface Escalation {
    readonly afterHours: number;
    readonly to: Level;
}

interface FeedbackClock {
    readonly hours: number;
    readonly warnHours: number;
    readonly laterMeets: boolean;
    readonly pausedIn: readonly FeedbackState[];
    readonly escalations: readonly Escalation[];
}

interface FeedbackPolicy extends PolicyHead {
    readonly format: 'feedback-policy/1';
    readonly clock: FeedbackClock;
    readonly routes: readonly FeedbackRoute[];
    readonly passOn: Readonly<Record<Level, readonly Level[]>>;
    readonly evidence: {
        readonly mediaTypes: readonly string[];
        readonly largest: number;
        readonly most: number;
    };
    readonly rejections: readonly Rejection[];
}

interface FeedbackReport {
    readonly format: 'feedback-report/1';
    readonly at: Date;
    readonly policy: {
        readonly id: string;
        readonly version: string;
    };
    readonly rows: readonly FeedbackReportRow[];
    readonly total: Tally;
    readonly readings: Readings;
    readonly neverLoggedIn: readonly FeedbackUnit[];
}

interface FeedbackReportRow {
    readonly unit: Handler;
    readonly name: string;
    readonly parent?: Handler;
    readonly known: boolean;
    readonly loggedIn: boolean;
    readonly lastLogIn?: Date;
    readonly own: Tally;
    readonly all: Tally;
}

interface FeedbackRoute {
    readonly when: 'always' | 'commune' | 'district' | 'facility' | 'province';
    readonly types?: readonly FeedbackType[];
    readonly to: Level;
    readonly openTo: readonly Level[];
    readonly cite: readonly string[];
    readonly confidence: Confidence;
}

interface FeedbackUnit {
    readonly level: Handler['level'];
    readonly unit: string;
    readonly name: string;
    readonly parent?: Handler;
    readonly lastLogIn?: Date;
}

interface Readings {
    readonly strict: Pick<Tally, 'met' | 'missed' | 'overdue'>;
    readonly lenient: Pick<Tally, 'met' | 'missed' | 'overdue'>;
}

interface Rejection {
    readonly reason: RejectionReason;
    readonly says: Sentences;
    readonly bring: Sentences;
}

interface Tally {
    readonly recorded: number;
    readonly open: number;
    readonly untouched: number;
    readonly unassigned: number;
    readonly dueToday: number;
    readonly overdue: number;
    readonly escalated: number;
    readonly withdrawn: number;
    readonly met: number;
    readonly missed: number;
    readonly medianHours?: number;
    readonly p90Hours?: number;
    readonly oldestOpen?: Date;
}

type Level = Handler['level'];
