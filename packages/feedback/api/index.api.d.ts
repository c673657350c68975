// The public surface of @tiemchung/feedback. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"feedback.conflict" | "feedback.evidence" | "feedback.evidence.broken" | "feedback.evidence.empty" | "feedback.evidence.metadata" | "feedback.evidence.too-large" | "feedback.evidence.type" | "feedback.notice.address" | "feedback.notice.reference" | "feedback.notice.too-long" | "feedback.policy" | "feedback.transition" | "feedback.webhook.body" | "feedback.webhook.header" | "feedback.webhook.secret" | "feedback.webhook.signature" | "feedback.webhook.time", _tiemchung_core.CatalogueEntry>>;

export function citizenClient(options: CitizenClientOptions): CitizenClient;

export function staffClient({ http }: {
    readonly http: Http;
}): StaffClient;

export interface CallOptions {
    readonly signal?: AbortSignalLike;
}

export interface CitizenClient {
    submit(request: FeedbackRequest, options?: CallOptions): Promise<{
        id: Uuid;
        reference: string;
    }>;
    attach(id: Uuid, evidenceId: Uuid, bytes: Uint8Array, options?: CallOptions): Promise<Evidence>;
    confirm(id: Uuid, code: string, options?: CallOptions): Promise<FeedbackItem>;
    follow(by: Follow, options?: CallOptions): Promise<FeedbackItem>;
}

export interface CitizenClientOptions extends Partial<FeedbackWorld> {
    readonly http: Http;
    readonly policy?: FeedbackPolicy;
}

export interface FeedbackWorld {
    readonly crypto: CryptoProvider;
}

export interface Follow {
    readonly id: Uuid;
    readonly reference: string;
    readonly phone: string;
}

export interface StaffClient {
    queue(filter: {
        unit: string;
        state?: FeedbackState;
    }, options?: CallOptions): Pages<FeedbackItem>;
    take(item: FeedbackItem, options?: CallOptions): Promise<FeedbackItem>;
    decide(item: FeedbackItem, decision: FeedbackDecision, options?: CallOptions): Promise<FeedbackItem>;
    resolve(item: FeedbackItem, amendmentId: Uuid, options?: CallOptions): Promise<FeedbackItem>;
}

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

interface FeedbackRoute {
    readonly when: 'always' | 'commune' | 'district' | 'facility' | 'province';
    readonly types?: readonly FeedbackType[];
    readonly to: Level;
    readonly openTo: readonly Level[];
    readonly cite: readonly string[];
    readonly confidence: Confidence;
}

interface Rejection {
    readonly reason: RejectionReason;
    readonly says: Sentences;
    readonly bring: Sentences;
}

type Level = Handler['level'];
