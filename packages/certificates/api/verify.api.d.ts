// The public surface of @tiemchung/certificates/verify. Written by `node tools/run.mjs surface --write`.

export const certificateCheckIds: readonly [
    "envelope.prefix",
    "envelope.base45",
    "envelope.inflate",
    "envelope.cbor",
    "envelope.cose",
    "envelope.cwt",
    "cose.critical-header",
    "cose.key-id",
    "signer.trusted",
    "cose.algorithm",
    "cose.signature",
    "signer.chain",
    "signer.validity",
    "signer.usage",
    "signer.country",
    "cwt.issued-at",
    "cwt.not-before",
    "cwt.expiry",
    "cwt.within-signer",
    "payload.schema",
    "payload.codes",
    "payload.check-character",
    "revocation.certificate"
];

export const coseNumberOf: Readonly<Record<CertificateAlgorithm, number>>;

export const payloadTolerances: readonly [
    "null-members",
    "surrounding-blanks",
    "tagged-dates",
    "whole-floats",
    "loose-dates",
    "loose-standard-names",
    "unknown-codes"
];

export const reasonCatalogue: Readonly<Record<"algorithm-missing" | "algorithm-not-allowed" | "algorithm-not-of-key" | "beyond-signer" | "chain-not-valid" | "chain-undecided" | "check-character-absent" | "check-character-differs" | "country-differs" | "critical-header" | "curve-not-allowed" | "earlier-check" | "expired" | "expires-before-issue" | "float-times" | "issuer-missing" | "issuer-not-a-country" | "key-id-missing" | "key-too-small" | "key-unreadable" | "no-certificate" | "no-chain-verifier" | "no-revocation-data" | "no-trust-material" | "no-value-sets" | "not-stated" | "not-yet-issued" | "not-yet-valid" | "revocation-maybe" | "revocation-stale" | "revocation-unproven" | "revocation-unreachable" | "revoked" | "schema" | "signature-does-not-hold" | "signature-length" | "signer-expired" | "signer-not-yet-valid" | "time-absent" | "time-missing" | "time-not-a-number" | "time-out-of-range" | "type-unclear" | "unknown-codes" | "unknown-key" | "unprotected-algorithm" | "unprotected-key-id" | "usage-not-allowed", CatalogueEntry>>;

export const strictIssuer: VerificationProfile;

export const tolerances: readonly [
    "line-end",
    "uncompressed",
    "indefinite-lengths",
    "long-forms",
    "untagged",
    "cwt-tag",
    "unprotected-algorithm",
    "unprotected-key-id",
    "float-times",
    "issuer-not-a-country",
    "beyond-signer",
    "null-members",
    "surrounding-blanks",
    "tagged-dates",
    "whole-floats",
    "loose-dates",
    "loose-standard-names",
    "unknown-codes"
];

export const tolerantVerifier: VerificationProfile;

export function checkCodes(payload: HealthCertificatePayload, valueSets: ValueSets): readonly Issue[];

export function checkPayload(payload: JsonValue, options?: PayloadOptions): PayloadReading;

export function claimsOf(report: VerificationReport): HealthCertificateClaims;

export function explainCheck(check: Check): CatalogueEntry | undefined;

export function parseValueSets(documents: readonly unknown[]): ValueSets;

export function parseVerificationProfile(document: unknown): VerificationProfile;

export function renewableClaims(text: string, options: VerifyOptions): Promise<HealthCertificateClaims>;

export function trustedKeys(keys: Iterable<TrustedKey>, options?: {
    readonly version?: string;
}): TrustStore;

export function usagesOf(extendedKeyUsage: readonly string[] | undefined): readonly CertificateType[] | undefined;

export function verifyCertificate(text: string, options: VerifyOptions): Promise<VerificationReport>;

export function verifyMany(texts: Items<string>, { inFlight, crypto, ...options }: VerifyManyOptions): AsyncGenerator<VerificationReport, void, undefined>;

export interface CertificateSigner {
    readonly keyId: Uint8Array;
    readonly algorithm: CertificateAlgorithm;
    readonly country?: string;
}

export interface HealthCertificateClaims {
    readonly type: CertificateType;
    readonly issuer?: string;
    readonly issuedAt: Date;
    readonly expiresAt: Date;
    readonly payload: HealthCertificatePayload;
    readonly certificateId: string;
}

export interface HealthCertificatePayload {
    readonly ver: string;
    readonly nam: PersonName;
    readonly dob: string;
    readonly v?: readonly [
        VaccinationEntry
    ];
    readonly t?: readonly [
        TestEntry
    ];
    readonly r?: readonly [
        RecoveryEntry
    ];
}

export interface PayloadOptions {
    readonly tolerances?: readonly string[];
}

export interface PayloadReading {
    readonly payload?: HealthCertificatePayload;
    readonly type?: CertificateType;
    readonly issues: readonly Issue[];
    readonly tolerances: readonly PayloadTolerance[];
}

export interface PersonName {
    readonly fn?: string;
    readonly fnt?: string;
    readonly gn?: string;
    readonly gnt?: string;
}

export interface RecoveryEntry extends Entry {
    readonly fr: string;
    readonly df: string;
    readonly du: string;
}

export interface RefusedCertificate extends Answer {
    readonly verdict: 'indeterminate' | 'invalid';
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

export interface TestEntry extends Entry {
    readonly tt: string;
    readonly nm?: string;
    readonly ma?: string;
    readonly sc: string;
    readonly tr: string;
    readonly tc?: string;
}

export interface TrustStore {
    readonly version?: string;
    readonly isEmpty: boolean;
    keysFor(keyId: Uint8Array): readonly TrustedKey[];
}

export interface TrustedKey {
    readonly keyId: Uint8Array;
    readonly key: KeyMaterial;
    readonly country?: string;
    readonly usages?: readonly CertificateType[];
    readonly notBefore?: Date;
    readonly notAfter?: Date;
    readonly certificate?: Uint8Array;
}

export interface VaccinationEntry extends Entry {
    readonly vp: string;
    readonly mp: string;
    readonly ma: string;
    readonly dn: number;
    readonly sd: number;
    readonly dt: string;
}

export interface ValidCertificate extends Answer {
    readonly verdict: 'valid';
    readonly claims: HealthCertificateClaims;
    readonly signer: CertificateSigner;
}

export interface ValueSets {
    readonly version?: string;
    readonly codes: {
        readonly tg?: readonly string[];
        readonly vp?: readonly string[];
        readonly mp?: readonly string[];
        readonly vaccineMa?: readonly string[];
        readonly testMa?: readonly string[];
        readonly tt?: readonly string[];
        readonly tr?: readonly string[];
        readonly co?: readonly string[];
    };
}

export interface VerificationBasis {
    readonly profile: {
        readonly id: string;
        readonly version: string;
    };
    readonly trustList?: string;
    readonly revocationList?: string;
    readonly valueSets?: string;
    readonly at: string;
    readonly tolerances: readonly Tolerance[];
}

export interface VerificationProfile extends PolicyHead, ProfileRules {
    readonly id: string;
    readonly version: string;
}

export interface VerifyManyOptions extends VerifyOptions {
    readonly inFlight?: number;
}

export interface VerifyOptions {
    readonly trust: TrustStore;
    readonly at: Date;
    readonly profile?: VerificationProfile;
    readonly revocation?: RevocationSource;
    readonly chain?: ChainVerifier;
    readonly valueSets?: ValueSets;
    readonly crypto?: CryptoProvider;
}

export type CertificateAlgorithm = 'ES256' | 'PS256';

export type CertificateCheckId = (typeof certificateCheckIds)[number];

export type CertificateType = 'recovery' | 'test' | 'vaccination';

export type ChainVerifier = (key: TrustedKey, at: Date) => MaybePromise<{
    readonly verdict: Verdict;
    readonly checks: readonly Check[];
}>;

export type CheckReason = keyof typeof reasonCatalogue;

export type KeyMaterial = ((crypto: CryptoProvider) => MaybePromise<PublicKey>) | PublicKey | Uint8Array;

export type PayloadRule = 'date' | 'event-before-birth' | 'length' | 'missing' | 'one-entry' | 'one-group' | 'pattern' | 'range' | 'type' | PayloadTolerance;

export type PayloadTolerance = (typeof payloadTolerances)[number];

export type RevocationStatus = (typeof revocationStatuses)[number];

export type Tolerance = (typeof tolerances)[number];

export type VerificationReport = RefusedCertificate | ValidCertificate;

// Named above, but not exported.

const revocationStatuses: readonly [
    "listed",
    "not-listed",
    "maybe",
    "unproven",
    "stale",
    "unreachable"
];

interface Answer {
    readonly checks: readonly Check<CertificateCheckId>[];
    readonly basis: VerificationBasis;
}

interface Entry {
    readonly tg: string;
    readonly co: string;
    readonly is: string;
    readonly ci: string;
}

interface EnvelopeLimits {
    readonly textLength: number;
    readonly inflatedBytes: number;
    readonly cborDepth: number;
    readonly cborItems: number;
}

interface ProfileRules {
    readonly id: string;
    readonly version: string;
    readonly limits: EnvelopeLimits;
    readonly tolerances: readonly Tolerance[];
    readonly algorithms: {
        readonly ES256: {
            readonly curves: readonly CurveName[];
        };
        readonly PS256: {
            readonly minimumBits: number;
        };
    };
    readonly clockSkewSeconds: number;
    readonly requires: readonly CertificateCheckId[];
    readonly countryAliases: Readonly<Record<string, readonly string[]>>;
}
