// The public surface of @tiemchung/certificates/signed. Written by `node tools/run.mjs surface --write`.

export const signedReasons: Readonly<Record<"algorithm-not-allowed" | "algorithm-not-of-key" | "critical-header" | "duplicate-member" | "key-id-missing" | "key-missing" | "key-not-allowed" | "key-not-pinned" | "no-pins" | "not-a-document" | "not-signed" | "signature-does-not-hold" | "too-large" | "type-differs" | "unknown-header", CatalogueEntry>>;

export const snapshotReasons: Readonly<Record<"clock-set-back" | "earlier-check" | "first-seen" | "issued-later" | "malformed" | "replaced" | "rolled-back" | "sequence-missing" | "stale" | "too-old", CatalogueEntry>>;

export const weeklySnapshot: SnapshotPolicy;

export function fetchDocument(address: string, options?: FetchDocumentOptions): Promise<FetchedDocument>;

export function openDocument(file: Uint8Array, options: OpenDocumentOptions): Promise<OpenedDocument | RefusedDocument>;

export function parsePin(text: string): Pin;

export function parseSnapshotPolicy(document: unknown): SnapshotPolicy;

export function parseSnapshotState(value: unknown): SnapshotState;

export function pinOf(bytes: Uint8Array, crypto?: CryptoProvider): Promise<Pin>;

export function readSnapshot<List extends SnapshotHead>(file: Uint8Array, kind: SnapshotKind<List>, options: SnapshotOptions): Promise<Snapshot<List>>;

export function signDocument(document: Uint8Array, options: SignDocumentOptions): Promise<Uint8Array>;

export interface FetchDocumentOptions {
    readonly fetch?: FetchLike;
    readonly etag?: string | undefined;
    readonly maxBytes?: number;
    readonly timeoutMs?: number;
    readonly signal?: AbortSignalLike;
}

export interface OpenDocumentOptions extends PinnedKeys {
    readonly type: DocumentType;
    readonly maxBytes?: number;
    readonly crypto?: CryptoProvider;
}

export interface OpenedDocument {
    readonly status: 'passed';
    readonly document: Readonly<Record<string, unknown>>;
    readonly bytes: Uint8Array;
    readonly digest: Pin;
    readonly signedBy: Pin;
}

export interface PinnedKeys {
    readonly pins: readonly (Uint8Array | string)[];
    readonly keys?: readonly Uint8Array[];
}

export interface RefusedDocument {
    readonly status: 'failed' | 'unknown';
    readonly reason: SignedReason;
}

export interface SignDocumentOptions {
    readonly type: DocumentType;
    readonly signer: Signer;
    readonly publicKey: Uint8Array;
    readonly crypto?: CryptoProvider;
}

export interface SnapshotHead {
    readonly issuedAt: string;
    readonly nextUpdate: string;
    readonly sequence?: number;
}

export interface SnapshotKind<List extends SnapshotHead> {
    readonly type: DocumentType;
    readonly parse: (document: unknown) => List;
}

export interface SnapshotOptions extends Omit<OpenDocumentOptions, 'type'> {
    readonly at: Date;
    readonly policy?: SnapshotPolicy;
    readonly previous?: SnapshotState | undefined;
}

export interface SnapshotPolicy extends PolicyHead {
    readonly maxAgeHours: null | number;
    readonly graceHours: number;
    readonly clockSkewSeconds: number;
}

export interface SnapshotState {
    readonly sequence: number;
    readonly digest: Pin;
    readonly seenAt: string;
}

export type DocumentType = `tiemchung.${string}+jws`;

export type FetchedDocument = {
    readonly status: 'fresh';
    readonly bytes: Uint8Array;
    readonly etag: string | undefined;
} | {
    readonly status: 'unchanged';
};

export type Pin = `sha256:${string}`;

export type SignedReason = keyof typeof signedReasons;

export type Snapshot<List> = Report<SnapshotCheckId> & ({
    readonly verdict: 'indeterminate' | 'invalid';
    readonly state: SnapshotState | undefined;
} | {
    readonly verdict: 'valid';
    readonly list: List;
    readonly state: SnapshotState;
    readonly signedBy: Pin;
});

export type SnapshotCheckId = 'snapshot.age' | 'snapshot.document' | 'snapshot.sequence' | 'snapshot.signature' | 'snapshot.type';
