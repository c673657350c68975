// The public surface of @tiemchung/identity. Written by `node tools/run.mjs surface --write`.

export const errorCatalogue: Readonly<Record<"identity.card-qr" | "identity.card-qr-typed" | "identity.health-insurance" | "identity.health-insurance.not-a-small-child" | "identity.health-insurance.unknown-place" | "identity.number.birth-year-contradicts" | "identity.number.digits" | "identity.number.empty" | "identity.number.letters" | "identity.number.lost-zero" | "identity.number.sex-contradicts" | "identity.number.unknown-place" | "identity.passport" | "identity.personal-number" | "identity.phone" | "identity.phone.old-prefix" | "identity.verification.batch-size" | "identity.verification.foreign-answer" | "identity.verification.unsettled", _tiemchung_core.CatalogueEntry>>;

export function evidenceOf(result: VerificationResult): IdentityEvidence;

export function evidenceWithoutQuestion(person: {
    readonly nationality: string;
    readonly identityDocument: IdentityDocument;
}, at: Date): IdentityEvidence | undefined;

export function platformVerifier(options: PlatformVerifierOptions): IdentityVerifier;

export interface IdentityVerifier {
    verify(request: VerificationRequest, options?: VerifyOptions): Promise<VerificationResult>;
    verifyMany(requests: readonly VerificationRequest[], options?: VerifyManyOptions): Promise<readonly VerificationResult[]>;
}

export interface IdentityWorld {
    readonly clock: Clock;
    readonly random: RandomSource;
    readonly sleep: Sleep;
}

export interface PlatformVerifierOptions extends Partial<IdentityWorld> {
    readonly http: Http;
}

export interface VerifyManyOptions extends VerifyOptions {
    readonly batchSize?: number;
    readonly pollMs?: number;
    readonly patienceMs?: number;
    readonly onProgress?: (done: number, total: number) => void;
}

export interface VerifyOptions {
    readonly signal?: AbortSignalLike;
}

export { Http } from 'http'

export { VerificationRequest } from 'schemas'

export { VerificationResult } from 'schemas'
