// The public surface of @tiemchung/feedback/rules. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"feedback.conflict" | "feedback.evidence" | "feedback.evidence.too-large" | "feedback.evidence.type" | "feedback.transition", _tiemchung_core.CatalogueEntry>>;

export const feedbackPolicy9458: FeedbackPolicy;

export function checkEvidence(bytes: Uint8Array, policy: FeedbackPolicy): readonly Issue[];

export function dueAt(receivedAt: Date, policy: FeedbackPolicy): Date;

export function mayAct(state: FeedbackState, action: FeedbackAction): boolean;

export function routeFeedback(item: Carried, policy: FeedbackPolicy): Handler;

export function sniffMediaType(bytes: Uint8Array): string | undefined;

export function timelinessAt(item: Pick<FeedbackItem, 'dueAt' | 'state'>, at: Date): Timeliness;

export function transition(state: FeedbackState, action: FeedbackAction): FeedbackState;

export interface FeedbackPolicy extends PolicyHead {
    readonly format: 'feedback-policy/1';
    readonly hours: number;
    readonly routes: readonly FeedbackRoute[];
    readonly evidence: {
        readonly mediaTypes: readonly string[];
        readonly largest: number;
        readonly most: number;
    };
    readonly rejections: readonly {
        readonly reason: RejectionReason;
        readonly says: {
            readonly vi: string;
            readonly en: string;
        };
    }[];
}

export interface FeedbackRoute {
    readonly when: 'always' | 'district' | 'facility' | 'province';
    readonly types?: readonly FeedbackType[];
    readonly to: Handler['level'];
    readonly cite: readonly string[];
}

export type FeedbackAction = 'approve' | 'ask' | 'confirm' | 'postpone' | 'reject' | 'resolve' | 'supplement' | 'take' | 'withdraw';

export type Timeliness = 'decided' | 'in-time' | 'not-started' | 'overdue';

// Named above, but not exported.

type Carried = Pick<FeedbackRequest, 'district' | 'facility' | 'province' | 'type'>;
