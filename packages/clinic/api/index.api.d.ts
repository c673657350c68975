// The public surface of @tiemchung/clinic. Written by `node tools/run.mjs surface --write`.

export const assumedDuplicateScores: DuplicateScores;

export const assumedTargetMinutes: TargetMinutes;

export const campaign17h: DayPolicy;

export const covid2022SameDayPolicy: DayPolicy;

export const dayRegimes: readonly [
    "covid-2022-same-day",
    "niis-2026-real-time",
    "campaign-17h"
];

export const daySteps: readonly [
    "entered",
    "complete",
    "settled",
    "signed",
    "sent",
    "acknowledged",
    "reported"
];

export const defaultBackoff: Backoff;

export const errorCatalogue: Readonly<Record<"clinic.adopt.nothing" | "clinic.adopt.unreadable" | "clinic.close.already" | "clinic.close.open" | "clinic.close.reason" | "clinic.closed" | "clinic.dose-number" | "clinic.duplicate" | "clinic.not-adopted" | "clinic.not-entered" | "clinic.not-listed" | "clinic.not-signed" | "clinic.other-day" | "clinic.outbox.altered" | "clinic.outbox.closed" | "clinic.outbox.conflict" | "clinic.outbox.cycle" | "clinic.outbox.dependency" | "clinic.outbox.id-taken" | "clinic.outbox.not-kept" | "clinic.outbox.not-refused" | "clinic.outbox.open.altered" | "clinic.outbox.open.conflict" | "clinic.outbox.open.depends-on" | "clinic.outbox.open.not-sent-yet" | "clinic.outbox.open.rejected" | "clinic.outbox.open.retrying" | "clinic.outbox.open.sending" | "clinic.outbox.stopped" | "clinic.outbox.unknown" | "clinic.policy" | "clinic.policy.field" | "clinic.policy.step" | "clinic.policy.unknown" | "clinic.reopen.not-closed" | "clinic.roll-up.address" | "clinic.roll-up.changed" | "clinic.roll-up.form" | "clinic.roll-up.listed-twice" | "clinic.roll-up.not-expected" | "clinic.roll-up.older" | "clinic.roll-up.other-day" | "clinic.roll-up.other-signer" | "clinic.roll-up.owner" | "clinic.roll-up.signature" | "clinic.roll-up.sums" | "clinic.roll-up.twice" | "clinic.roll-up.unplanned" | "clinic.send" | "clinic.signed" | "clinic.signing.in-progress" | "clinic.store.busy" | "clinic.store.changed" | "clinic.store.closed" | "clinic.store.damaged" | "clinic.store.damaged-line" | "clinic.store.disk" | "clinic.store.document" | "clinic.store.foreign" | "clinic.store.full" | "clinic.store.in-use" | "clinic.store.key" | "clinic.store.key-missing" | "clinic.store.newer" | "clinic.store.not-sealed" | "clinic.store.read-only" | "clinic.store.sealed" | "clinic.store.unavailable" | "clinic.store.unreadable" | "clinic.verification.in-progress", _tiemchung_core.CatalogueEntry>>;

export const nextSteps: {
    readonly 'clinic.next.complete': {
        readonly who: "data-entry";
        readonly says: {
            readonly vi: "Bổ sung thông tin còn thiếu của bản ghi.";
            readonly en: "Supply what the record lacks.";
        };
    };
    readonly 'clinic.next.match': {
        readonly who: "operator";
        readonly says: {
            readonly vi: "Đối sánh định danh với cơ sở dữ liệu dân cư.";
            readonly en: "Have the identity matched against the population database.";
        };
    };
    readonly 'clinic.next.collect-number': {
        readonly who: "facility";
        readonly says: {
            readonly vi: "Thu thập số định danh từ gia đình hoặc công an nơi thường trú.";
            readonly en: "Collect the personal number from the family or the police of the permanent residence.";
        };
    };
    readonly 'clinic.next.correct-number': {
        readonly who: "data-entry";
        readonly says: {
            readonly vi: "Sửa số định danh sai định dạng.";
            readonly en: "Correct the malformed personal number.";
        };
    };
    readonly 'clinic.next.verify-person': {
        readonly who: "police-of-residence";
        readonly says: {
            readonly vi: "Chuyển công an nơi thường trú xác minh thông tin cá nhân.";
            readonly en: "Hand over to the police of the permanent residence to verify the person.";
        };
    };
    readonly 'clinic.next.sign': {
        readonly who: "signer";
        readonly says: {
            readonly vi: "Ký số bản ghi.";
            readonly en: "Sign the record.";
        };
    };
    readonly 'clinic.next.minutes': {
        readonly who: "facility";
        readonly says: {
            readonly vi: "Lập biên bản thay cho chữ ký số, vì cơ sở chưa có chứng thư số.";
            readonly en: "Draw up minutes in place of a signature, as the facility has no certificate.";
        };
    };
    readonly 'clinic.next.send': {
        readonly who: "operator";
        readonly says: {
            readonly vi: "Gửi lên nền tảng.";
            readonly en: "Send it to the platform.";
        };
    };
    readonly 'clinic.next.wait': {
        readonly who: "platform";
        readonly says: {
            readonly vi: "Nền tảng chưa xác nhận; phần mềm sẽ tự gửi lại.";
            readonly en: "The platform has not acknowledged it; it is sent again by itself.";
        };
    };
    readonly 'clinic.next.rejected': {
        readonly who: "operator";
        readonly says: {
            readonly vi: "Nền tảng từ chối; xem mã lý do, xử lý rồi gửi lại.";
            readonly en: "The platform rejected it; see the reason, deal with it and send it again.";
        };
    };
    readonly 'clinic.next.conflict': {
        readonly who: "facility";
        readonly says: {
            readonly vi: "Nền tảng đã có bản ghi khác của mũi tiêm này; đối chiếu hai bản.";
            readonly en: "The platform has another record of this dose; compare the two.";
        };
    };
    readonly 'clinic.next.look': {
        readonly who: "operator";
        readonly says: {
            readonly vi: "Xem lý do và xử lý.";
            readonly en: "Look at the reason and deal with it.";
        };
    };
};

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

export function conflictWith(facts: ConflictFacts): Conflict;

export function createOutbox(options: OutboxOptions): Outbox;

export function dayRegime(name: string): DayPolicy;

export function dayReport(documents: DayDocumentsInput, facts: DayReportFacts): DayReport;

export function dayReportFaults(report: DayReport): readonly string[];

export function isSealed(one: RecordCase): boolean;

export function ledgerFaults(ledger: Ledger): readonly string[];

export function lintDayPolicy(document: unknown): readonly Issue[];

export function makeLedger({ children, records, operations }: LedgerInput): Ledger;

export function nextStep(one: RecordCase, facts: NextStepFacts): NextStep | undefined;

export function niis2026RealTime(target?: TargetMinutes): DayPolicy;

export function openDay(options: DayOptions): Day;

export function openKeptDay(store: Store, options?: {
    readonly policy?: DayPolicy;
    readonly clock?: Clock;
}): Promise<KeptDay | undefined>;

export function openReason(operation: Operation, all?: Standings): OpenReason | undefined;

export function openRecords({ records, operations }: Pick<DayDocumentsInput, 'operations' | 'records'>, facts: Omit<NextStepFacts, 'operation'>): readonly OpenRecord[];

export function parseDayPolicy(document: unknown): DayPolicy;

export function readDayPolicy(document: unknown): DayPolicyReading;

export function reportUpwards({ vaccinators: _, ...report }: DayReport): DayReport;

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
    readonly longestAskedMs?: number;
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

export interface CloseHow {
    readonly by: string;
    readonly reason?: string;
}

export interface Closing {
    readonly state: 'closed' | 'reopened';
    readonly at: string;
    readonly by: string;
    readonly open: Readonly<Record<string, number>>;
    readonly reason?: string;
}

export interface Conflict {
    readonly [brand]: ConflictFacts;
}

export interface ConflictFacts {
    readonly current?: JsonValue;
    readonly differs?: readonly string[];
    readonly failure: OperationFailure;
}

export interface Day {
    readonly outbox: Outbox;
    list(children: readonly ListedChild[]): Promise<number>;
    assess(): Promise<readonly ChildCase[]>;
    verifyIdentities(verifier: IdentityVerifier, context: VerificationContext): Promise<number>;
    correct(key: string, person: Partial<Person>): Promise<ChildCase>;
    attend(key: string, attendance: Exclude<Attendance, 'given'>): Promise<void>;
    enter(key: string, dose: EnteredDose, by: Enterer): Promise<EnteredRecord>;
    duplicates(): Promise<readonly DuplicateFinding[]>;
    correctDose(key: string, dose: Partial<EnteredDose>, by: Enterer): Promise<RecordCase>;
    amend(recordId: string, changes: RecordChanges, why: Amending): Promise<RecordCase>;
    adopt(recordId: string, by?: string): Promise<RecordCase>;
    sign(signer: Signer, how?: SigningHow): Promise<DaySigning>;
    minute(minutes: DayMinutes): Promise<Minutes | undefined>;
    proceed(how: ProceedHow, signal?: AbortSignalLike): Promise<Proceeded>;
    queueReport(signer?: Signer): Promise<DayReport>;
    send(options?: DrainOptions): Promise<DrainResult>;
    ledger(): Promise<Ledger>;
    report(how?: ReportHow): Promise<DayReport>;
    next(): Promise<readonly OpenRecord[]>;
    close(how: CloseHow): Promise<CloseOutcome>;
    reopen(how: Required<CloseHow>): Promise<Closing>;
    closings(): Promise<readonly Closing[]>;
    children(): Promise<readonly ChildCase[]>;
    records(): Promise<readonly RecordCase[]>;
}

export interface DayDeadline {
    readonly step: DayStep;
    readonly due: StepDue;
    readonly by: string;
}

export interface DayDocumentsInput {
    readonly children: readonly ChildCase[];
    readonly records: readonly RecordCase[];
    readonly operations: readonly Operation[];
    readonly closings?: readonly Closing[];
    readonly unreadable?: number;
}

export interface DayHead {
    readonly facility: string;
    readonly date: CivilDate;
    readonly canSign: boolean;
}

export interface DayOptions extends Partial<ClinicWorld> {
    readonly store: Store;
    readonly facility: DayFacility;
    readonly date: CivilDate;
    readonly eligibility: PolicySet;
    readonly completeness: CompletenessPolicy;
    readonly volumes: Volumes;
    readonly policy?: DayPolicy;
    readonly http?: Http;
    readonly backoff?: Backoff;
    readonly duplicateScores?: Partial<DuplicateScores>;
}

export interface DayPolicy extends PolicyHead {
    readonly format: 'day-policy/1';
    readonly regime: string;
    readonly deadlines: readonly DayDeadline[];
    readonly amendmentsFrom: 'entered' | 'given';
    readonly matchBeforeFirstDose: boolean;
    readonly sessions: readonly DaySession[];
}

export interface DayPolicyReading {
    readonly policy: DayPolicy;
    readonly issues: readonly Issue[];
}

export interface DayReportFacts {
    readonly facility: string;
    readonly canSign: boolean;
    readonly date: CivilDate;
    readonly madeAt: Date;
    readonly policy?: DayPolicy;
    readonly policyIssues?: readonly Issue[];
    readonly feedbackOpen?: number;
    readonly earlier?: Pick<DayDocumentsInput, 'operations' | 'records'>;
    readonly reported?: boolean;
    readonly sequence?: number;
}

export interface DaySession {
    readonly id: string;
    readonly from: string;
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
    readonly altered: number;
    readonly settled: number;
    readonly busy: boolean;
}

export interface DuplicateFinding {
    readonly kind: 'exact' | 'near';
    readonly reason: DoseDuplicateReason;
    readonly score: number;
    readonly keys: readonly string[];
    readonly records: readonly string[];
    readonly differs?: readonly string[];
}

export interface EnteredRecord extends RecordCase {
    readonly duplicates: readonly DuplicateFinding[];
}

export interface Enterer {
    readonly enteredBy: string;
    readonly late?: boolean;
}

export interface Expected {
    readonly collection: string;
    readonly id: string;
    readonly value: JsonValue | undefined;
}

export interface KeptDay extends DayOverview {
    readonly head: DayHead;
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
    readonly id?: Uuid;
    readonly signed?: boolean;
}

export interface NextStep {
    readonly step: DayStep;
    readonly who: StepTaker;
    readonly code: NextStepCode;
    readonly reason: string;
    readonly says: Sentences;
    readonly unit?: string;
    readonly dueAt?: Date;
    readonly overdue: boolean;
}

export interface NextStepFacts {
    readonly policy: DayPolicy;
    readonly now: Date;
    readonly canSign: boolean;
    readonly operation?: Operation | undefined;
    readonly routing?: RoutingPolicy;
}

export interface OpenOperation {
    readonly operation: Operation;
    readonly reason: OpenReason;
    readonly says: Sentences;
    readonly todo: Sentences;
}

export interface OpenRecord {
    readonly recordId: Uuid;
    readonly next: NextStep;
}

export interface Operation {
    readonly id: Uuid;
    readonly kind: string;
    readonly subject: string;
    readonly dependsOn: readonly Uuid[];
    readonly payload: JsonValue;
    readonly payloadHash?: string;
    readonly signed?: boolean;
    readonly state: OperationState;
    readonly attempts: number;
    readonly createdAt: string;
    readonly notBefore?: string;
    readonly waitMs?: number;
    readonly failure?: OperationFailure;
    readonly acknowledgement?: JsonValue;
    readonly current?: JsonValue;
    readonly differs?: readonly string[];
    readonly revisedBy?: Uuid;
    readonly settlement?: Settlement;
}

export interface OperationFailure {
    readonly code: string;
    readonly problem?: string;
    readonly status?: number;
    readonly requestId?: string;
    readonly retryable: boolean;
}

export interface Outbox {
    prepare(operations: readonly NewOperation[], beside?: readonly Operation[]): Promise<Prepared>;
    add(operations: readonly NewOperation[]): Promise<readonly Operation[]>;
    all(): Promise<readonly Operation[]>;
    get(id: Uuid): Promise<Operation | undefined>;
    open(): Promise<readonly OpenOperation[]>;
    drain(options?: DrainOptions): Promise<DrainResult>;
    drains(options?: DrainOptions): AsyncGenerator<DrainProgress, DrainResult, undefined>;
    revise(id: Uuid, payload: JsonValue): Promise<Operation>;
    settle(id: Uuid, how: Settling): Promise<Operation>;
    retry(ids: readonly Uuid[]): Promise<void>;
}

export interface OutboxOptions extends Partial<ClinicWorld> {
    readonly store: Store;
    readonly send: SendOperation;
    readonly backoff?: Backoff;
}

export interface Prepared {
    readonly operations: readonly Operation[];
    readonly changes: readonly Change[];
    readonly expected: readonly Expected[];
}

export interface ProceedHow {
    readonly verifier?: IdentityVerifier;
    readonly context?: Omit<VerificationContext, 'onProgress' | 'signal'>;
    readonly signer?: Signer;
    readonly signing?: Omit<SigningHow, 'onEvent' | 'signal'>;
    readonly minutes?: DayMinutes;
    readonly sending?: Omit<DrainOptions, 'onProgress' | 'signal'>;
    readonly withReport?: boolean;
    readonly onProgress?: (progress: ProceedProgress) => void;
}

export interface Proceeded {
    readonly asked: number;
    readonly signing?: DaySigning;
    readonly minuted: number;
    readonly sending: DrainResult;
    readonly failed: readonly {
        readonly stage: ProceedStage;
        readonly code: string;
    }[];
    readonly report: DayReport;
}

export interface RecordCase {
    readonly record: DoseRecord;
    readonly open: readonly string[];
    readonly firstEnteredAt?: string;
    readonly completedAt?: string;
    readonly settledAt?: string;
    readonly signed?: SignedRecord;
    readonly underSeal?: SealProof;
    readonly signedAt?: string;
    readonly minutesId?: string;
    readonly operationId?: Uuid;
    readonly supersededBy?: string;
    readonly adoptedAt?: string;
}

export interface Settlement {
    readonly as: 'amend' | 'keep-theirs' | 'revise';
    readonly at: string;
    readonly by?: string;
    readonly operation?: Uuid;
}

export interface SigningHow extends Partial<Pick<SignDayInput, 'mode'>>, Pick<SignDayOptions, 'batch' | 'onEvent' | 'signal'> {
}

export interface Store {
    all(collection: string): Promise<readonly StoredDocument[]>;
    unreadable?(collections: readonly string[]): Promise<number>;
    get(collection: string, id: string): Promise<JsonValue | undefined>;
    write(changes: readonly Change[], expected?: readonly Expected[]): Promise<void>;
    hold(name: string): Promise<(() => Promise<void>) | undefined>;
    close(): Promise<void>;
}

export interface StoredDocument {
    readonly id: string;
    readonly value: JsonValue;
}

export interface TargetMinutes {
    readonly entered: number;
    readonly acknowledged: number;
}

export type Attendance = 'absent' | 'deferred' | 'given' | 'refused';

export type CloseOutcome = {
    readonly closed: false;
    readonly issue: Issue;
    readonly report: DayReport;
} | {
    readonly closed: true;
    readonly closing: Closing;
    readonly report: DayReport;
};

export type DayFacility = Pick<Facility, 'canSign' | 'code' | 'district'>;

export type DayMinutes = Pick<Minutes, 'ledBy' | 'parties'>;

export type DayOverview = Pick<Day, 'close' | 'closings' | 'ledger' | 'next' | 'reopen' | 'report'>;

export type DayStep = (typeof daySteps)[number];

export type DoseDuplicateReason = 'entered-again' | 'same-dose' | 'same-record' | 'within-interval' | DuplicateReason;

export type DuplicateScores = Readonly<Record<DoseDuplicateReason, number>>;

export type EnteredDose = Omit<Dose, 'facility' | 'number' | 'route'> & {
    readonly number?: number;
};

export type NextStepCode = keyof typeof nextSteps;

export type OpenReason = 'altered' | 'conflict' | 'depends-on' | 'not-sent-yet' | 'rejected' | 'retrying' | 'sending';

export type OperationState = 'acknowledged' | 'altered' | 'conflict' | 'rejected' | 'sending' | 'settled' | 'waiting';

export type ProceedProgress = {
    readonly stage: 'assess';
    readonly done: number;
    readonly total: number;
} | {
    readonly stage: 'match';
    readonly done: number;
    readonly total: number;
} | {
    readonly stage: 'minute';
    readonly records: number;
} | {
    readonly stage: 'report';
    readonly sequence: number;
} | {
    readonly stage: 'send';
    readonly progress: DrainProgress;
} | {
    readonly stage: 'sign';
    readonly event: DaySigningEvent;
};

export type ProceedStage = ProceedProgress['stage'];

export type ReportHow = Pick<DayReportFacts, 'earlier' | 'feedbackOpen' | 'policyIssues'>;

export type SendOperation = (operation: Operation, signal?: AbortSignalLike) => Promise<Conflict | JsonValue>;

export type Settling = {
    readonly as: 'amend';
    readonly with: NewOperation;
    readonly by?: string;
} | {
    readonly as: 'keep-theirs';
    readonly by?: string;
} | {
    readonly as: 'send-again';
};

export type StageId = (typeof stageIds)[number];

export type Standing = Pick<Operation, 'settlement' | 'state'>;

export type StepDue = {
    readonly kind: 'after';
    readonly from: 'entered' | 'given';
    readonly minutes: number;
} | {
    readonly kind: 'at';
    readonly time: string;
} | {
    readonly kind: 'end-of-day';
    readonly days: number;
};

export type StepTaker = 'data-entry' | 'facility' | 'operator' | 'platform' | 'police-of-residence' | 'signer';

export type VerificationContext = Pick<VerificationRequest, 'officer'> & {
    readonly consentOf: (child: ChildCase) => ConsentEvidence;
    readonly retention?: RetentionPolicy;
    readonly signal?: AbortSignalLike;
    readonly pollMs?: number;
    readonly onProgress?: (done: number, total: number) => void;
};

// Named above, but not exported.

const brand: unique symbol;

type Standings = ReadonlyMap<string, Standing>;
