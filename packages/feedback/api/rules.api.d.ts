// The public surface of @tiemchung/feedback/rules. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"feedback.conflict" | "feedback.draft.sealed" | "feedback.draft.unreadable" | "feedback.draft.unsent" | "feedback.evidence" | "feedback.evidence.broken" | "feedback.evidence.digest" | "feedback.evidence.empty" | "feedback.evidence.metadata" | "feedback.evidence.too-large" | "feedback.evidence.too-many" | "feedback.evidence.type" | "feedback.notice.address" | "feedback.notice.reference" | "feedback.notice.too-long" | "feedback.policy" | "feedback.transition" | "feedback.units" | "feedback.watch.message" | "feedback.webhook.body" | "feedback.webhook.header" | "feedback.webhook.secret" | "feedback.webhook.signature" | "feedback.webhook.time", _tiemchung_core.CatalogueEntry>>;

export const feedbackPolicy9458: FeedbackPolicy;

export function checkEvidence(bytes: Uint8Array, policy: FeedbackPolicy): readonly Issue[];

export function cleanEvidence(bytes: Uint8Array): Uint8Array;

export function correctionOf(item: Pick<FeedbackItem, 'correction' | 'state'>): readonly CorrectionView[];

export function dueAt(receivedAt: Date, { clock }: Pick<FeedbackPolicy, 'clock'>): Date;

export function isCorrected({ correction }: Pick<FeedbackItem, 'correction'>): boolean;

export function isWith(item: Pick<FeedbackItem, 'handler' | 'openTo'>, desk: Handler): boolean;

export function lintFeedbackPolicy(document: unknown): readonly Issue[];

export function mayAct(state: FeedbackState, action: FeedbackAction): boolean;

export function mayPassOn(from: Handler, to: Handler, { passOn }: Pick<FeedbackPolicy, 'passOn'>): boolean;

export function mayTake(item: Pick<FeedbackItem, 'handler' | 'openTo'>, desk: Handler): boolean;

export function parseFeedbackPolicy(document: unknown): FeedbackPolicy;

export function readClock(item: Clocked, at: Date, clock: FeedbackClock): ClockReading;

export function routeFeedback(item: Placed, policy: FeedbackPolicy): Routed;

export function sniffMediaType(bytes: Uint8Array): string | undefined;

export function transition(state: FeedbackState, action: FeedbackAction): FeedbackState;

export interface ClockReading {
    readonly standing: Standing;
    readonly state?: FeedbackState;
    readonly startedAt?: Date;
    readonly dueAt?: Date;
    readonly answeredAt?: Date;
    readonly spentHours: number;
    readonly escalatedTo: readonly Level[];
}

export interface CorrectionView {
    readonly step: CorrectionStep;
    readonly stands: 'next' | 'waiting' | Correction['outcome'];
    readonly at?: string;
}

export interface Escalation {
    readonly afterHours: number;
    readonly to: Level;
}

export interface FeedbackClock {
    readonly hours: number;
    readonly warnHours: number;
    readonly laterMeets: boolean;
    readonly pausedIn: readonly FeedbackState[];
    readonly escalations: readonly Escalation[];
}

export interface FeedbackPolicy extends PolicyHead {
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

export interface FeedbackRoute {
    readonly when: 'always' | 'commune' | 'district' | 'facility' | 'province';
    readonly types?: readonly FeedbackType[];
    readonly to: Level;
    readonly openTo: readonly Level[];
    readonly cite: readonly string[];
    readonly confidence: Confidence;
}

export interface Rejection {
    readonly reason: RejectionReason;
    readonly says: Sentences;
    readonly bring: Sentences;
}

export interface Routed {
    readonly handler: Handler;
    readonly openTo?: Handler[];
}

export type Clocked = Pick<FeedbackItem, 'events'>;

export type Level = Handler['level'];

export type Placed = Pick<FeedbackRequest, 'commune' | 'district' | 'facility' | 'province' | 'type'>;

export type Standing = 'due' | 'escalated' | 'met' | 'missed' | 'not-started' | 'overdue' | 'paused' | 'warned' | 'withdrawn';
