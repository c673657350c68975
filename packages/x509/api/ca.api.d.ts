// The public surface of @tiemchung/x509/ca. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"x509.ca.key" | "x509.ca.made" | "x509.ca.path-length" | "x509.ca.profile" | "x509.ca.request" | "x509.ca.serial" | "x509.ca.subject" | "x509.ca.validity" | "x509.certificate.extension" | "x509.certificate.extension-duplicate" | "x509.certificate.name" | "x509.certificate.serial" | "x509.certificate.version" | "x509.cms.attributes" | "x509.cms.content" | "x509.cms.digest-algorithm" | "x509.cms.signer" | "x509.cms.signing-certificate" | "x509.cms.type" | "x509.cms.version" | "x509.crl.entries" | "x509.crl.version" | "x509.der.bit-string" | "x509.der.boolean" | "x509.der.default" | "x509.der.depth" | "x509.der.integer" | "x509.der.length" | "x509.der.oid" | "x509.der.order" | "x509.der.size" | "x509.der.tag" | "x509.der.text" | "x509.der.time" | "x509.der.trailing" | "x509.der.truncated" | "x509.ocsp.nonce" | "x509.ocsp.responder" | "x509.ocsp.status" | "x509.ocsp.type" | "x509.ocsp.version" | "x509.path.instant" | "x509.peculiar.missing" | "x509.signature.ecdsa" | "x509.timestamp.accuracy" | "x509.timestamp.content" | "x509.timestamp.request" | "x509.timestamp.signers" | "x509.timestamp.status" | "x509.timestamp.version", _tiemchung_core.CatalogueEntry>>;

export function authorityOf(certificate: Uint8Array, keys: KeyPair, world?: CaWorld, revokedBefore?: readonly RevokedEntry[]): CertificateAuthority;

export function createAuthority(options: AuthorityOptions & {
    readonly world?: CaWorld;
}): Promise<CertificateAuthority>;

export function createRequest(options: {
    readonly subject: SubjectName;
    readonly keys: KeyPair;
    readonly world?: CaWorld;
}): Promise<Uint8Array>;

export function exportPrivateKey(pair: KeyPair, crypto?: CryptoHost): Promise<Uint8Array>;

export function generateSigningKey(algorithm: KeyAlgorithm, options?: KeyOptions): Promise<KeyPair>;

export function importKeyPair(algorithm: KeyAlgorithm, pkcs8: Uint8Array, spki: Uint8Array, crypto?: CryptoHost): Promise<KeyPair>;

export function readRequest(der: Uint8Array, world?: CaWorld): Promise<CertificateRequest>;

export interface AuthorityOptions {
    readonly subject: SubjectName;
    readonly keys: KeyPair;
    readonly validity: Validity;
    readonly pathLength?: number;
    readonly extendedKeyUsage?: readonly string[];
}

export interface CaWorld {
    readonly crypto: CryptoHost;
    readonly random: RandomSource;
}

export interface CertificateAuthority {
    readonly certificate: Uint8Array;
    readonly keys: KeyPair;
    readonly revoked: readonly RevokedEntry[];
    issue(options: IssueOptions): Promise<IssuedCertificate>;
    issueAuthority(options: AuthorityOptions): Promise<CertificateAuthority>;
    revoke(serial: string, at: Date, reason?: RevocationReason): void;
    crl(options: CrlOptions): Promise<Uint8Array>;
}

export interface CertificateRequest {
    readonly subject: Name;
    readonly spki: Uint8Array;
}

export interface CrlOptions {
    readonly thisUpdate: Date;
    readonly nextUpdate: Date;
    readonly number?: number;
}

export interface CryptoHost {
    readonly subtle: object;
}

export interface IssueOptions extends UsageOptions {
    readonly subject: SubjectName;
    readonly publicKey: KeyHandle | Uint8Array;
    readonly validity: Validity;
}

export interface IssuedCertificate {
    readonly certificate: Uint8Array;
    readonly serial: string;
}

export interface KeyHandle {
    readonly type: string;
    readonly extractable: boolean;
}

export interface KeyOptions {
    readonly extractable?: boolean;
    readonly modulusLength?: number;
    readonly crypto?: CryptoHost;
}

export interface KeyPair {
    readonly algorithm: KeyAlgorithm;
    readonly publicKey: KeyHandle;
    readonly privateKey: KeyHandle;
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

export interface RevokedEntry {
    readonly serialNumber: string;
    readonly revocationDate: Date;
    readonly reason: RevocationReason;
    readonly invalidSince?: Date;
    readonly certificateIssuer?: readonly GeneralName[];
}

export interface SubjectName {
    readonly commonName: string;
    readonly organization?: string;
    readonly organizationalUnit?: string;
    readonly locality?: string;
    readonly stateOrProvince?: string;
    readonly country?: string;
    readonly userId?: readonly string[] | string;
}

export interface UsageOptions {
    readonly profile?: CertificateProfile;
    readonly keyUsage?: readonly KeyUsage[];
    readonly extendedKeyUsage?: readonly string[];
}

export interface Validity {
    readonly notBefore: Date;
    readonly notAfter: Date;
}

export type CertificateProfile = 'ocsp-signing' | 'signer' | 'time-stamping';

export type KeyAlgorithm = SignatureAlgorithm;

export type KeyUsage = (typeof keyUsages)[number];

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

type GeneralName = {
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
