// The public surface of @tiemchung/certificates/workers. Written by `node tools/run.mjs surface --write`.

export function serveVerification(port: PortLike, optionsOf: () => MaybePromise<VerifyOptions>): void;

export function verifyInWorkers(texts: Items<string>, workers: readonly PortLike[], { batch }?: VerifyInWorkersOptions): AsyncGenerator<VerificationReport, void, undefined>;

export interface PortLike {
    postMessage(message: unknown): void;
    readonly on?: Listen;
    readonly addEventListener?: Listen;
}

export interface VerifyInWorkersOptions {
    readonly batch?: number;
}

// Named above, but not exported.

const certificateCheckIds: readonly [
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

const revocationStatuses: readonly [
    "listed",
    "not-listed",
    "maybe",
    "unproven",
    "stale",
    "unreachable"
];

const tolerances: readonly [
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

interface Answer {
    readonly checks: readonly Check<CertificateCheckId>[];
    readonly basis: VerificationBasis;
}

interface CertificateSigner {
    readonly keyId: Uint8Array;
    readonly algorithm: CertificateAlgorithm;
    readonly country?: string;
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

interface HealthCertificateClaims {
    readonly type: CertificateType;
    readonly issuer?: string;
    readonly issuedAt: Date;
    readonly expiresAt: Date;
    readonly payload: HealthCertificatePayload;
    readonly certificateId: string;
}

interface HealthCertificatePayload {
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

interface PersonName {
    readonly fn?: string;
    readonly fnt?: string;
    readonly gn?: string;
    readonly gnt?: string;
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

interface RecoveryEntry extends Entry {
    readonly fr: string;
    readonly df: string;
    readonly du: string;
}

interface RefusedCertificate extends Answer {
    readonly verdict: 'indeterminate' | 'invalid';
}

interface RevocationSource {
    readonly version?: string;
    statusOf(subject: RevocationSubject, at: Date, crypto: CryptoProvider): MaybePromise<RevocationStatus>;
}

interface RevocationSubject {
    readonly keyId: Uint8Array;
    readonly certificateId: string;
    readonly country: string;
    readonly signature: Uint8Array;
    readonly algorithm: 'ES256' | 'PS256';
}

interface TestEntry extends Entry {
    readonly tt: string;
    readonly nm?: string;
    readonly ma?: string;
    readonly sc: string;
    readonly tr: string;
    readonly tc?: string;
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

interface VaccinationEntry extends Entry {
    readonly vp: string;
    readonly mp: string;
    readonly ma: string;
    readonly dn: number;
    readonly sd: number;
    readonly dt: string;
}

interface ValidCertificate extends Answer {
    readonly verdict: 'valid';
    readonly claims: HealthCertificateClaims;
    readonly signer: CertificateSigner;
}

interface ValueSets {
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

interface VerificationBasis {
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

interface VerificationProfile extends PolicyHead, ProfileRules {
    readonly id: string;
    readonly version: string;
}

interface VerifyOptions {
    readonly trust: TrustStore;
    readonly at: Date;
    readonly profile?: VerificationProfile;
    readonly revocation?: RevocationSource;
    readonly chain?: ChainVerifier;
    readonly valueSets?: ValueSets;
    readonly crypto?: CryptoProvider;
}

type CertificateAlgorithm = 'ES256' | 'PS256';

type CertificateCheckId = (typeof certificateCheckIds)[number];

type CertificateType = 'recovery' | 'test' | 'vaccination';

type ChainVerifier = (key: TrustedKey, at: Date) => MaybePromise<{
    readonly verdict: Verdict;
    readonly checks: readonly Check[];
}>;

type KeyMaterial = ((crypto: CryptoProvider) => MaybePromise<PublicKey>) | PublicKey | Uint8Array;

type Listen = (event: string, listener: (given: unknown) => void) => unknown;

type RevocationStatus = (typeof revocationStatuses)[number];

type Tolerance = (typeof tolerances)[number];

type VerificationReport = RefusedCertificate | ValidCertificate;
