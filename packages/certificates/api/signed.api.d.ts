// The public surface of @tiemchung/certificates/signed. Written by `node tools/run.mjs surface --write`.

export const signedReasons: Readonly<Record<"algorithm-not-allowed" | "algorithm-not-of-key" | "critical-header" | "duplicate-member" | "key-id-missing" | "key-missing" | "key-not-allowed" | "key-not-pinned" | "no-pins" | "not-a-document" | "not-signed" | "signature-does-not-hold" | "too-large" | "type-differs" | "unknown-header", CatalogueEntry>>;

export function openDocument(file: Uint8Array, options: OpenDocumentOptions): Promise<OpenedDocument | RefusedDocument>;

export function parsePin(text: string): Pin;

export function pinOf(bytes: Uint8Array, crypto?: CryptoProvider): Promise<Pin>;

export function signDocument(document: Uint8Array, options: SignDocumentOptions): Promise<Uint8Array>;

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

export type DocumentType = `tiemchung.${string}+jws`;

export type Pin = `sha256:${string}`;

export type SignedReason = keyof typeof signedReasons;
