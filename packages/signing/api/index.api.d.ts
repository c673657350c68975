// The public surface of @tiemchung/signing. Written by `node tools/run.mjs surface --write`.

export const daySealCheckIds: readonly [
    "jws.form",
    "jws.header",
    "jws.canonical",
    "jws.signature",
    "signer.chain",
    "signer.register",
    "signing.time",
    "seal.schema",
    "seal.envelope"
];

export const errorCatalogue: Readonly<Record<"signing.algorithm" | "signing.answer" | "signing.expired" | "signing.instant" | "signing.key" | "signing.key-file" | "signing.key-mismatch" | "signing.merkle.size" | "signing.minutes.empty" | "signing.no-certificate" | "signing.not-tried" | "signing.password" | "signing.policy" | "signing.register" | "signing.register.overlap" | "signing.rejected" | "signing.seal.duplicate" | "signing.seal.empty" | "signing.seal.foreign-record" | "signing.stopped" | "signing.unavailable", _tiemchung_core.CatalogueEntry>>;

export const minutesCheckIds: readonly [
    "minutes.allowed",
    "minutes.led-by",
    "minutes.parties",
    "minutes.records",
    "minutes.facility-and-day",
    "minutes.in-time"
];

export const sealedRecordCheckIds: readonly [
    "jws.form",
    "jws.header",
    "jws.canonical",
    "jws.signature",
    "signer.chain",
    "signer.register",
    "signing.time",
    "seal.schema",
    "seal.envelope",
    "record.schema",
    "record.facility-and-day",
    "record.inclusion"
];

export const signedRecordCheckIds: readonly [
    "jws.form",
    "jws.header",
    "jws.canonical",
    "jws.signature",
    "signer.chain",
    "signer.register",
    "signing.time",
    "record.schema",
    "record.facility"
];

export const signingPolicy1815: SigningPolicy;

export function checkMinutes(minutes: Minutes, records: readonly DoseRecord[], policy: SigningPolicy, options?: CheckMinutesOptions): Promise<Report<MinutesCheckId>>;

export function consistencyProof({ rows }: MerkleTree, size: number): readonly Uint8Array[];

export function drawUpMinutes(input: MinutesInput): Promise<Minutes>;

export function entitlementOf(register: SignerRegister, fingerprint: string, facility: string, day: CivilDate): Entitlement;

export function inclusionProof({ rows }: MerkleTree, index: number): readonly Uint8Array[];

export function isSignedInTime(record: DoseRecord, signedAt: Date, policy: SigningPolicy): boolean;

export function leafHash(data: Uint8Array, crypto: CryptoProvider): Promise<Uint8Array>;

export function lintSignerRegister(document: unknown): readonly Issue[];

export function lintSigningPolicy(document: unknown): readonly Issue[];

export function maySign(register: SignerRegister, fingerprint: string, facility: string, day: CivilDate): boolean;

export function merkleRoot(tree: MerkleTree, crypto: CryptoProvider): Promise<Uint8Array>;

export function merkleTree(leaves: readonly Uint8Array[], crypto: CryptoProvider): Promise<MerkleTree>;

export function parseSignerRegister(document: unknown): SignerRegister;

export function parseSigningPolicy(document: unknown): SigningPolicy;

export function sealDay(input: SealDayInput, signer: Signer, options: SealDayOptions): Promise<SealedDay>;

export function signRecord(record: DoseRecord, signer: Signer, options: SignRecordOptions): Promise<SignedRecord>;

export function signRecords(records: readonly DoseRecord[], signer: Signer, options: SignRecordsOptions): Promise<SigningOutcome>;

export function signingDeadline(day: CivilDate, policy: SigningPolicy): Date;

export function softwareSigner(options: SoftwareSignerOptions): Promise<Signer>;

export function verifyConsistency({ size1, root1, size2, root2, proof }: Consistency, crypto: CryptoProvider): Promise<boolean>;

export function verifyDaySeal(seal: DaySeal, options: VerifySignatureOptions): Promise<DaySealReport>;

export function verifyInclusion({ leaf, index, size, proof, root }: Inclusion, crypto: CryptoProvider): Promise<boolean>;

export function verifySealedRecord(record: DoseRecord, proof: SealProof, seal: DaySeal, options: VerifySignatureOptions): Promise<SealedRecordReport>;

export function verifySealedRecords(sealed: readonly SealedRecord[], seal: DaySeal, options: VerifySignatureOptions): Promise<SealedDayReport>;

export function verifySignedRecord(signed: SignedRecord, options: VerifySignedRecordOptions): Promise<SignedRecordReport>;

export interface CheckMinutesOptions {
    readonly canSign?: boolean;
    readonly crypto?: CryptoProvider;
}

export interface Consistency {
    readonly size1: number;
    readonly root1: Uint8Array;
    readonly size2: number;
    readonly root2: Uint8Array;
    readonly proof: readonly Uint8Array[];
}

export interface DaySeal {
    readonly format: 'day-seal/1';
    readonly facility: string;
    readonly date: CivilDate;
    readonly jws: string;
}

export interface Inclusion {
    readonly leaf: Uint8Array;
    readonly index: number;
    readonly size: number;
    readonly proof: readonly Uint8Array[];
    readonly root: Uint8Array;
}

export interface MerkleTree {
    readonly rows: readonly (readonly Uint8Array[])[];
}

export interface MinutesInput {
    readonly id: Uuid;
    readonly facility: string;
    readonly date: CivilDate;
    readonly ledBy: Minutes['ledBy'];
    readonly parties: Minutes['parties'];
    readonly records: readonly DoseRecord[];
    readonly concludedAt: Date;
    readonly crypto?: CryptoProvider;
}

export interface SealContent {
    readonly format: 'day-seal/1';
    readonly facility: string;
    readonly date: CivilDate;
    readonly size: number;
    readonly root: string;
}

export interface SealDayInput {
    readonly facility: string;
    readonly date: CivilDate;
    readonly records: readonly DoseRecord[];
}

export interface SealDayOptions {
    readonly at: Date;
    readonly crypto?: CryptoProvider;
    readonly signal?: AbortSignalLike;
}

export interface SealProof {
    readonly format: 'seal-proof/1';
    readonly recordId: Uuid;
    readonly index: number;
    readonly hashes: readonly string[];
}

export interface SealedDay {
    readonly seal: DaySeal;
    readonly proofs: readonly SealProof[];
}

export interface SealedDayReport {
    readonly seal: DaySealReport;
    readonly records: readonly SealedRecordReport[];
}

export interface SealedRecord {
    readonly record: DoseRecord;
    readonly proof: SealProof;
}

export interface SignRecordOptions {
    readonly at: Date;
    readonly crypto?: CryptoProvider;
    readonly signal?: AbortSignalLike;
}

export interface SignRecordsOptions extends SignRecordOptions {
    readonly batch?: number;
    readonly onProgress?: (done: number, total: number) => void;
}

export interface SignerEntry {
    readonly fingerprint: string;
    readonly role: SignerRole;
    readonly facilities: readonly string[];
    readonly from: CivilDate;
    readonly to: CivilDate | null;
}

export interface SignerFacts {
    readonly algorithm: SignatureAlgorithm;
    readonly signedAt: Date;
    readonly fingerprint: string;
    readonly path: PathReport;
}

export interface SignerRegister extends PolicyHead {
    readonly format: 'signer-register/1';
    readonly entries: readonly SignerEntry[];
}

export interface SigningOutcome {
    readonly signed: readonly SignedRecord[];
    readonly failed: readonly UnsignedRecord[];
}

export interface SigningPolicy extends PolicyHead {
    readonly format: 'signing-policy/1';
    readonly withinDays: number;
    readonly amendmentsFrom: 'dose' | 'entry';
    readonly minutes: {
        readonly allowed: 'never' | 'while-no-certificate';
        readonly ledBy: readonly Minutes['ledBy']['role'][];
    };
}

export interface SigningSubtle {
    importKey(format: 'pkcs8', data: Uint8Array, algorithm: object, extractable: boolean, usages: string[]): Promise<unknown>;
    sign(algorithm: object, key: unknown, data: Uint8Array): Promise<ArrayBuffer>;
}

export interface SoftwareSignerOptions {
    readonly privateKey: {
        readonly key: unknown;
    } | {
        readonly pkcs8: Uint8Array;
    } | {
        readonly pkcs8Pem: string;
        readonly password?: () => MaybePromise<string>;
    };
    readonly algorithm: SignatureAlgorithm;
    readonly chain: readonly Uint8Array[] | string;
    readonly crypto?: CryptoProvider;
    readonly subtle?: SigningSubtle;
}

export interface UnsignedRecord {
    readonly recordId: string;
    readonly code: string;
}

export interface VerifySignatureOptions {
    readonly anchors: readonly Anchor[];
    readonly at?: Date;
    readonly register?: SignerRegister;
    readonly purpose?: Purpose;
    readonly revocation?: PathQuery['revocation'];
    readonly clockTolerance?: number;
    readonly crypto?: CryptoProvider;
}

export type DaySealCheckId = (typeof daySealCheckIds)[number];

export type DaySealReport = Report<DaySealCheckId> & {
    readonly signer?: SignerFacts;
} & ({
    readonly verdict: 'indeterminate' | 'invalid';
    readonly content?: never;
} | {
    readonly verdict: 'valid';
    readonly content: SealContent;
});

export type Entitlement = 'entitled' | 'other-days' | 'other-facility' | 'register-not-in-force' | 'unknown-signer';

export type MinutesCheckId = (typeof minutesCheckIds)[number];

export type SealedRecordCheckId = (typeof sealedRecordCheckIds)[number];

export type SealedRecordReport = Report<SealedRecordCheckId> & ({
    readonly verdict: 'indeterminate' | 'invalid';
    readonly record?: never;
} | {
    readonly verdict: 'valid';
    readonly record: DoseRecord;
});

export type SignatureCheckId = (typeof signatureCheckIds)[number];

export type SignedRecordCheckId = (typeof signedRecordCheckIds)[number];

export type SignedRecordReport = Report<SignedRecordCheckId> & {
    readonly signer?: SignerFacts;
} & ({
    readonly verdict: 'indeterminate' | 'invalid';
    readonly record?: never;
} | {
    readonly verdict: 'valid';
    readonly record: DoseRecord;
});

export type SignerRole = 'commune-committee' | 'facility' | 'province-unit';

export type VerifySignedRecordOptions = VerifySignatureOptions;

export { AbortSignalLike } from 'core'

export { Anchor } from 'x509'

export { Check } from 'core'

export { CivilDate } from 'core'

export { CryptoProvider } from 'core'

export { DoseRecord } from 'schemas'

export { Issue } from 'core'

export { Minutes } from 'schemas'

export { PathReport } from 'x509'

export { PolicyHead } from 'core'

export { Purpose } from 'x509'

export { Report } from 'core'

export { SignOptions } from 'core'

export { SignatureAlgorithm } from 'core'

export { SignedRecord } from 'schemas'

export { Signer } from 'core'

export { SigningEvent } from 'core'

export { Uuid } from 'core'

// Named above, but not exported.

const signatureCheckIds: readonly [
    "jws.form",
    "jws.header",
    "jws.canonical",
    "jws.signature",
    "signer.chain",
    "signer.register",
    "signing.time"
];
