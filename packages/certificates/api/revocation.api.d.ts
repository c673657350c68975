// The public surface of @tiemchung/certificates/revocation. Written by `node tools/run.mjs surface --write`.

export const revocationDeltaType = "tiemchung.revocation-delta+jws";

export const revocationListType = "tiemchung.revocation-list+jws";

export const unknownKeyId = "UNKNOWN_KID";

export function applyRevocationDelta(list: SignedRevocationList, file: Uint8Array, options: OpenRevocationOptions): Promise<SignedRevocationList>;

export function bloomFilterOf(hashes: readonly Uint8Array[], options: BloomFilterOptions): Promise<BloomFilter>;

export function checkRevocation(source: RevocationSource, subject: RevocationSubject, options: {
    readonly at: Date;
    readonly crypto?: CryptoProvider;
}): Promise<RevocationStatus>;

export function confirmedRevocation(filter: RevocationSource, list: RevocationSource): RevocationSource;

export function filterRevocation(slices: readonly RevocationSlice[], options: FilterRevocationOptions): RevocationSource;

export function joinRevocation(...sources: readonly RevocationSource[]): RevocationSource;

export function loadRevocationBatches(batches: readonly unknown[], { version, issuedAt, nextUpdate }: RevocationBatchesOptions): RevocationList;

export function loadRevocationList(document: unknown): RevocationList;

export function openRevocationList([file, ...deltas]: readonly [
    Uint8Array,
    ...(readonly Uint8Array[])
], options: OpenRevocationOptions): Promise<SignedRevocationList>;

export function parseRevocationBatch(value: unknown): RevocationBatch;

export function parseRevocationDelta(document: unknown): RevocationDeltaDocument;

export function parseRevocationList(document: unknown): RevocationListDocument;

export function readBloomFilter(bytes: Uint8Array, limits?: FilterLimits): BloomFilter;

export function readPartialHashFilter(bytes: Uint8Array, limits?: FilterLimits): PartialHashFilter;

export function revocationBatchesOf(groups: readonly RevocationGroup[], options: {
    readonly country: string;
    readonly expires: Date;
}): readonly RevocationBatch[];

export function revocationDeltaOf(previous: Pick<SignedRevocationList, 'digest' | 'groups' | 'sequence'>, groups: readonly RevocationGroup[], given: RevocationIssue): RevocationDeltaDocument;

export function revocationEntryFor(certificate: RevocationSubject | string, options?: {
    readonly hashType?: RevocationHashType;
    readonly crypto?: CryptoProvider;
}): Promise<RevocationGroup>;

export function revocationHash(type: RevocationHashType, subject: RevocationSubject, crypto: CryptoProvider): Promise<string>;

export function revocationListOf(previous: Pick<SignedRevocationList, 'groups' | 'sequence'> | undefined, groups: readonly RevocationGroup[], given: RevocationIssue): RevocationListDocument;

export function revocationSubjectOf(text: string): RevocationSubject;

export function signRevocation(document: RevocationDeltaDocument | RevocationListDocument, options: SignRevocationOptions): Promise<Uint8Array>;

export interface BloomFilter extends HashFilter {
    readonly kind: 'bloom';
    readonly hashCount: number;
    readonly bitCount: number;
    readonly falsePositiveRate: number;
    readonly capacity: number;
    readonly elementCount: number;
    toBytes(): Uint8Array;
}

export interface BloomFilterOptions {
    readonly falsePositiveRate: number;
    readonly capacity?: number;
    readonly crypto?: CryptoProvider;
}

export interface FilterLimits {
    readonly maxBytes?: number;
}

export interface FilterRevocationOptions {
    readonly version?: string;
    readonly nextUpdate: Date;
    readonly acceptUnproven?: boolean;
}

export interface HashFilter {
    readonly kind: 'bloom' | 'partial-hash';
    readonly proven: boolean;
    mightContain(hash: Uint8Array, crypto: CryptoProvider): MaybePromise<boolean>;
}

export interface OpenRevocationOptions extends Omit<OpenDocumentOptions, 'type'> {
    readonly at: Date;
    readonly previous?: SnapshotState | undefined;
}

export interface PackedGroup {
    readonly keyId: string;
    readonly hashType: RevocationHashType;
    readonly expires: number | undefined;
    readonly hashes: PackedHashes;
}

export interface PackedHashes {
    readonly width: number;
    readonly octets: Uint8Array;
}

export interface PartialHashFilter extends HashFilter {
    readonly kind: 'partial-hash';
    readonly proven: false;
    readonly hashLength: number;
    readonly falsePositiveRate: number;
    readonly capacity: number;
}

export interface RevocationBatch {
    readonly country: string;
    readonly expires: string;
    readonly kid: string;
    readonly hashType: RevocationHashType;
    readonly entries: readonly {
        readonly hash: string;
    }[];
}

export interface RevocationBatchesOptions {
    readonly version: string;
    readonly issuedAt: Date;
    readonly nextUpdate: Date;
}

export interface RevocationDeltaDocument extends RevocationHead {
    readonly format: 'revocation-delta/1';
    readonly sequence: number;
    readonly since: number;
    readonly previous: Pin;
    readonly groups: readonly RevocationGroup[];
}

export interface RevocationGroup {
    readonly keyId: string;
    readonly hashType: RevocationHashType;
    readonly expires?: string;
    readonly hashes: readonly string[];
}

export interface RevocationHead {
    readonly version: string;
    readonly issuedAt: string;
    readonly nextUpdate: string;
}

export interface RevocationIssue {
    readonly issuedAt: Date;
    readonly nextUpdate: Date;
    readonly version?: string;
}

export interface RevocationList extends RevocationSource {
    readonly version: string;
    readonly issuedAt: Date;
    readonly nextUpdate: Date;
}

export interface RevocationListDocument extends RevocationHead {
    readonly format: 'revocation-list/1';
    readonly sequence?: number;
    readonly groups: readonly RevocationGroup[];
}

export interface RevocationSlice {
    readonly keyId: string;
    readonly hashTypes: readonly RevocationHashType[];
    readonly prefix?: string;
    readonly filter: HashFilter;
}

export interface RevocationSource {
    readonly version?: string;
    statusOf(subject: RevocationSubject, at: Date, crypto: CryptoProvider): MaybePromise<RevocationStatus>;
}

export interface RevocationSubject {
    readonly keyId: Uint8Array;
    readonly certificateId: string;
    readonly country: string;
    readonly signature: Uint8Array;
    readonly algorithm: 'ES256' | 'PS256';
}

export interface SignedRevocationList extends RevocationList {
    readonly sequence: number;
    readonly digest: Pin;
    readonly state: SnapshotState;
    readonly groups: readonly PackedGroup[];
}

export type RevocationHashType = 'COUNTRYCODEUCI' | 'SIGNATURE' | 'UCI';

export type RevocationStatus = (typeof revocationStatuses)[number];

export type SignRevocationOptions = Omit<SignDocumentOptions, 'type'>;

// Named above, but not exported.

const revocationStatuses: readonly [
    "listed",
    "not-listed",
    "maybe",
    "unproven",
    "stale",
    "unreachable"
];

interface OpenDocumentOptions extends PinnedKeys {
    readonly type: DocumentType;
    readonly maxBytes?: number;
    readonly crypto?: CryptoProvider;
}

interface PinnedKeys {
    readonly pins: readonly (Uint8Array | string)[];
    readonly keys?: readonly Uint8Array[];
}

interface SignDocumentOptions {
    readonly type: DocumentType;
    readonly signer: Signer;
    readonly publicKey: Uint8Array;
    readonly crypto?: CryptoProvider;
}

interface SnapshotState {
    readonly sequence: number;
    readonly digest: Pin;
    readonly seenAt: string;
}

type DocumentType = `tiemchung.${string}+jws`;

type Pin = `sha256:${string}`;
