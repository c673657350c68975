// The public surface of @tiemchung/certificates/trust. Written by `node tools/run.mjs surface --write`.

export const trustListType = "tiemchung.trust-list+jws";

export const trustReasons: Readonly<Record<"an-authority" | "chain" | "cms" | "country-differs" | "country-unknown" | "expired" | "key-differs" | "key-id-differs" | "no-anchors" | "no-certificate" | "no-pin" | "no-trust-anchor" | "no-upload-certificate" | "not-a-signer" | "not-an-authority" | "not-followed" | "not-yet-issued" | "not-yet-valid" | "other-domain" | "other-type" | "pin-differs" | "stale" | "thumbprint-differs" | "trust-anchor-expired" | "unreadable" | "usage-not-allowed" | "withdrawn", CatalogueEntry>>;

export function chainVerifier(options: {
    readonly anchors: readonly CountryAnchor[];
    readonly intermediates?: readonly Uint8Array[];
    readonly crypto?: CryptoProvider;
}): ChainVerifier;

export function explainTrustCheck(check: Check): CatalogueEntry | undefined;

export function fetchDocument(address: string, options?: FetchDocumentOptions): Promise<FetchedDocument>;

export function keysOfJwks(jwks: unknown, options: JwksOptions): readonly TrustedKey[];

export function keysOfThumbprintJwks(jwks: unknown, options: JwksOptions & {
    readonly crypto?: CryptoProvider;
}): Promise<readonly TrustedKey[]>;

export function loadDidList(documents: readonly unknown[], options: DidListOptions): Promise<LoadedDidList>;

export function loadGatewayList(list: unknown, options: GatewayListOptions): Promise<LoadedGatewayList>;

export function loadSigners(signers: readonly SignerFile[], options: SignersOptions): Promise<LoadedSigners>;

export function loadTrustList(document: unknown, options: TrustListOptions): Promise<LoadedTrustList>;

export function loadVerifierList(list: VerifierList, options: VerifierListOptions): Promise<LoadedVerifierList>;

export function mergeTrust(...stores: readonly TrustStore[]): TrustStore;

export function openSnapshot(file: Uint8Array, options: SnapshotOptions): Promise<Snapshot<TrustListDocument>>;

export function parseTrustList(document: unknown): TrustListDocument;

export function spkiOfJwk(jwk: unknown): Uint8Array;

export interface CountryAnchor {
    readonly country: string;
    readonly certificate: Uint8Array;
}

export interface DidListOptions {
    readonly anchors: readonly CountryAnchor[];
    readonly intermediates?: readonly Uint8Array[];
    readonly at: Date;
    readonly domain?: string;
    readonly believe?: 'chain' | 'list';
    readonly countries?: Readonly<Record<string, string>>;
    readonly crypto?: CryptoProvider;
}

export interface FetchDocumentOptions {
    readonly fetch?: FetchLike;
    readonly etag?: string | undefined;
    readonly maxBytes?: number;
    readonly timeoutMs?: number;
    readonly signal?: AbortSignalLike;
}

export interface GatewayListOptions {
    readonly trustAnchors?: readonly Uint8Array[];
    readonly anchors?: readonly CountryAnchor[];
    readonly uploaders?: readonly CountryAnchor[];
    readonly at: Date;
    readonly crypto?: CryptoProvider;
}

export interface JwksOptions {
    readonly country: string;
    readonly usages?: readonly CertificateType[];
}

export interface LoadedDidList {
    readonly trust: TrustStore;
    readonly report: Report<DidListCheckId>;
}

export interface LoadedGatewayList {
    readonly trust: TrustStore;
    readonly report: Report<'trust-list.item'>;
    readonly anchors: readonly CountryAnchor[];
}

export interface LoadedSigners {
    readonly trust: TrustStore;
    readonly report: Report<'trust-list.item'>;
}

export interface LoadedTrustList {
    readonly trust: TrustStore;
    readonly report: Report<TrustListCheckId>;
    readonly issuedAt: Date;
    readonly nextUpdate: Date;
}

export interface LoadedVerifierList {
    readonly trust: TrustStore;
    readonly report: Report<'trust-list.item'>;
}

export interface SignerFile {
    readonly certificate: Uint8Array | string;
    readonly country: string;
    readonly usages?: readonly CertificateType[];
    readonly sha256?: string;
}

export interface SignersOptions {
    readonly believe: 'chain' | 'pin';
    readonly anchors?: readonly CountryAnchor[];
    readonly intermediates?: readonly Uint8Array[];
    readonly at: Date;
    readonly crypto?: CryptoProvider;
}

export interface TrustListDocument {
    readonly format: 'trust-list/1';
    readonly version: string;
    readonly issuedAt: string;
    readonly nextUpdate: string;
    readonly sequence?: number;
    readonly items: readonly TrustListItem[];
}

export interface TrustListItem {
    readonly certificate: string;
    readonly country: string;
    readonly usages?: readonly CertificateType[];
}

export interface TrustListOptions {
    readonly anchors: readonly CountryAnchor[];
    readonly intermediates?: readonly Uint8Array[];
    readonly at: Date;
    readonly believe?: 'chain' | 'list';
    readonly acceptStale?: boolean;
    readonly crypto?: CryptoProvider;
}

export interface VerifierList {
    readonly certificates: unknown;
    readonly status: unknown;
}

export interface VerifierListOptions {
    readonly anchors?: readonly CountryAnchor[];
    readonly intermediates?: readonly Uint8Array[];
    readonly at: Date;
    readonly believe?: 'chain' | 'list';
    readonly crypto?: CryptoProvider;
}

export type DidListCheckId = 'trust-list.item' | 'trust-list.reference';

export type FetchedDocument = {
    readonly status: 'fresh';
    readonly bytes: Uint8Array;
    readonly etag: string | undefined;
} | {
    readonly status: 'unchanged';
};

export type TrustListCheckId = 'trust-list.freshness' | 'trust-list.item';

// Named above, but not exported.

interface OpenDocumentOptions extends PinnedKeys {
    readonly type: DocumentType;
    readonly maxBytes?: number;
    readonly crypto?: CryptoProvider;
}

interface PinnedKeys {
    readonly pins: readonly (Uint8Array | string)[];
    readonly keys?: readonly Uint8Array[];
}

interface SnapshotOptions extends Omit<OpenDocumentOptions, 'type'> {
    readonly at: Date;
    readonly policy?: SnapshotPolicy;
    readonly previous?: SnapshotState | undefined;
}

interface SnapshotPolicy extends PolicyHead {
    readonly maxAgeHours: null | number;
    readonly graceHours: number;
    readonly clockSkewSeconds: number;
}

interface SnapshotState {
    readonly sequence: number;
    readonly digest: Pin;
    readonly seenAt: string;
}

interface TrustStore {
    readonly version?: string;
    readonly isEmpty: boolean;
    keysFor(keyId: Uint8Array): readonly TrustedKey[];
}

interface TrustedKey {
    readonly keyId: Uint8Array;
    readonly key: KeyMaterial;
    readonly country?: string;
    readonly usages?: readonly CertificateType[];
    readonly notBefore?: Date;
    readonly notAfter?: Date;
    readonly certificate?: Uint8Array;
}

type CertificateType = 'recovery' | 'test' | 'vaccination';

type ChainVerifier = (key: TrustedKey, at: Date) => MaybePromise<{
    readonly verdict: Verdict;
    readonly checks: readonly Check[];
}>;

type DocumentType = `tiemchung.${string}+jws`;

type KeyMaterial = ((crypto: CryptoProvider) => MaybePromise<PublicKey>) | PublicKey | Uint8Array;

type Pin = `sha256:${string}`;

type Snapshot<List> = Report<SnapshotCheckId> & ({
    readonly verdict: 'indeterminate' | 'invalid';
    readonly state: SnapshotState | undefined;
} | {
    readonly verdict: 'valid';
    readonly list: List;
    readonly state: SnapshotState;
    readonly signedBy: Pin;
});

type SnapshotCheckId = 'snapshot.age' | 'snapshot.document' | 'snapshot.sequence' | 'snapshot.signature' | 'snapshot.type';
