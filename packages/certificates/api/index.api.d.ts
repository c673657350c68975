// The public surface of @tiemchung/certificates. Written by `node tools/run.mjs surface --write`.

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

export const errorCatalogue: Readonly<Record<"certificate-fetch.address" | "certificate-fetch.limits" | "certificate-fetch.network" | "certificate-fetch.redirect" | "certificate-fetch.status" | "certificate-fetch.timeout" | "certificate-fetch.too-large" | "certificate-issue.algorithm" | "certificate-issue.cbor-value" | "certificate-issue.certificate-id" | "certificate-issue.country" | "certificate-issue.course-incomplete" | "certificate-issue.issued-at" | "certificate-issue.key-id" | "certificate-issue.name-legacy-encoding" | "certificate-issue.name-letter" | "certificate-issue.name-missing" | "certificate-issue.name-too-long" | "certificate-issue.payload" | "certificate-issue.policy" | "certificate-issue.policy-field" | "certificate-issue.previous" | "certificate-issue.previous-issuer" | "certificate-issue.previous-later" | "certificate-issue.product" | "certificate-issue.request" | "certificate-issue.signature" | "certificate-issue.signature-count" | "certificate-issue.signature-length" | "certificate-issue.signer-country" | "certificate-issue.signer-usage" | "certificate-issue.signer-validity" | "certificate-qr.decoder" | "certificate-qr.level" | "certificate-qr.not-alphanumeric" | "certificate-qr.picture-damaged" | "certificate-qr.picture-format" | "certificate-qr.picture-too-large" | "certificate-qr.scale" | "certificate-qr.too-long" | "certificate-revocation.batch" | "certificate-revocation.bloom-filter" | "certificate-revocation.delta" | "certificate-revocation.delta-gap" | "certificate-revocation.filter-size" | "certificate-revocation.list" | "certificate-revocation.next-update" | "certificate-revocation.no-source" | "certificate-revocation.not-believed" | "certificate-revocation.partial-hash-filter" | "certificate-revocation.replaced" | "certificate-revocation.rolled-back" | "certificate-revocation.slice" | "certificate-rules.at" | "certificate-rules.country" | "certificate-rules.field" | "certificate-rules.logic" | "certificate-rules.logic-date" | "certificate-rules.logic-size" | "certificate-rules.rules" | "certificate-signed.algorithm" | "certificate-signed.document" | "certificate-signed.instant" | "certificate-signed.key" | "certificate-signed.pin" | "certificate-signed.policy" | "certificate-signed.policy-field" | "certificate-signed.signature" | "certificate-signed.state" | "certificate-signed.type" | "certificate-trust.country" | "certificate-trust.did" | "certificate-trust.gateway" | "certificate-trust.jwk" | "certificate-trust.jwks" | "certificate-trust.list" | "certificate-trust.verifier-list" | "certificate-verify.at" | "certificate-verify.not-valid" | "certificate-verify.payload" | "certificate-verify.profile" | "certificate-verify.profile-field" | "certificate-verify.revocation-source" | "certificate-verify.value-sets" | "certificate-verify.worker" | "envelope.base45" | "envelope.cbor.depth" | "envelope.cbor.duplicate-key" | "envelope.cbor.indefinite" | "envelope.cbor.items" | "envelope.cbor.key" | "envelope.cbor.long-form" | "envelope.cbor.malformed" | "envelope.cbor.trailing" | "envelope.cbor.truncated" | "envelope.cbor.utf8" | "envelope.cose.cwt-tag" | "envelope.cose.detached" | "envelope.cose.malformed" | "envelope.cose.sign" | "envelope.cose.tag" | "envelope.cose.untagged" | "envelope.cwt.hcert" | "envelope.cwt.malformed" | "envelope.inflate.absent" | "envelope.inflate.malformed" | "envelope.inflate.too-large" | "envelope.inflate.trailing" | "envelope.length" | "envelope.line-end" | "envelope.prefix", _tiemchung_core.CatalogueEntry>>;

export const reasonCatalogue: Readonly<Record<"algorithm-missing" | "algorithm-not-allowed" | "algorithm-not-of-key" | "beyond-signer" | "chain-not-valid" | "chain-undecided" | "check-character-absent" | "check-character-differs" | "country-differs" | "critical-header" | "curve-not-allowed" | "earlier-check" | "expired" | "expires-before-issue" | "float-times" | "issuer-missing" | "issuer-not-a-country" | "key-id-missing" | "key-too-small" | "key-unreadable" | "no-certificate" | "no-chain-verifier" | "no-revocation-data" | "no-trust-material" | "no-value-sets" | "not-stated" | "not-yet-issued" | "not-yet-valid" | "revocation-maybe" | "revocation-stale" | "revocation-unproven" | "revocation-unreachable" | "revoked" | "schema" | "signature-does-not-hold" | "signature-length" | "signer-expired" | "signer-not-yet-valid" | "time-absent" | "time-missing" | "time-not-a-number" | "time-out-of-range" | "type-unclear" | "unknown-codes" | "unknown-key" | "unprotected-algorithm" | "unprotected-key-id" | "usage-not-allowed", CatalogueEntry>>;

export const strictIssuer: VerificationProfile;

export const tolerantVerifier: VerificationProfile;

export function claimsOf(report: VerificationReport): HealthCertificateClaims;

export function decodeCertificate(text: string, options?: DecodeOptions): DecodedCertificate;

export function explainCheck(check: Check): CatalogueEntry | undefined;

export function trustedKeys(keys: Iterable<TrustedKey>, options?: {
    readonly version?: string;
}): TrustStore;

export function verifyCertificate(text: string, options: VerifyOptions): Promise<VerificationReport>;

export function verifyMany(texts: Items<string>, { inFlight, crypto, ...options }: VerifyManyOptions): AsyncGenerator<VerificationReport, void, undefined>;

export interface CertificateSigner {
    readonly keyId: Uint8Array;
    readonly algorithm: CertificateAlgorithm;
    readonly country?: string;
}

export interface DecodeOptions {
    readonly tolerances?: readonly string[];
    readonly limits?: Partial<EnvelopeLimits>;
}

export interface DecodedCertificate {
    readonly header: CertificateHeader;
    readonly unverified: UnverifiedClaims;
    readonly bytes: {
        readonly cose: Uint8Array;
        readonly protectedHeader: Uint8Array;
        readonly payload: Uint8Array;
        readonly signature: Uint8Array;
    };
    readonly tolerances: readonly EnvelopeTolerance[];
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

export interface RevocationSource {
    readonly version?: string;
    statusOf(subject: RevocationSubject, at: Date, crypto: CryptoProvider): MaybePromise<RevocationStatus>;
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

export interface UnverifiedClaims {
    readonly issuer?: string;
    readonly issuedAt?: number;
    readonly notBefore?: number;
    readonly expiresAt?: number;
    readonly payload: JsonObject;
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

export type CertificateCheckId = (typeof certificateCheckIds)[number];

export type CertificateType = 'recovery' | 'test' | 'vaccination';

export type KeyMaterial = ((crypto: CryptoProvider) => MaybePromise<PublicKey>) | PublicKey | Uint8Array;

export type VerificationReport = RefusedCertificate | ValidCertificate;

// Named above, but not exported.

const envelopeTolerances: readonly [
    "line-end",
    "uncompressed",
    "indefinite-lengths",
    "long-forms",
    "untagged",
    "cwt-tag"
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

interface CertificateHeader {
    readonly algorithm: Placed<number> | undefined;
    readonly keyId: Placed<Uint8Array> | undefined;
    readonly critical: boolean;
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

interface PersonName {
    readonly fn?: string;
    readonly fnt?: string;
    readonly gn?: string;
    readonly gnt?: string;
}

interface Placed<Value> {
    readonly value: Value;
    readonly place: HeaderPlace;
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

interface VaccinationEntry extends Entry {
    readonly vp: string;
    readonly mp: string;
    readonly ma: string;
    readonly dn: number;
    readonly sd: number;
    readonly dt: string;
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

type CertificateAlgorithm = 'ES256' | 'PS256';

type ChainVerifier = (key: TrustedKey, at: Date) => MaybePromise<{
    readonly verdict: Verdict;
    readonly checks: readonly Check[];
}>;

type EnvelopeTolerance = (typeof envelopeTolerances)[number];

type HeaderPlace = 'protected' | 'unprotected';

type JsonObject = {
    readonly [key: string]: JsonValue | undefined;
};

type RevocationStatus = (typeof revocationStatuses)[number];

type Tolerance = (typeof tolerances)[number];
