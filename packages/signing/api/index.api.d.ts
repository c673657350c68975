// The public surface of @tiemchung/signing. Written by `node tools/run.mjs surface --write`.

export const answeredCertificateCheckIds: readonly [
    "answer.form",
    "answer.key",
    "answer.subject",
    "answer.chain",
    "answer.later"
];

export const auditCheckIds: readonly [
    "seals.present",
    "seals.valid",
    "seals.same-day",
    "seals.unbroken",
    "records.belong",
    "records.complete"
];

export const daySealCheckIds: readonly [
    "jws.form",
    "jws.header",
    "jws.canonical",
    "jws.signature",
    "signer.chain",
    "signer.register",
    "signing.time",
    "signer.role",
    "signing.timestamp",
    "seal.schema",
    "seal.envelope"
];

export const errorCatalogue: Readonly<Record<"signing.algorithm" | "signing.answer" | "signing.cose" | "signing.day.changed" | "signing.day.duplicate" | "signing.day.foreign-record" | "signing.day.identity" | "signing.day.incomplete" | "signing.day.not-a-record" | "signing.expired" | "signing.instant" | "signing.journal" | "signing.jws" | "signing.key" | "signing.key-file" | "signing.key-mismatch" | "signing.merkle.size" | "signing.minutes.empty" | "signing.minutes.records" | "signing.no-certificate" | "signing.not-tried" | "signing.password" | "signing.policy" | "signing.register" | "signing.register.earlier-entry" | "signing.register.issuer" | "signing.register.overlap" | "signing.rejected" | "signing.renewal-policy" | "signing.report" | "signing.seal.duplicate" | "signing.seal.empty" | "signing.seal.foreign-record" | "signing.seal.previous" | "signing.stopped" | "signing.timestamp.answer" | "signing.timestamp.unavailable" | "signing.unavailable", _tiemchung_core.CatalogueEntry>>;

export const facilityRenewalPolicy: RenewalPolicy;

export const jwsCheckIds: readonly [
    "jws.form",
    "jws.header",
    "jws.key",
    "jws.signature"
];

export const minutesCheckIds: readonly [
    "minutes.allowed",
    "minutes.led-by",
    "minutes.parties",
    "minutes.records",
    "minutes.facility-and-day",
    "minutes.in-time"
];

export const replacementCheckIds: readonly [
    "replacement.allowed",
    "replacement.seal",
    "replacement.named",
    "replacement.records"
];

export const sealChainCheckIds: readonly [
    "seals.present",
    "seals.valid",
    "seals.same-day",
    "seals.unbroken"
];

export const sealedRecordCheckIds: readonly [
    "jws.form",
    "jws.header",
    "jws.canonical",
    "jws.signature",
    "signer.chain",
    "signer.register",
    "signing.time",
    "signer.role",
    "signing.timestamp",
    "seal.schema",
    "seal.envelope",
    "record.schema",
    "record.facility-and-day",
    "record.inclusion"
];

export const signedDayReportCheckIds: readonly [
    "jws.form",
    "jws.header",
    "jws.canonical",
    "jws.signature",
    "signer.chain",
    "signer.register",
    "signing.time",
    "signer.role",
    "signing.timestamp",
    "day-report.form",
    "day-report.envelope"
];

export const signedRecordCheckIds: readonly [
    "jws.form",
    "jws.header",
    "jws.canonical",
    "jws.signature",
    "signer.chain",
    "signer.register",
    "signing.time",
    "signer.role",
    "signing.timestamp",
    "record.schema",
    "record.facility",
    "signing.in-time",
    "record.amends"
];

export const signingPolicy1815: SigningPolicy;

export function auditDay({ records, proofs, seals }: AuditInput, options: VerifySignatureOptions): Promise<DayAudit>;

export function checkAnsweredCertificate(asked: AskedCertificate, chain: readonly Uint8Array[], options: CheckAnsweredOptions): Promise<Report<AnsweredCertificateCheckId>>;

export function checkMinutes(minutes: Minutes, records: readonly DoseRecord[], policy: SigningPolicy, options?: CheckMinutesOptions): Promise<Report<MinutesCheckId>>;

export function checkReplacement(minutes: Minutes, sealed: readonly SealedRecord[], seal: DaySeal, policy: SigningPolicy, options: VerifySignatureOptions): Promise<Report<ReplacementCheckId>>;

export function consistencyProof({ rows }: MerkleTree, size: number): readonly Uint8Array[];

export function detachRecord(signed: CompactSignedRecord): CompactSignedRecord;
function detachRecord(signed: AnySignedRecord): AnySignedRecord;

export function drawUpMinutes(input: MinutesInput): Promise<Minutes>;

export function entitlementOf(register: SignerRegister, signer: SignerInQuestion, { facility, day, what }: SigningAct): Entitlement;

export function inclusionProof({ rows }: MerkleTree, index: number): readonly Uint8Array[];

export function isSignedInTime(record: DoseRecord, signedAt: Date, policy: SigningPolicy): boolean;

export function leafHash(data: Uint8Array, crypto: CryptoProvider): Promise<Uint8Array>;

export function lintRenewalPolicy(document: unknown): readonly Issue[];

export function lintSignerRegister(document: unknown): readonly Issue[];

export function lintSigningPolicy(document: unknown): readonly Issue[];

export function maySign(register: SignerRegister, signer: SignerInQuestion, act: SigningAct): boolean;

export function merkleRoot(tree: MerkleTree, crypto: CryptoProvider): Promise<Uint8Array>;

export function merkleTree(leaves: readonly Uint8Array[], crypto: CryptoProvider): Promise<MerkleTree>;

export function parseRenewalPolicy(document: unknown): RenewalPolicy;

export function parseSignerRegister(document: unknown): SignerRegister;

export function parseSigningPolicy(document: unknown): SigningPolicy;

export function readSealContent(seal: DaySeal): SealContent | undefined;

export function renewalOf(certificate: Uint8Array, policy: RenewalPolicy, now: Date): Renewal;

export function replaceMinutes({ minutes, records, after }: ReplaceMinutesInput, signer: Signer, options: SealDayOptions): Promise<SealedDay>;

export function sealDay(input: SealDayInput, signer: Signer, options: SealDayOptions): Promise<SealedDay>;

export function sealHash(seal: DaySeal, crypto: CryptoProvider): Promise<string>;

export function sealVerifier(options: SealVerifierOptions): SealVerifier;

export function signDay(input: SignDayInput, signer: Signer, options: SignDayOptions): Promise<DaySigningOutcome>;

export function signDayReport(report: DayReport, signer: Signer, options: SignRecordOptions): Promise<CompactSignedDayReport>;

export function signRecord(record: DoseRecord, signer: Signer, options: SignRecordOptions): Promise<CompactSignedRecord>;

export function signRecords(records: readonly DoseRecord[], signer: Signer, options: SignRecordsOptions): Promise<SigningOutcome>;

export function signingDeadline(day: CivilDate, policy: SigningPolicy): Date;

export function softwareSigner(options: SoftwareSignerOptions): Promise<Signer>;

export function subjectIdentifiersOf(certificate: Uint8Array): readonly string[];

export function timestampRecord(signed: SignedRecord, exchange: TimestampExchange, options?: TimestampOptions): Promise<TimestampedRecord>;

export function timestampSeal(seal: DaySeal, exchange: TimestampExchange, options?: TimestampOptions): Promise<TimestampedSeal>;

export function verifyConsistency({ size1, root1, size2, root2, proof }: Consistency, crypto: CryptoProvider): Promise<boolean>;

export function verifyDayReport(signed: SignedDayReport, options: VerifySignatureOptions): Promise<SignedDayReportReport>;

export function verifyDaySeal(seal: DaySeal, options: VerifySignatureOptions): Promise<DaySealReport>;

export function verifyInclusion({ leaf, index, size, proof, root }: Inclusion, crypto: CryptoProvider): Promise<boolean>;

export function verifyJws(jws: FlattenedJws | string, query: JwsQuery): Promise<JwsReport>;

export function verifyRecord(signed: AnySignedRecord, options: VerifyRecordOptions): Promise<SignedRecordReport>;

export function verifySealedRecord(record: DoseRecord, proof: SealProof, seal: DaySeal, options: VerifySignatureOptions): Promise<SealedRecordReport>;

export function verifySealedRecords(sealed: readonly SealedRecord[], seal: DaySeal, options: VerifySignatureOptions): Promise<SealedDayReport>;

export function verifySeals(seals: readonly DaySeal[], options: VerifySignatureOptions): Promise<SealChainReport>;

export interface AnySignedRecord extends Omit<SignedRecord, 'jws'> {
    readonly jws: FlattenedJws | string;
}

export interface AskedCertificate {
    readonly spki: Uint8Array;
    readonly subject: {
        readonly attributes: readonly NameAttribute[];
    };
}

export interface AuditFinding {
    readonly index: number;
    readonly recordId: string;
    readonly fault: AuditFault;
}

export interface AuditInput {
    readonly records: readonly DoseRecord[];
    readonly proofs: readonly SealProof[];
    readonly seals: readonly DaySeal[];
}

export interface CheckAnsweredOptions {
    readonly anchors: readonly Anchor[];
    readonly at: Date;
    readonly revocation?: RevocationQuery;
    readonly replaces?: Uint8Array;
    readonly crypto?: CryptoProvider;
}

export interface CheckMinutesOptions {
    readonly canSign?: boolean;
    readonly crypto?: CryptoProvider;
}

export interface CompactDaySeal extends DaySeal {
    readonly jws: string;
}

export interface CompactSignedDayReport extends SignedDayReport {
    readonly jws: string;
}

export interface CompactSignedRecord extends SignedRecord {
    readonly jws: string;
}

export interface Consistency {
    readonly size1: number;
    readonly root1: Uint8Array;
    readonly size2: number;
    readonly root2: Uint8Array;
    readonly proof: readonly Uint8Array[];
}

export interface DayEvidence {
    readonly signed: readonly CompactSignedRecord[];
    readonly sealed: readonly SealedDayRecords[];
}

export interface DaySeal {
    readonly format: 'day-seal/1';
    readonly facility: string;
    readonly date: CivilDate;
    readonly jws: TimestampedJws | string;
}

export interface DaySigningOutcome extends DayEvidence {
    readonly unsigned: readonly UnsignedDayRecord[];
}

export interface FlattenedJws {
    readonly payload?: string;
    readonly protected: string;
    readonly header?: Readonly<Record<string, unknown>>;
    readonly signature: string;
}

export interface Inclusion {
    readonly leaf: Uint8Array;
    readonly index: number;
    readonly size: number;
    readonly proof: readonly Uint8Array[];
    readonly root: Uint8Array;
}

export interface IssuerAnchors {
    readonly kind: IssuerKind;
    readonly anchors: readonly string[];
}

export interface JwsQuery {
    readonly key: 'x5c' | {
        readonly jwk: unknown;
    } | {
        readonly spki: Uint8Array;
    };
    readonly payload?: Uint8Array;
    readonly crypto?: CryptoProvider;
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

export interface MissingRecord {
    readonly seal: string;
    readonly sequence: number;
    readonly index: number;
    readonly recordId?: string;
}

export interface NamedMinutes {
    readonly id: Uuid;
    readonly hash: string;
}

export interface PreparedRecord {
    readonly id: Uuid;
    readonly hash: string;
    readonly text: string;
    readonly input?: string;
}

export interface PreparedSeal {
    readonly content: string;
    readonly input: string;
    readonly tree: SealTree;
}

export interface Renewal {
    readonly state: RenewalState;
    readonly dueFrom: Date;
    readonly overdueFrom: Date;
    readonly expiresAt: Date;
}

export interface RenewalPolicy extends PolicyHead {
    readonly format: 'renewal-policy/1';
    readonly lifetimeDays: number;
    readonly dueDays: number;
    readonly overdueDays: number;
    readonly keyAtRenewal: 'new' | 'new-or-same';
}

export interface ReplaceMinutesInput {
    readonly minutes: Minutes;
    readonly records: readonly DoseRecord[];
    readonly after?: DaySeal;
}

export interface RoleRight {
    readonly role: SignerRole;
    readonly signs: readonly SignedThing[];
    readonly issuerKinds: readonly IssuerKind[];
    readonly by: string;
}

export interface SealContent {
    readonly format: 'day-seal/1';
    readonly facility: string;
    readonly date: CivilDate;
    readonly sequence: number;
    readonly previous?: string;
    readonly replaces?: readonly NamedMinutes[];
    readonly size: number;
    readonly root: string;
}

export interface SealDayInput extends SealPlace {
    readonly records: readonly DoseRecord[];
}

export interface SealDayOptions {
    readonly at: Date;
    readonly crypto?: CryptoProvider;
    readonly signal?: AbortSignalLike;
}

export interface SealPlace {
    readonly facility: string;
    readonly date: CivilDate;
    readonly after?: DaySeal;
    readonly replaces?: readonly Minutes[];
}

export interface SealProof {
    readonly format: 'seal-proof/1';
    readonly seal: string;
    readonly recordId: Uuid;
    readonly index: number;
    readonly hashes: readonly string[];
}

export interface SealVerifier {
    seal(seal: DaySeal): Promise<DaySealReport>;
    record(record: DoseRecord, proof: SealProof, seal: DaySeal): Promise<SealedRecordReport>;
}

export interface SealVerifierOptions extends VerifySignatureOptions {
    readonly remember?: number;
}

export interface SealedDay {
    readonly seal: CompactDaySeal;
    readonly proofs: readonly SealProof[];
}

export interface SealedDayRecords extends SealedDay {
    readonly texts: readonly string[];
}

export interface SealedDayReport {
    readonly seal: DaySealReport;
    readonly records: readonly SealedRecordReport[];
}

export interface SealedRecord {
    readonly record: DoseRecord;
    readonly proof: SealProof;
}

export interface SignDayInput extends SealPlace {
    readonly mode: DaySigningMode;
    readonly records: readonly DoseRecord[];
}

export interface SignDayOptions {
    readonly at: Date;
    readonly journal: SigningJournal;
    readonly judge: RecordJudge;
    readonly batch?: number;
    readonly crypto?: CryptoProvider;
    readonly random?: RandomSource;
    readonly signal?: AbortSignalLike;
    readonly onEvent?: (event: DaySigningEvent) => void;
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
    readonly signer: NamedSigner;
    readonly role: SignerRole;
    readonly facilities: readonly string[];
    readonly signs: readonly SignedThing[];
    readonly from: CivilDate;
    readonly to: CivilDate | null;
}

export interface SignerFacts {
    readonly algorithm: SignatureAlgorithm;
    readonly signedAt: Date;
    readonly fingerprint: string;
    readonly role?: SignerRole;
    readonly issuerKind?: IssuerKind;
    readonly provenAt?: Date;
    readonly timestamps: readonly TimestampReport[];
    readonly path: PathReport;
}

export interface SignerInQuestion {
    readonly fingerprint: string;
    readonly identifiers: readonly string[];
    readonly anchor: string | undefined;
}

export interface SignerRegister extends PolicyHead {
    readonly format: 'signer-register/1';
    readonly issuers: readonly IssuerAnchors[];
    readonly entries: readonly SignerEntry[];
}

export interface SigningAct {
    readonly facility: string;
    readonly day: CivilDate;
    readonly what: SignedThing;
}

export interface SigningJournal {
    read(): Promise<readonly SigningEntry[]>;
    append(entry: SigningEntry, made?: DayEvidence): Promise<void>;
}

export interface SigningOutcome {
    readonly signed: readonly CompactSignedRecord[];
    readonly failed: readonly UnsignedRecord[];
}

export interface SigningPolicy extends PolicyHead {
    readonly format: 'signing-policy/1';
    readonly withinDays: number;
    readonly amendmentsFrom: 'dose' | 'entry';
    readonly inTimeBy: 'claim' | 'proof';
    readonly whenLate: 'failed' | 'unknown';
    readonly whoMaySign: readonly RoleRight[];
    readonly minutes: {
        readonly allowed: 'never' | 'while-no-certificate';
        readonly ledBy: readonly Minutes['ledBy']['role'][];
        readonly replacedBy: 'later-seal' | 'nothing';
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

export interface TimestampOptions {
    readonly trust?: TimestampTrust;
    readonly random?: RandomSource;
    readonly crypto?: CryptoProvider;
    readonly signal?: AbortSignalLike;
}

export interface TimestampTrust {
    readonly anchors: readonly Anchor[];
    readonly intermediates?: readonly Uint8Array[];
    readonly revocation?: RevocationQuery;
    readonly policy?: string;
}

export interface TimestampedRecord extends SignedRecord {
    readonly jws: TimestampedJws;
}

export interface TimestampedSeal extends DaySeal {
    readonly jws: TimestampedJws;
}

export interface UnsignedDayRecord {
    readonly recordId: string;
    readonly code: string;
    readonly reasons?: readonly string[];
}

export interface UnsignedRecord {
    readonly recordId: string;
    readonly code: string;
}

export interface VerifyRecordOptions extends VerifySignatureOptions {
    readonly record?: unknown;
    readonly earlier?: readonly AnySignedRecord[];
}

export interface VerifySignatureOptions {
    readonly anchors: readonly Anchor[];
    readonly at?: Date;
    readonly provenAt?: Date;
    readonly timestamps?: TimestampTrust;
    readonly register?: SignerRegister;
    readonly policy?: SigningPolicy;
    readonly purpose?: Purpose;
    readonly revocation?: Omit<RevocationQuery, 'provenAt'>;
    readonly cache?: IssuerCache;
    readonly clockTolerance?: number;
    readonly crypto?: CryptoProvider;
}

export type AnsweredCertificateCheckId = (typeof answeredCertificateCheckIds)[number];

export type AuditCheckId = (typeof auditCheckIds)[number];

export type AuditFault = 'changed' | 'doubled' | 'no-valid-seal' | 'not-a-record' | 'not-sealed' | 'other-day' | 'other-facility' | 'undecided';

export type DayAudit = Report<AuditCheckId> & {
    readonly seals: readonly DaySealReport[];
    readonly belonging: readonly string[];
    readonly faults: readonly AuditFinding[];
    readonly missing: readonly MissingRecord[];
};

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

export type DaySigningEvent = SigningEvent | {
    readonly kind: 'asked';
    readonly request: string;
    readonly records: number;
} | {
    readonly kind: 'failed';
    readonly request: string;
    readonly code: string;
} | {
    readonly kind: 'prepared';
    readonly records: number;
} | {
    readonly kind: 'signed';
    readonly request: string;
    readonly done: number;
    readonly total: number;
};

export type DaySigningMode = 'records' | 'seal';

export type Entitlement = {
    readonly outcome: 'chain-not-believed' | 'register-not-in-force' | 'unknown-signer';
} | {
    readonly outcome: 'entitled';
    readonly entries: readonly SignerEntry[];
} | {
    readonly outcome: 'other-days' | 'other-facility' | 'other-things';
};

export type IssuerKind = 'public' | 'special-purpose';

export type JwsCheckId = (typeof jwsCheckIds)[number];

export type JwsReport = Report<JwsCheckId> & ({
    readonly verdict: 'indeterminate' | 'invalid';
    readonly payload?: never;
} | {
    readonly verdict: 'valid';
    readonly header: Header;
    readonly payload: Uint8Array;
});

export type MinutesCheckId = (typeof minutesCheckIds)[number];

export type NamedSigner = {
    readonly fingerprint: string;
} | {
    readonly issuerKind: IssuerKind;
    readonly identifiers: readonly string[];
};

export type RecordJudge = (record: DoseRecord) => readonly string[];

export type RenewalState = 'due' | 'expired' | 'not-yet' | 'overdue';

export type ReplacementCheckId = (typeof replacementCheckIds)[number];

export type SealChainCheckId = (typeof sealChainCheckIds)[number];

export type SealChainReport = Report<SealChainCheckId> & {
    readonly seals: readonly DaySealReport[];
};

export type SealTree = readonly (readonly string[])[];

export type SealedRecordCheckId = (typeof sealedRecordCheckIds)[number];

export type SealedRecordReport = Report<SealedRecordCheckId> & ({
    readonly verdict: 'indeterminate' | 'invalid';
    readonly record?: never;
} | {
    readonly verdict: 'valid';
    readonly record: DoseRecord;
});

export type SignatureCheckId = (typeof signatureCheckIds)[number];

export type SignedDayReportCheckId = (typeof signedDayReportCheckIds)[number];

export type SignedDayReportReport = Report<SignedDayReportCheckId> & {
    readonly signer?: SignerFacts;
} & ({
    readonly verdict: 'indeterminate' | 'invalid';
    readonly content?: never;
} | {
    readonly verdict: 'valid';
    readonly content: DayReport;
});

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

export type SignedThing = 'minutes' | 'records' | 'reports' | 'seals';

export type SignerRole = 'authorised-person' | 'commune-chair' | 'facility' | 'facility-head' | 'province-unit';

export type SigningEntry = {
    readonly kind: 'asked';
    readonly round: Uuid;
    readonly request: Uuid;
    readonly ids: readonly Uuid[];
} | {
    readonly kind: 'dropped';
    readonly round: Uuid;
    readonly ids: readonly Uuid[];
} | {
    readonly kind: 'failed';
    readonly round: Uuid;
    readonly request: Uuid;
    readonly code: string;
} | {
    readonly kind: 'opened';
    readonly round: Uuid;
    readonly mode: DaySigningMode;
    readonly facility: string;
    readonly date: CivilDate;
    readonly at: string;
    readonly head: string;
} | {
    readonly kind: 'prepared';
    readonly round: Uuid;
    readonly records: readonly PreparedRecord[];
    readonly seal?: PreparedSeal;
} | {
    readonly kind: 'signed';
    readonly round: Uuid;
    readonly request: Uuid;
    readonly signatures: readonly (null | string)[];
};

export type TimestampExchange = (request: Uint8Array, options: {
    readonly signal?: AbortSignalLike;
}) => Promise<Uint8Array>;

export { AbortSignalLike } from 'core'

export { Anchor } from 'x509'

export { Check } from 'core'

export { CivilDate } from 'core'

export { CryptoProvider } from 'core'

export { DayReport } from 'schemas'

export { DoseRecord } from 'schemas'

export { Issue } from 'core'

export { IssuerCache } from 'x509'

export { Minutes } from 'schemas'

export { PathReport } from 'x509'

export { PolicyHead } from 'core'

export { Purpose } from 'x509'

export { RandomSource } from 'core'

export { Report } from 'core'

export { RevocationQuery } from 'x509'

export { SignOptions } from 'core'

export { SignatureAlgorithm } from 'core'

export { SignedDayReport } from 'schemas'

export { SignedRecord } from 'schemas'

export { Signer } from 'core'

export { SigningEvent } from 'core'

export { TimestampReport } from 'x509'

export { TimestampedJws } from 'schemas'

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

type Header = Readonly<Record<string, unknown>>;
