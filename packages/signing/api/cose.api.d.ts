// The public surface of @tiemchung/signing/cose. Written by `node tools/run.mjs surface --write`.

export const coseRecordCheckIds: readonly [
    "cose.form",
    "cose.header",
    "cose.canonical",
    "cose.signature",
    "signer.chain",
    "signer.register",
    "signing.time",
    "signer.role",
    "signing.timestamp",
    "record.schema",
    "signing.in-time",
    "record.amends"
];

export function detachRecordCose(cose: Uint8Array): Uint8Array;

export function signRecordCose(record: DoseRecord, signer: Signer, { at, crypto, signal }: SignRecordOptions): Promise<Uint8Array>;

export function verifyRecordCose(cose: Uint8Array, options: VerifyRecordCoseOptions): Promise<CoseRecordReport>;

export interface VerifyRecordCoseOptions extends VerifySignatureOptions {
    readonly record?: unknown;
    readonly earlier?: readonly (AnySignedRecord | Uint8Array)[];
    readonly untagged?: boolean;
}

export type CoseRecordCheckId = (typeof coseRecordCheckIds)[number];

export type CoseRecordReport = Report<CoseRecordCheckId> & {
    readonly signer?: SignerFacts;
} & ({
    readonly verdict: 'indeterminate' | 'invalid';
    readonly record?: never;
} | {
    readonly verdict: 'valid';
    readonly record: DoseRecord;
});

// Named above, but not exported.

interface AnySignedRecord extends Omit<SignedRecord, 'jws'> {
    readonly jws: FlattenedJws | string;
}

interface FlattenedJws {
    readonly payload?: string;
    readonly protected: string;
    readonly header?: Readonly<Record<string, unknown>>;
    readonly signature: string;
}

interface IssuerAnchors {
    readonly kind: IssuerKind;
    readonly anchors: readonly string[];
}

interface RoleRight {
    readonly role: SignerRole;
    readonly signs: readonly SignedThing[];
    readonly issuerKinds: readonly IssuerKind[];
    readonly by: string;
}

interface SignRecordOptions {
    readonly at: Date;
    readonly crypto?: CryptoProvider;
    readonly signal?: AbortSignalLike;
}

interface SignerEntry {
    readonly signer: NamedSigner;
    readonly role: SignerRole;
    readonly facilities: readonly string[];
    readonly signs: readonly SignedThing[];
    readonly from: CivilDate;
    readonly to: CivilDate | null;
}

interface SignerFacts {
    readonly algorithm: SignatureAlgorithm;
    readonly signedAt: Date;
    readonly fingerprint: string;
    readonly role?: SignerRole;
    readonly issuerKind?: IssuerKind;
    readonly provenAt?: Date;
    readonly timestamps: readonly TimestampReport[];
    readonly path: PathReport;
}

interface SignerRegister extends PolicyHead {
    readonly format: 'signer-register/1';
    readonly issuers: readonly IssuerAnchors[];
    readonly entries: readonly SignerEntry[];
}

interface SigningPolicy extends PolicyHead {
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

interface TimestampTrust {
    readonly anchors: readonly Anchor[];
    readonly intermediates?: readonly Uint8Array[];
    readonly revocation?: RevocationQuery;
    readonly policy?: string;
}

interface VerifySignatureOptions {
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

type IssuerKind = 'public' | 'special-purpose';

type NamedSigner = {
    readonly fingerprint: string;
} | {
    readonly issuerKind: IssuerKind;
    readonly identifiers: readonly string[];
};

type SignedThing = 'minutes' | 'records' | 'reports' | 'seals';

type SignerRole = 'authorised-person' | 'commune-chair' | 'facility' | 'facility-head' | 'province-unit';
