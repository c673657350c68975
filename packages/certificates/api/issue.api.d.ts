// The public surface of @tiemchung/certificates/issue. Written by `node tools/run.mjs surface --write`.

export const decision5772: IssuePolicy;

export function checkCharacterOf(text: string): string | undefined;

export function checkCharacterStatus(certificateId: string): CheckCharacterStatus;

export function issueCertificate(payload: HealthCertificatePayload, options: IssueOptions): Promise<IssuedCertificate>;

export function issueMany(payloads: Items<HealthCertificatePayload>, { batch, ...options }: IssueManyOptions): AsyncGenerator<IssueOutcome, void, undefined>;

export function newCertificateId(options?: CertificateIdOptions): string;

export function parseIssuePolicy(document: unknown): IssuePolicy;

export function reissueCertificate(previous: PreviousCertificate, corrected: HealthCertificatePayload, options: RenewalOptions): Promise<RenewedCertificate>;

export function renewCertificate(previous: PreviousCertificate, options: RenewalOptions): Promise<RenewedCertificate>;

export function splitVietnameseName(fullName: string): VietnameseName;

export function standardiseName(name: string, options?: NameOptions): string;

export function vaccinationPayload(request: VaccinationRequest): HealthCertificatePayload;

export interface CertificateIdOptions {
    readonly country?: string;
    readonly checkCharacter?: boolean;
    readonly random?: RandomSource;
}

export interface IdDecision {
    readonly action: 'keep' | 'new';
    readonly because: 'correction' | 'policy';
}

export interface IssueManyOptions extends IssueOptions {
    readonly batch?: number;
}

export interface IssueOptions {
    readonly signer: Signer;
    readonly country?: string;
    readonly issuedAt: Date;
    readonly policy?: IssuePolicy;
    readonly signingCertificate?: SigningCertificate;
    readonly keyId?: Uint8Array;
    readonly publicKey?: Uint8Array;
    readonly crypto?: CryptoProvider;
}

export interface IssuePolicy extends PolicyHead {
    readonly lifetime: string;
    readonly completeCourseOnly: boolean;
    readonly products: null | readonly ProductCodes[];
    readonly renewal: RenewalPolicy;
}

export interface IssuedCertificate {
    readonly text: string;
    readonly cose: Uint8Array;
    readonly certificateId: string;
    readonly keyId: Uint8Array;
    readonly issuedAt: Date;
    readonly expiresAt: Date;
}

export interface NameOptions {
    readonly alphabet?: 'latin' | 'vietnamese';
    readonly umlauts?: 'expanded' | 'plain';
}

export interface PreviousCertificate {
    readonly text: string;
    readonly claims: HealthCertificateClaims;
}

export interface ProductCodes {
    readonly vp: string;
    readonly mp: string;
    readonly ma: string;
}

export interface RenewalOptions extends IssueOptions {
    readonly certificateId?: string;
    readonly random?: RandomSource;
}

export interface RenewalPolicy {
    readonly certificateId: 'keep' | 'new';
    readonly previous: 'keep' | 'revoke';
}

export interface RenewedCertificate {
    readonly issued: IssuedCertificate;
    readonly certificateId: IdDecision;
    readonly previous: PreviousDecision;
}

export interface SigningCertificate {
    readonly keyId: Uint8Array;
    readonly country: string;
    readonly notBefore: Date;
    readonly notAfter: Date;
    readonly usages?: readonly CertificateType[];
}

export interface VaccinationRequest {
    readonly familyName?: string | undefined;
    readonly givenName?: string | undefined;
    readonly birthDate: PartialDate;
    readonly disease?: string;
    readonly codes: ProductCodes;
    readonly doseNumber: number;
    readonly courseDoses: number;
    readonly vaccinationDate: CivilDate;
    readonly country?: string;
    readonly issuerName: string;
    readonly certificateId: string;
    readonly names?: NameOptions;
}

export interface VietnameseName {
    readonly familyName: string;
    readonly givenName?: string;
}

export type CheckCharacterStatus = 'absent' | 'differs' | 'matches';

export type IssueOutcome = {
    readonly status: 'issued';
    readonly certificate: IssuedCertificate;
} | {
    readonly status: 'refused';
    readonly error: InputError;
};

export type PreviousDecision = {
    readonly action: 'keep';
    readonly because: 'expired' | 'policy';
} | {
    readonly action: 'revoke';
    readonly because: 'correction' | 'policy';
    readonly entry: RevocationGroup;
};

export { LegacyEncoding } from 'core'

export { legacyEncodingOf } from 'core'

// Named above, but not exported.

interface Entry {
    readonly tg: string;
    readonly co: string;
    readonly is: string;
    readonly ci: string;
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

interface RecoveryEntry extends Entry {
    readonly fr: string;
    readonly df: string;
    readonly du: string;
}

interface RevocationGroup {
    readonly keyId: string;
    readonly hashType: RevocationHashType;
    readonly expires?: string;
    readonly hashes: readonly string[];
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

type CertificateType = 'recovery' | 'test' | 'vaccination';

type RevocationHashType = 'COUNTRYCODEUCI' | 'SIGNATURE' | 'UCI';
