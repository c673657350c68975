// The public surface of @tiemchung/feedback/webhook. Written by `node tools/run.mjs surface --write`.

export function openWebhook(body: Uint8Array | string, headers: WebhookHeadersLike, options: WebhookOptions): Promise<OpenedWebhook>;

export function signWebhook(body: Uint8Array | string, { secret, id, at }: SignedAs, world?: Pick<FeedbackWorld, 'crypto'>): Promise<WebhookHeaders>;

export interface OpenedWebhook {
    readonly id: string;
    readonly repeated: boolean;
    readonly notification: FeedbackNotification;
}

export interface SignedAs {
    readonly secret: string;
    readonly id: string;
    readonly at: Date;
}

export interface WebhookHeaders {
    readonly 'webhook-id': string;
    readonly 'webhook-timestamp': string;
    readonly 'webhook-signature': string;
}

export interface WebhookOptions extends Partial<Pick<FeedbackWorld, 'crypto'>> {
    readonly secrets: readonly string[];
    readonly clock?: Clock;
    readonly toleranceSeconds?: number;
    readonly seen?: (id: string) => Promise<boolean> | boolean;
}

export type WebhookHeadersLike = HeadersLike | Readonly<Record<string, string | undefined>> | WebhookHeaders;

// Named above, but not exported.

interface FeedbackWorld {
    readonly crypto: CryptoProvider;
    readonly clock: Clock;
    readonly random: RandomSource;
}
