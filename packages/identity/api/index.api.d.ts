// The public surface of @tiemchung/identity. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"identity.card-qr" | "identity.card-qr-encoding" | "identity.card-qr-fields" | "identity.card-qr-typed" | "identity.case.contradiction" | "identity.case.field" | "identity.case.status" | "identity.correction.field" | "identity.correction.not-entitled" | "identity.correction.nothing-open" | "identity.correction.order" | "identity.correction.other-record" | "identity.correction.outcome" | "identity.correction.twice" | "identity.correction.who-and-when" | "identity.health-insurance" | "identity.health-insurance.not-a-small-child" | "identity.health-insurance.unknown-place" | "identity.journal.damaged" | "identity.journal.in-use" | "identity.list.added" | "identity.list.altered" | "identity.list.dropped" | "identity.list.field-not-open" | "identity.list.formula" | "identity.list.no-correction" | "identity.list.no-reason" | "identity.list.other-list" | "identity.list.outcome" | "identity.list.same-case" | "identity.list.signature" | "identity.list.signature-unknown" | "identity.list.twice" | "identity.list.unchanged" | "identity.list.unreadable" | "identity.list.unsigned" | "identity.list.value" | "identity.list.word" | "identity.list.wrong-signer" | "identity.ndxp.answer" | "identity.ndxp.count" | "identity.ndxp.member" | "identity.ndxp.other-person" | "identity.ndxp.token" | "identity.ndxp.unknown-code" | "identity.number.birth-year-contradicts" | "identity.number.digits" | "identity.number.empty" | "identity.number.letters" | "identity.number.lost-zero" | "identity.number.sex-contradicts" | "identity.number.unknown-place" | "identity.passport" | "identity.personal-number" | "identity.phone" | "identity.phone.old-prefix" | "identity.sharing.foreign-receipt" | "identity.verification.batch-size" | "identity.verification.contradiction" | "identity.verification.foreign-answer" | "identity.verification.lapsed" | "identity.verification.other-questions" | "identity.verification.same-id" | "identity.verification.unsettled", _tiemchung_core.CatalogueEntry>>;

export const retentionPolicy69: RetentionPolicy;

export function batchIdOf(requests: readonly VerificationRequest[], crypto?: CryptoProvider): Promise<Uuid>;

export function evidenceOf(result: VerificationResult): IdentityEvidence;

export function evidenceWithoutQuestion(person: {
    readonly nationality: string;
    readonly identityDocument: IdentityDocument;
}, at: Date): IdentityEvidence | undefined;

export function holdUntil(answer: Pick<VerificationResult, 'at'>, policy: RetentionPolicy): Date;

export function isLapsed(answer: Pick<VerificationResult, 'at'>, policy: RetentionPolicy, now: Date): boolean;

export function memoryJournal(): VerificationJournal;

export function ndxpEnvelope(request: VerificationRequest, caller: NdxpCaller): NdxpEnvelope;

export function ndxpOverHttp(http: Pick<Http, 'post'>, path: string, consentHeaders: (consent: ConsentEvidence) => Readonly<Record<string, string>>): NdxpSend;

export function ndxpVerifier(options: NdxpVerifierOptions): IdentityVerifier;

export function platformDoseSharing({ http, crypto, }: PlatformDoseSharingOptions): DoseSharing;

export function platformVerifier(options: PlatformVerifierOptions): IdentityVerifier;

export function sharedDoseOf(record: DoseRecord): SharedDose | undefined;

export interface DoseSharing {
    share(dose: SharedDose, options?: VerifyOptions): Promise<SharingReceipt>;
}

export interface IdentityVerifier {
    verify(request: VerificationRequest, options?: VerifyOptions): Promise<VerificationResult>;
    verifyMany(requests: readonly VerificationRequest[], options?: VerifyManyOptions): Promise<readonly VerificationResult[]>;
}

export interface IdentityWorld {
    readonly clock: Clock;
    readonly random: RandomSource;
    readonly sleep: Sleep;
}

export interface NdxpCaller {
    readonly procedure: string;
    readonly integration: string;
    readonly organisation: string;
}

export interface NdxpCodes {
    readonly found: readonly string[];
    readonly notFound: readonly string[];
    readonly tokenExpired: readonly string[];
    readonly sex?: {
        readonly male: readonly string[];
        readonly female: readonly string[];
    };
}

export interface NdxpEnvelope {
    readonly MaYeuCau: string;
    readonly MaDVC: string;
    readonly MaTichHop: string;
    readonly MaDonVi: string;
    readonly MaCanBo: string;
    readonly SoDinhDanh: string;
    readonly SoCMND?: string;
    readonly HoVaTen: string;
    readonly NgayThangNamSinh: string;
}

export interface NdxpSending extends VerifyOptions {
    readonly consent: ConsentEvidence;
    readonly freshToken: boolean;
}

export interface NdxpVerifierOptions extends Partial<Pick<IdentityWorld, 'clock'>> {
    readonly send: NdxpSend;
    readonly caller: NdxpCaller;
    readonly codes: NdxpCodes;
    readonly policy?: MatchPolicy;
}

export interface PlatformDoseSharingOptions {
    readonly http: Http;
    readonly crypto?: CryptoProvider;
}

export interface PlatformVerifierOptions extends Partial<IdentityWorld> {
    readonly http: Http;
}

export interface RetentionPolicy extends PolicyHead {
    readonly format: 'identity-retention-policy/1';
    readonly answers: {
        readonly holdDays: number;
    };
}

export interface VerificationJournal {
    read(): Promise<readonly JournalEntry[]>;
    append(entry: JournalEntry): Promise<void>;
    discard(): Promise<void>;
}

export interface VerifyManyOptions extends VerifyOptions {
    readonly batchSize?: number;
    readonly pollMs?: number;
    readonly patienceMs?: number;
    readonly onProgress?: (done: number, total: number) => void;
    readonly journal?: VerificationJournal;
    readonly retention?: RetentionPolicy;
}

export interface VerifyOptions {
    readonly signal?: AbortSignalLike;
}

export type JournalEntry = {
    readonly kind: 'answered';
    readonly batch: string;
    readonly results: readonly VerificationResult[];
} | {
    readonly kind: 'asked';
    readonly batch: string;
    readonly questions: readonly string[];
} | {
    readonly kind: 'refused';
    readonly batch: string;
};

export type NdxpSend = (envelope: NdxpEnvelope, sending: NdxpSending) => Promise<unknown>;

export { ConsentEvidence } from 'schemas'

export { Http } from 'http'

export { SharedDose } from 'schemas'

export { SharingReceipt } from 'schemas'

export { VerificationRequest } from 'schemas'

export { VerificationResult } from 'schemas'

// Named above, but not exported.

interface MatchPolicy extends PolicyHead {
    readonly format: 'identity-match-policy/1';
    readonly name: {
        readonly accept: readonly NameAgreement[];
    };
    readonly birthDate: {
        readonly accept: readonly BirthDateAgreement[];
    };
}

type BirthDateAgreement = 'compatible' | 'different' | 'exact';

type NameAgreement = 'different' | 'exact' | 'tone-position' | 'without-diacritics';
