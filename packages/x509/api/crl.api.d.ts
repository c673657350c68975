// The public surface of @tiemchung/x509/crl. Written by `node tools/run.mjs surface --write`.

export const crlCheckIds: readonly [
    "crl.parse",
    "crl.extensions",
    "crl.entries",
    "crl.signature",
    "crl.dates",
    "crl.certificate"
];

export function verifyCrl(query: CrlQuery): Promise<CrlReport>;

export interface CrlQuery {
    readonly crl: Uint8Array;
    readonly issuer?: Uint8Array;
    readonly about?: {
        readonly certificate: Uint8Array;
    } | {
        readonly serialNumber: string;
    };
    readonly at: Date;
    readonly algorithms?: AlgorithmPolicy;
    readonly crypto?: CryptoProvider;
}

export interface CrlReport extends Report<CrlCheckId> {
    readonly at: Date;
    readonly algorithms: string;
    readonly entries: number | undefined;
    readonly says: 'absent' | RevokedEntry | undefined;
}

export type CrlCheck = Check<CrlCheckId>;

export type CrlCheckId = (typeof crlCheckIds)[number];

// Named above, but not exported.

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

interface AlgorithmPolicy {
    readonly id: string;
    readonly hashes: readonly HashName[];
    readonly leastRsaBits: number;
}

interface Name {
    readonly raw: Uint8Array;
    readonly attributes: readonly NameAttribute[];
    readonly keys: readonly string[];
    readonly key: string;
}

interface NameAttribute {
    readonly type: string;
    readonly text: string | undefined;
}

interface RevokedEntry {
    readonly serialNumber: string;
    readonly revocationDate: Date;
    readonly reason: RevocationReason;
    readonly invalidSince?: Date;
    readonly certificateIssuer?: readonly GeneralName[];
}

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

type RevocationReason = NonNullable<(typeof revocationReasons)[number]>;
