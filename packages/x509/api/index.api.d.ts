// The public surface of @tiemchung/x509. Written by `node tools/run.mjs surface --write`.

export const any: {
    readonly id: "any";
};

export const attributeOids: {
    readonly commonName: "2.5.4.3";
    readonly serialNumber: "2.5.4.5";
    readonly countryName: "2.5.4.6";
    readonly localityName: "2.5.4.7";
    readonly stateOrProvinceName: "2.5.4.8";
    readonly organizationName: "2.5.4.10";
    readonly organizationalUnitName: "2.5.4.11";
    readonly userId: "0.9.2342.19200300.100.1.1";
};

export const detachedCheckIds: readonly [
    "cms.parse",
    "cms.signer",
    "cms.signed-attributes",
    "cms.signature"
];

export const documentSigning: {
    readonly id: "document-signing";
    readonly keyUsage: readonly [
        "digitalSignature",
        "nonRepudiation"
    ];
    readonly extendedKeyUsage: readonly [
        "1.3.6.1.5.5.7.3.36"
    ];
};

export const errorCatalogue: Readonly<Record<"x509.certificate.extension" | "x509.certificate.extension-duplicate" | "x509.certificate.name" | "x509.certificate.serial" | "x509.certificate.version" | "x509.cms.attributes" | "x509.cms.content" | "x509.cms.digest-algorithm" | "x509.cms.signer" | "x509.cms.signing-certificate" | "x509.cms.type" | "x509.cms.version" | "x509.crl.entries" | "x509.crl.version" | "x509.der.bit-string" | "x509.der.boolean" | "x509.der.default" | "x509.der.depth" | "x509.der.integer" | "x509.der.length" | "x509.der.oid" | "x509.der.order" | "x509.der.size" | "x509.der.tag" | "x509.der.text" | "x509.der.time" | "x509.der.trailing" | "x509.der.truncated" | "x509.ocsp.nonce" | "x509.ocsp.responder" | "x509.ocsp.status" | "x509.ocsp.type" | "x509.ocsp.version" | "x509.path.instant" | "x509.peculiar.missing" | "x509.signature.ecdsa" | "x509.timestamp.accuracy" | "x509.timestamp.content" | "x509.timestamp.request" | "x509.timestamp.signers" | "x509.timestamp.status" | "x509.timestamp.version", _tiemchung_core.CatalogueEntry>>;

export const extendedKeyUsageOids: {
    readonly any: "2.5.29.37.0";
    readonly documentSigning: "1.3.6.1.5.5.7.3.36";
    readonly timeStamping: "1.3.6.1.5.5.7.3.8";
    readonly ocspSigning: "1.3.6.1.5.5.7.3.9";
    readonly healthCertificateTest: "1.3.6.1.4.1.1847.2021.1.1";
    readonly healthCertificateVaccination: "1.3.6.1.4.1.1847.2021.1.2";
    readonly healthCertificateRecovery: "1.3.6.1.4.1.1847.2021.1.3";
};

export const extensionOids: {
    readonly subjectKeyIdentifier: "2.5.29.14";
    readonly keyUsage: "2.5.29.15";
    readonly subjectAltName: "2.5.29.17";
    readonly issuerAltName: "2.5.29.18";
    readonly basicConstraints: "2.5.29.19";
    readonly crlNumber: "2.5.29.20";
    readonly reasonCode: "2.5.29.21";
    readonly invalidityDate: "2.5.29.24";
    readonly deltaCrlIndicator: "2.5.29.27";
    readonly issuingDistributionPoint: "2.5.29.28";
    readonly certificateIssuer: "2.5.29.29";
    readonly nameConstraints: "2.5.29.30";
    readonly crlDistributionPoints: "2.5.29.31";
    readonly certificatePolicies: "2.5.29.32";
    readonly policyMappings: "2.5.29.33";
    readonly authorityKeyIdentifier: "2.5.29.35";
    readonly policyConstraints: "2.5.29.36";
    readonly extendedKeyUsage: "2.5.29.37";
    readonly inhibitAnyPolicy: "2.5.29.54";
    readonly authorityInfoAccess: "1.3.6.1.5.5.7.1.1";
    readonly ocspNoCheck: "1.3.6.1.5.5.7.48.1.5";
};

export const hardFail: {
    readonly id: "hard-fail";
    readonly asks: true;
    readonly whenUnknown: "refuse";
};

export const legacyAlgorithms: {
    readonly id: "legacy";
    readonly hashes: readonly [
        "SHA-1",
        "SHA-256",
        "SHA-384",
        "SHA-512"
    ];
    readonly leastRsaBits: 1024;
};

export const modernAlgorithms: {
    readonly id: "modern";
    readonly hashes: readonly [
        "SHA-256",
        "SHA-384",
        "SHA-512"
    ];
    readonly leastRsaBits: 2048;
};

export const pathCheckIds: readonly [
    "path.parse",
    "path.anchor",
    "path.anchor-constraints",
    "path.name-chaining",
    "path.version",
    "path.algorithm",
    "path.signature",
    "path.validity",
    "path.critical-extensions",
    "path.basic-constraints",
    "path.path-length",
    "path.key-usage",
    "path.extended-key-usage",
    "path.name-constraints",
    "path.policy",
    "path.revocation"
];

export const revocationOff: {
    readonly id: "off";
    readonly asks: false;
    readonly whenUnknown: "pass-over";
};

export const softFail: {
    readonly id: "soft-fail";
    readonly asks: true;
    readonly whenUnknown: "pass-over";
};

export const timeStamping: {
    readonly id: "time-stamping";
    readonly extendedKeyUsage: readonly [
        "1.3.6.1.5.5.7.3.8"
    ];
};

export const timestampCheckIds: readonly [
    "timestamp.parse",
    "timestamp.status",
    "timestamp.content-type",
    "timestamp.imprint",
    "timestamp.nonce",
    "timestamp.policy",
    "timestamp.critical-extensions",
    "timestamp.signer",
    "timestamp.signing-certificate",
    "timestamp.signed-attributes",
    "timestamp.signature",
    "timestamp.authority-name",
    "timestamp.usage",
    "timestamp.chain"
];

export function attributeOf(name: Name, type: string): string | undefined;

export function certificateSummary(der: Uint8Array, crypto?: CryptoProvider): MaybePromise<CertificateSummary>;

export function ecdsaSignatureToRaw(der: Uint8Array, curve: CurveName): Uint8Array;

export function findRevoked(list: RevocationList, serialNumber: string, issuer?: Name): 'absent' | 'unusable' | RevokedEntry;

export function issuerCache(options?: {
    readonly most?: number;
}): IssuerCache;

export function keyIdOf(der: Uint8Array, crypto?: CryptoProvider): MaybePromise<Uint8Array>;

export function namesMatch(left: Name, right: Name): boolean;

export function ocspRequest(options: OcspRequestOptions): Promise<Uint8Array>;

export function ocspStatus(query: OcspQuery): Promise<CertificateStatus>;

export function readCertificate(der: Uint8Array): Certificate;

export function readCrl(der: Uint8Array, limits?: {
    readonly octets?: number;
}): RevocationList;

export function readOcspResponse(der: Uint8Array): OcspResponse;

export function readTimestampResponse(der: Uint8Array): TimestampResponse;

export function readTimestampToken(der: Uint8Array): TimestampToken;

export function revokedEntries(list: RevocationList): Generator<'unusable' | RevokedEntry>;

export function timestampRequest(options: TimestampRequestOptions): Uint8Array;

export function verifyDetachedSignature(query: DetachedQuery): Promise<DetachedReport>;

export function verifyPath(query: PathQuery): Promise<PathReport>;

export function verifyTimestamp(query: TimestampQuery): Promise<TimestampReport>;

export interface Accuracy {
    readonly seconds: number;
    readonly millis: number;
    readonly micros: number;
}

export interface AlgorithmIdentifier {
    readonly oid: string;
    readonly parameters: DerElement | undefined;
    readonly raw: Uint8Array;
}

export interface AlgorithmPolicy {
    readonly id: string;
    readonly hashes: readonly HashName[];
    readonly leastRsaBits: number;
}

export interface Anchor {
    readonly certificate: Uint8Array;
    readonly as?: 'certificate' | 'name-and-key';
    readonly constraints?: AnchorConstraints;
}

export interface AnchorConstraints {
    readonly extendedKeyUsage?: readonly string[];
    readonly policies?: readonly string[];
    readonly nameConstraints?: Partial<NameConstraints>;
    readonly notAfter?: Date;
    readonly country?: string;
}

export interface Asked {
    readonly nonce?: Uint8Array;
    readonly policy?: string;
}

export interface Attribute {
    readonly oid: string;
    readonly values: readonly DerElement[];
}

export interface BasicConstraints {
    readonly ca: boolean;
    readonly pathLength?: number;
}

export interface BasicResponse {
    readonly tbs: Uint8Array;
    readonly responder: ResponderId;
    readonly producedAt: Date;
    readonly answers: readonly OcspAnswer[];
    readonly extensions: readonly Extension[];
    readonly signatureAlgorithm: AlgorithmIdentifier;
    readonly signature: Uint8Array;
    readonly certificates: readonly Uint8Array[];
}

export interface Budget {
    readonly signatures: number;
    readonly links: number;
    readonly intermediates: number;
}

export interface Certificate {
    readonly der: Uint8Array;
    readonly tbs: Uint8Array;
    readonly version: 1 | 2 | 3;
    readonly serialNumber: string;
    readonly issuer: Name;
    readonly subject: Name;
    readonly notBefore: Date;
    readonly notAfter: Date;
    readonly spki: Uint8Array;
    readonly extensions: CertificateExtensions;
    readonly tbsAlgorithm: AlgorithmIdentifier;
    readonly signatureAlgorithm: AlgorithmIdentifier;
    readonly signature: Uint8Array;
}

export interface CertificateExtensions {
    readonly all: readonly Extension[];
    readonly basicConstraints: BasicConstraints | undefined;
    readonly keyUsage: readonly KeyUsage[] | undefined;
    readonly extendedKeyUsage: readonly string[] | undefined;
    readonly subjectKeyId: Uint8Array | undefined;
    readonly authorityKeyId: Uint8Array | undefined;
    readonly subjectAltName: readonly GeneralName[] | undefined;
    readonly nameConstraints: NameConstraints | undefined;
    readonly policyConstraints: PolicyConstraints | undefined;
    readonly policies: CertificatePolicies | undefined;
    readonly policyMappings: readonly PolicyMapping[] | undefined;
    readonly inhibitAnyPolicy: number | undefined;
    readonly unknownCritical: readonly string[];
}

export interface CertificateId {
    readonly hash: HashName | undefined;
    readonly issuerNameHash: Uint8Array;
    readonly issuerKeyHash: Uint8Array;
    readonly serialNumber: string;
}

export interface CertificatePolicies {
    readonly identifiers: readonly string[];
    readonly unknownQualifier: boolean;
}

export interface CertificateSummary {
    readonly commonName: string | undefined;
    readonly organization: string | undefined;
    readonly country: string | undefined;
    readonly issuerCommonName: string | undefined;
    readonly serialNumber: string;
    readonly fingerprint: string;
    readonly notBefore: Date;
    readonly notAfter: Date;
}

export interface DerElement {
    readonly bytes: Uint8Array;
    readonly tag: number;
    readonly start: number;
    readonly body: number;
    readonly end: number;
    readonly depth: number;
}

export interface DetachedQuery {
    readonly signature: Uint8Array;
    readonly content: Uint8Array;
    readonly signers: readonly Uint8Array[];
    readonly crypto?: CryptoProvider;
}

export interface Extension {
    readonly oid: string;
    readonly critical: boolean;
    readonly value: Uint8Array;
}

export interface Imprint {
    readonly hash: StrongHash;
    readonly digest: Uint8Array;
}

export interface IssuerCache {
    readonly size: number;
    clear(): void;
}

export interface IssuingDistributionPoint {
    readonly name: DistributionPointName | undefined;
    readonly only: 'attributes' | 'authorities' | 'end-entities' | undefined;
    readonly reasons: number;
    readonly indirect: boolean;
}

export interface Name {
    readonly raw: Uint8Array;
    readonly attributes: readonly NameAttribute[];
    readonly keys: readonly string[];
    readonly key: string;
}

export interface NameAttribute {
    readonly type: string;
    readonly text: string | undefined;
}

export interface NameConstraints {
    readonly permitted: readonly GeneralName[];
    readonly excluded: readonly GeneralName[];
}

export interface OcspAnswer {
    readonly certificate: CertificateId;
    readonly says: AnsweredStatus;
    readonly thisUpdate: Date;
    readonly nextUpdate: Date | undefined;
    readonly extensions: readonly Extension[];
}

export interface OcspQuery {
    readonly certificate: Uint8Array;
    readonly issuer: Uint8Array;
    readonly responses: readonly Uint8Array[];
    readonly at: Date;
    readonly policy?: RevocationPolicy;
    readonly algorithms?: AlgorithmPolicy;
    readonly crls?: readonly Uint8Array[];
    readonly nonce?: Uint8Array;
    readonly crypto?: CryptoProvider;
}

export interface OcspRequestOptions {
    readonly certificate: Uint8Array;
    readonly issuer: Uint8Array;
    readonly nonce?: Uint8Array;
    readonly hash?: HashName;
    readonly crypto?: CryptoProvider;
}

export interface OpenTimestamp extends TimestampFindings {
    readonly verdict: 'indeterminate' | 'invalid';
}

export interface PathQuery {
    readonly leaf: Uint8Array;
    readonly intermediates?: readonly Uint8Array[];
    readonly anchors: readonly Anchor[];
    readonly at: Date;
    readonly purpose?: Purpose;
    readonly policy?: PolicyDemand;
    readonly revocation?: RevocationQuery;
    readonly algorithms?: AlgorithmPolicy;
    readonly budget?: Partial<Budget>;
    readonly cache?: IssuerCache;
    readonly crypto?: CryptoProvider;
}

export interface PathReport extends Report<PathCheckId> {
    readonly at: Date;
    readonly purpose: string;
    readonly algorithms: string;
    readonly revocationPolicy: string;
    readonly path: readonly Uint8Array[];
    readonly policies: readonly string[];
    readonly setAside: readonly SetAside[];
    readonly work: {
        readonly signatures: number;
        readonly links: number;
    };
}

export interface PolicyConstraints {
    readonly requireExplicitPolicy?: number;
    readonly inhibitPolicyMapping?: number;
}

export interface PolicyDemand {
    readonly acceptable?: readonly string[];
    readonly explicit?: boolean;
    readonly inhibitMapping?: boolean;
    readonly inhibitAny?: boolean;
}

export interface PolicyMapping {
    readonly issuerDomain: string;
    readonly subjectDomain: string;
}

export interface Purpose {
    readonly id: string;
    readonly keyUsage?: readonly KeyUsage[];
    readonly extendedKeyUsage?: readonly string[];
    readonly acceptsUnrestricted?: boolean;
    readonly anyUsageCounts?: 'authorities' | 'everywhere' | 'nowhere';
    readonly authoritiesMustName?: boolean;
    readonly forbiddenExtendedKeyUsage?: readonly string[];
    readonly endEntityOnly?: boolean;
}

export interface ReadImprint {
    readonly algorithm: AlgorithmIdentifier;
    readonly digest: Uint8Array;
}

export interface RevocationList {
    readonly tbs: Uint8Array;
    readonly version: 1 | 2;
    readonly issuer: Name;
    readonly thisUpdate: Date;
    readonly nextUpdate: Date | undefined;
    readonly entries: DerElement | undefined;
    readonly extensions: readonly Extension[];
    readonly crlNumber: Uint8Array | undefined;
    readonly baseCrlNumber: Uint8Array | undefined;
    readonly scope: IssuingDistributionPoint | undefined;
    readonly authorityKeyId: Uint8Array | undefined;
    readonly tbsAlgorithm: AlgorithmIdentifier;
    readonly signatureAlgorithm: AlgorithmIdentifier;
    readonly signature: Uint8Array;
}

export interface RevocationPolicy {
    readonly id: string;
    readonly asks: boolean;
    readonly whenUnknown: 'pass-over' | 'refuse';
    readonly longestAge?: number;
    readonly acceptsUnnumbered?: boolean;
    readonly acceptsUncheckedResponders?: boolean;
}

export interface RevocationQuery {
    readonly policy?: RevocationPolicy;
    readonly crls?: readonly Uint8Array[];
    readonly ocsp?: readonly Uint8Array[];
    readonly provenAt?: Date;
}

export interface RevokedEntry {
    readonly serialNumber: string;
    readonly revocationDate: Date;
    readonly reason: RevocationReason;
    readonly invalidSince?: Date;
    readonly certificateIssuer?: readonly GeneralName[];
}

export interface SetAside {
    readonly from: 'anchors' | 'crls' | 'intermediates' | 'ocsp';
    readonly index: number;
    readonly code: string;
}

export interface SignerInfo {
    readonly signer: SignerId;
    readonly digestAlgorithm: AlgorithmIdentifier;
    readonly attributes: readonly Attribute[] | undefined;
    readonly tbs: Uint8Array;
    readonly signatureAlgorithm: AlgorithmIdentifier;
    readonly signature: Uint8Array;
}

export interface TimestampInfo {
    readonly policy: string;
    readonly imprint: ReadImprint;
    readonly serialNumber: string;
    readonly time: Date;
    readonly accuracy: Accuracy | undefined;
    readonly ordering: boolean;
    readonly nonce: Uint8Array | undefined;
    readonly authority: GeneralName | undefined;
    readonly extensions: readonly Extension[];
}

export interface TimestampRequestOptions {
    readonly imprint: Imprint;
    readonly nonce?: Uint8Array;
    readonly policy?: string;
    readonly certReq?: boolean;
}

export interface TimestampResponse {
    readonly status: TimestampStatus;
    readonly texts: readonly string[];
    readonly failures: readonly string[];
    readonly token: Uint8Array | undefined;
}

export interface TimestampToken {
    readonly info: TimestampInfo;
    readonly content: Uint8Array;
    readonly signer: SignerInfo;
    readonly certificates: readonly Uint8Array[];
}

export interface ValidTimestamp extends TimestampFindings {
    readonly verdict: 'valid';
    readonly path: PathReport;
    readonly time: Date;
    readonly accuracy: Accuracy | undefined;
    readonly ordering: boolean;
    readonly serialNumber: string;
    readonly policy: string;
}

export type AnsweredStatus = {
    readonly status: 'good';
} | {
    readonly status: 'revoked';
    readonly reason: RevocationReason;
    readonly since: Date;
} | {
    readonly status: 'unknown';
};

export type CertificateStatus = {
    readonly status: 'good';
} | {
    readonly status: 'revoked';
    readonly reason: RevocationReason;
    readonly since: Date;
    readonly invalidSince?: Date;
} | {
    readonly status: 'unknown';
    readonly reason: string;
};

export type DetachedCheckId = (typeof detachedCheckIds)[number];

export type DetachedReport = Report<DetachedCheckId> & ({
    readonly verdict: 'indeterminate' | 'invalid';
} | {
    readonly verdict: 'valid';
    readonly signer: Uint8Array;
});

export type DistributionPointName = {
    readonly type: 'full';
    readonly names: readonly GeneralName[];
} | {
    readonly type: 'relative';
    readonly key: string;
};

export type GeneralName = {
    readonly type: 'directory';
    readonly value: Name;
} | {
    readonly type: 'dns' | 'email' | 'uri';
    readonly value: string;
} | {
    readonly type: 'ip';
    readonly value: Uint8Array;
} | {
    readonly type: 'other';
    readonly tag: number;
};

export type KeyUsage = (typeof keyUsages)[number];

export type OcspRefusal = Exclude<(typeof statuses)[number], 'successful' | undefined>;

export type OcspResponse = {
    readonly status: 'successful';
    readonly basic: BasicResponse;
} | {
    readonly status: OcspRefusal;
};

export type PathCheck = Check<PathCheckId>;

export type PathCheckId = (typeof pathCheckIds)[number];

export type ResponderId = {
    readonly by: 'key';
    readonly keyHash: Uint8Array;
} | {
    readonly by: 'name';
    readonly name: Name;
};

export type RevocationReason = NonNullable<(typeof revocationReasons)[number]>;

export type SignerId = {
    readonly by: 'issuer';
    readonly issuer: Name;
    readonly serialNumber: string;
} | {
    readonly by: 'key';
    readonly keyId: Uint8Array;
};

export type Stamped = {
    readonly imprint: Imprint;
} | {
    readonly message: Uint8Array;
};

export type StrongHash = Exclude<HashName, 'SHA-1'>;

export type TimestampCheck = Check<TimestampCheckId>;

export type TimestampCheckId = (typeof timestampCheckIds)[number];

export type TimestampQuery = Given & Stamped & Asked & {
    readonly anchors: readonly Anchor[];
    readonly intermediates?: readonly Uint8Array[];
    readonly revocation?: RevocationQuery;
    readonly crypto?: CryptoProvider;
};

export type TimestampReport = OpenTimestamp | ValidTimestamp;

export type TimestampStatus = (typeof statuses)[number];

// Named above, but not exported.

const keyUsages: readonly [
    "digitalSignature",
    "nonRepudiation",
    "keyEncipherment",
    "dataEncipherment",
    "keyAgreement",
    "keyCertSign",
    "cRLSign",
    "encipherOnly",
    "decipherOnly"
];

const revocationReasons: readonly [
    "unspecified",
    "keyCompromise",
    "cACompromise",
    "affiliationChanged",
    "superseded",
    "cessationOfOperation",
    "certificateHold",
    undefined,
    "removeFromCRL",
    "privilegeWithdrawn",
    "aACompromise"
];

const statuses: readonly [
    "successful",
    "malformed-request",
    "internal-error",
    "try-later",
    undefined,
    "signature-required",
    "unauthorized"
];

const statuses: readonly [
    "granted",
    "granted-with-modifications",
    "rejection",
    "waiting",
    "revocation-warning",
    "revocation-notification"
];

interface TimestampFindings extends Report<TimestampCheckId> {
    readonly path: PathReport | undefined;
}

type Given = {
    readonly response: Uint8Array;
} | {
    readonly token: Uint8Array;
};
