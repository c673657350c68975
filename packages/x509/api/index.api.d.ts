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

export const errorCatalogue: Readonly<Record<"x509.ca.key" | "x509.ca.made" | "x509.ca.path-length" | "x509.ca.request" | "x509.ca.serial" | "x509.ca.subject" | "x509.ca.validity" | "x509.certificate.extension" | "x509.certificate.extension-duplicate" | "x509.certificate.name" | "x509.certificate.serial" | "x509.certificate.version" | "x509.crl.entries" | "x509.crl.version" | "x509.der.bit-string" | "x509.der.boolean" | "x509.der.default" | "x509.der.depth" | "x509.der.integer" | "x509.der.length" | "x509.der.oid" | "x509.der.order" | "x509.der.size" | "x509.der.tag" | "x509.der.text" | "x509.der.time" | "x509.der.trailing" | "x509.der.truncated" | "x509.path.instant" | "x509.peculiar.missing" | "x509.signature.ecdsa", _tiemchung_core.CatalogueEntry>>;

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
};

export const hardFail: {
    readonly id: "hard-fail";
    readonly asks: true;
    readonly whenUnknown: "refuse";
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

export function attributeOf(name: Name, type: string): string | undefined;

export function certificateSummary(der: Uint8Array, crypto?: CryptoProvider): MaybePromise<CertificateSummary>;

export function ecdsaSignatureToRaw(der: Uint8Array, curve: CurveName): Uint8Array;

export function findRevoked(list: RevocationList, serialNumber: string, issuer?: Name): 'absent' | 'unusable' | RevokedEntry;

export function keyIdOf(der: Uint8Array, crypto?: CryptoProvider): MaybePromise<Uint8Array>;

export function namesMatch(left: Name, right: Name): boolean;

export function readCertificate(der: Uint8Array): Certificate;

export function readCrl(der: Uint8Array, limits?: {
    readonly octets?: number;
}): RevocationList;

export function revokedEntries(list: RevocationList): Generator<'unusable' | RevokedEntry>;

export function verifyPath(query: PathQuery): Promise<PathReport>;

export interface AlgorithmIdentifier {
    readonly oid: string;
    readonly parameters: DerElement | undefined;
    readonly raw: Uint8Array;
}

export interface Anchor {
    readonly certificate: Uint8Array;
    readonly as?: 'certificate' | 'name-and-key';
    readonly constraints?: AnchorConstraints;
}

export interface AnchorConstraints {
    readonly extendedKeyUsage?: readonly string[];
    readonly notAfter?: Date;
    readonly country?: string;
}

export interface BasicConstraints {
    readonly ca: boolean;
    readonly pathLength?: number;
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

export interface Extension {
    readonly oid: string;
    readonly critical: boolean;
    readonly value: Uint8Array;
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

export interface PathQuery {
    readonly leaf: Uint8Array;
    readonly intermediates?: readonly Uint8Array[];
    readonly anchors: readonly Anchor[];
    readonly at: Date;
    readonly purpose?: Purpose;
    readonly policy?: PolicyDemand;
    readonly revocation?: RevocationQuery;
    readonly budget?: Partial<Budget>;
    readonly crypto?: CryptoProvider;
}

export interface PathReport extends Report<PathCheckId> {
    readonly at: Date;
    readonly purpose: string;
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

export type PathCheck = Check<PathCheckId>;

export type PathCheckId = (typeof pathCheckIds)[number];

export type RevocationReason = NonNullable<(typeof revocationReasons)[number]>;

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
