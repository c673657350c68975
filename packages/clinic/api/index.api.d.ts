// The public surface of @tiemchung/clinic. Written by `node tools/run.mjs surface --write`.

export const defaultBackoff: Backoff;

export const errorCatalogue: Readonly<Record<"clinic.dose-number" | "clinic.duplicate" | "clinic.not-entered" | "clinic.not-listed" | "clinic.not-signed" | "clinic.send" | "clinic.signed" | "clinic.signing.in-progress" | "clinic.store.damaged" | "clinic.store.in-use" | "clinic.verification.in-progress", _tiemchung_core.CatalogueEntry>>;

export const stageIds: readonly [
    "listed",
    "eligible",
    "given",
    "entered",
    "complete",
    "settled",
    "signed"
];

export function assess(child: ListedChild, policies: PolicySet, on: CivilDate): Assessment;

export function createOutbox(options: OutboxOptions): Outbox;

export function dayReportOf(ledger: Ledger, facts: {
    readonly facility: string;
    readonly date: CivilDate;
    readonly madeAt: Date;
}): DayReport;

export function isSealed(one: RecordCase): boolean;

export function ledgerFaults(ledger: Ledger): readonly string[];

export function makeLedger({ children, records, operations }: LedgerInput): Ledger;

export function openDay(options: DayOptions): Day;

export function openReason(operation: Operation): string | undefined;

export function subjectOf(child: ListedChild): Subject;

export interface Amending {
    readonly reason: AmendmentReason;
    readonly by: string;
    readonly feedbackId?: Uuid;
    readonly id?: Uuid;
}

export interface Assessment {
    readonly status: string;
    readonly dose: null | number;
    readonly earliest: null | string;
    readonly products: readonly string[];
    readonly blockedBy: readonly string[];
    readonly handover: null | string;
    readonly policy: string;
}

export interface Backoff {
    readonly firstMs: number;
    readonly longestMs: number;
}

export interface Change {
    readonly collection: string;
    readonly id: string;
    readonly value: JsonValue;
}

export interface ChildCase extends ListedChild {
    readonly assessment?: Assessment;
    readonly identity: IdentityEvidence;
    readonly attendance?: Attendance;
    readonly firstRecordId?: string;
    readonly recordId?: string;
}

export interface ClinicWorld {
    readonly clock: Clock;
    readonly random: RandomSource;
    readonly sleep: Sleep;
    readonly crypto: CryptoProvider;
}

export interface Day {
    readonly outbox: Outbox;
    list(children: readonly ListedChild[]): Promise<number>;
    assess(): Promise<readonly ChildCase[]>;
    verifyIdentities(verifier: IdentityVerifier, context: VerificationContext): Promise<number>;
    correct(key: string, person: Partial<Person>): Promise<ChildCase>;
    attend(key: string, attendance: Exclude<Attendance, 'given'>): Promise<void>;
    enter(key: string, dose: EnteredDose, by: Enterer): Promise<RecordCase>;
    correctDose(key: string, dose: Partial<EnteredDose>, by: Enterer): Promise<RecordCase>;
    amend(recordId: string, changes: RecordChanges, why: Amending): Promise<RecordCase>;
    sign(signer: Signer, how?: SigningHow): Promise<DaySigning>;
    minute(minutes: DayMinutes): Promise<Minutes | undefined>;
    send(options?: DrainOptions): Promise<DrainResult>;
    ledger(): Promise<Ledger>;
    report(): Promise<DayReport>;
    children(): Promise<readonly ChildCase[]>;
    records(): Promise<readonly RecordCase[]>;
}

export interface DayOptions extends Partial<ClinicWorld> {
    readonly store: Store;
    readonly facility: DayFacility;
    readonly date: CivilDate;
    readonly eligibility: PolicySet;
    readonly completeness: CompletenessPolicy;
    readonly volumes: Volumes;
    readonly http?: Http;
    readonly backoff?: Backoff;
}

export interface DaySigning {
    readonly signed: number;
    readonly failed: readonly UnsignedDayRecord[];
    readonly refused: readonly UnsignedDayRecord[];
}

export interface DrainOptions {
    readonly signal?: AbortSignalLike;
    readonly concurrency?: number;
    readonly untilSettled?: boolean;
    readonly onProgress?: (progress: DrainProgress) => void;
}

export interface DrainProgress {
    readonly acknowledged: number;
    readonly open: number;
    readonly operation: Operation;
}

export interface DrainResult {
    readonly acknowledged: number;
    readonly waiting: number;
    readonly rejected: number;
    readonly conflicts: number;
    readonly busy: boolean;
}

export interface Enterer {
    readonly enteredBy: string;
}

export interface Ledger {
    readonly stages: readonly LedgerStage[];
    readonly amendments: {
        readonly made: number;
        readonly signed: number;
        readonly acknowledged: number;
    };
}

export interface LedgerInput {
    readonly children: readonly ChildCase[];
    readonly records: readonly RecordCase[];
    readonly operations: readonly Operation[];
}

export interface LedgerPart {
    readonly id: string;
    readonly count: number;
}

export interface LedgerStage {
    readonly id: StageId;
    readonly count: number;
    readonly parts: readonly LedgerPart[];
    readonly joined?: number;
}

export interface ListedChild {
    readonly key: string;
    readonly person: Person;
    readonly doses: readonly PriorDose[];
    readonly consent: Consent;
    readonly screening: Screening;
    readonly examination?: Examination;
    readonly infection: Infection;
}

export interface NewOperation {
    readonly kind: string;
    readonly subject: string;
    readonly payload: JsonValue;
    readonly dependsOn?: readonly Uuid[];
}

export interface Operation {
    readonly id: Uuid;
    readonly kind: string;
    readonly subject: string;
    readonly dependsOn: readonly Uuid[];
    readonly payload: JsonValue;
    readonly state: OperationState;
    readonly attempts: number;
    readonly createdAt: string;
    readonly notBefore?: string;
    readonly failure?: OperationFailure;
    readonly acknowledgement?: JsonValue;
}

export interface OperationFailure {
    readonly code: string;
    readonly problem?: string;
    readonly status?: number;
    readonly requestId?: string;
    readonly retryable: boolean;
}

export interface Outbox {
    prepare(operations: readonly NewOperation[]): {
        operations: Operation[];
        changes: Change[];
    };
    add(operations: readonly NewOperation[]): Promise<readonly Operation[]>;
    all(): Promise<readonly Operation[]>;
    drain(options?: DrainOptions): Promise<DrainResult>;
    retry(ids: readonly Uuid[]): Promise<void>;
}

export interface OutboxOptions extends Partial<ClinicWorld> {
    readonly store: Store;
    readonly send: SendOperation;
    readonly backoff?: Backoff;
}

export interface RecordCase {
    readonly record: DoseRecord;
    readonly open: readonly string[];
    readonly signed?: SignedRecord;
    readonly underSeal?: SealProof;
    readonly signedAt?: string;
    readonly minutesId?: string;
    readonly operationId?: Uuid;
    readonly supersededBy?: string;
}

export interface SigningHow extends Partial<Pick<SignDayInput, 'mode'>>, Pick<SignDayOptions, 'batch' | 'onEvent' | 'signal'> {
}

export interface Store {
    all(collection: string): Promise<readonly StoredDocument[]>;
    get(collection: string, id: string): Promise<JsonValue | undefined>;
    write(changes: readonly Change[]): Promise<void>;
    hold(name: string): Promise<(() => Promise<void>) | undefined>;
    close(): Promise<void>;
}

export interface StoredDocument {
    readonly id: string;
    readonly value: JsonValue;
}

export type Attendance = 'absent' | 'deferred' | 'given' | 'refused';

export type DayFacility = Pick<Facility, 'canSign' | 'code' | 'district'>;

export type DayMinutes = Pick<Minutes, 'ledBy' | 'parties'>;

export type EnteredDose = Omit<Dose, 'facility' | 'number' | 'route'> & {
    readonly number?: number;
};

export type OperationState = 'acknowledged' | 'conflict' | 'rejected' | 'sending' | 'waiting';

export type SendOperation = (operation: Operation, signal?: AbortSignalLike) => Promise<JsonValue>;

export type StageId = (typeof stageIds)[number];

export type VerificationContext = Pick<VerificationRequest, 'officer'> & {
    readonly consentOf: (child: ChildCase) => ConsentEvidence;
    readonly retention?: RetentionPolicy;
    readonly signal?: AbortSignalLike;
    readonly pollMs?: number;
    readonly onProgress?: (done: number, total: number) => void;
};
