// The public surface of @tiemchung/feedback/rules. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"feedback.transition" | "feedback.conflict" | "feedback.evidence" | "feedback.evidence.type" | "feedback.evidence.too-large", _tiemchung_core.CatalogueEntry>>;

export const feedbackPolicy9458: FeedbackPolicy;

export function checkEvidence(bytes: Uint8Array, policy: FeedbackPolicy): readonly Issue[];

export function dueAt(receivedAt: Date, policy: FeedbackPolicy): Date;

export function mayAct(state: FeedbackState, action: FeedbackAction): boolean;

export function routeFeedback(item: Carried, policy: FeedbackPolicy): Handler;

export function sniffMediaType(bytes: Uint8Array): string | undefined;

export function timelinessAt(item: Pick<FeedbackItem, 'state' | 'dueAt'>, at: Date): Timeliness;

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
    readonly when: 'facility' | 'district' | 'province' | 'always';
    readonly types?: readonly FeedbackType[];
    readonly to: Handler['level'];
    readonly cite: readonly string[];
}

export type FeedbackAction = 'confirm' | 'take' | 'ask' | 'supplement' | 'approve' | 'postpone' | 'reject' | 'withdraw' | 'resolve';

export type Timeliness = 'not-started' | 'in-time' | 'overdue' | 'decided';

// Named above, but not exported.

type Carried = Pick<FeedbackRequest, 'type' | 'facility' | 'province' | 'district'>;
