// The public surface of @tiemchung/eligibility/cohort. Written by `node tools/run.mjs surface --write`.

export class CohortTally {
    #private;
    constructor(plan: CohortPlan, { from, days, groups }: TallyOptions);
    add(answers: CohortAnswers, groups?: ArrayLike<number>): void;
    get children(): number;
    statuses(): Readonly<Record<Status, number>>;
    blockedBy(): Readonly<Record<string, number>>;
    possible(): readonly number[];
    becoming(): readonly number[];
    lastChances(): readonly number[];
    dueByWeek(dose: number): readonly number[];
    inGroup(group: number): Readonly<Record<string, number>>;
}

export const consentStates: readonly [
    "none",
    "agreed",
    "father",
    "mother",
    "guardian"
];

export const infectionStates: readonly [
    "unknown",
    "no",
    "yes"
];

export const noDay = -2147483648;

export const openEnd = 2147483647;

export const statuses: readonly [
    "contraindicated",
    "complete",
    "tooOld",
    "tooYoung",
    "notRecommended",
    "deferred",
    "tooSoon",
    "needsScreening",
    "unknown",
    "needsConsent",
    "eligible"
];

export const unknownCode = 255;

export function chunksOf(plan: CohortPlan, subjects: Items<Subject>, { size }?: ChunkOptions): AsyncGenerator<CohortColumns, void, undefined>;

export function columnsOf(plan: CohortPlan, subjects: readonly Subject[]): CohortColumns;

export function compileCohort(set: PolicySet, options?: CohortOptions): CohortPlan;

export function evaluateCohort(plan: CohortPlan, chunks: Items<CohortColumns>, on: CivilDate): AsyncGenerator<CohortChunk, void, undefined>;

export function evaluateColumns(plan: CohortPlan, columns: CohortColumns, on: CivilDate): CohortAnswers;

export function forecastChart(chart: ForecastChart): string;

export function newAnswers(length: number, on: number): CohortAnswers;

export function newColumns(length: number, doses: number): CohortColumns;

export function openingsOf(plan: CohortPlan, columns: CohortColumns, on: CivilDate, { despite }?: OpeningOptions): ChildOpenings[];

export interface ChildOpenings {
    readonly child: number;
    readonly dose: number;
    readonly openings: readonly Opening[];
}

export interface ChunkOptions {
    readonly size?: number;
}

export interface CohortAnswers {
    readonly length: number;
    readonly on: number;
    readonly status: Uint8Array;
    readonly dose: Uint8Array;
    readonly earliest: Int32Array;
    readonly lastDay: Int32Array;
    readonly products: Uint16Array;
    readonly blockedBy: Uint32Array;
    readonly nextChange: Int32Array;
}

export interface CohortChunk {
    readonly columns: CohortColumns;
    readonly answers: CohortAnswers;
}

export interface CohortColumns {
    readonly length: number;
    readonly birthFirst: Int32Array;
    readonly birthLast: Int32Array;
    readonly doseStart: Uint32Array;
    readonly doseDay: Int32Array;
    readonly doseProduct: Uint8Array;
    readonly doseBrand: Uint8Array;
    readonly infection: Uint8Array;
    readonly onset: Int32Array;
    readonly recovery: Int32Array;
    readonly screeningYes: Uint8Array;
    readonly screeningKnown: Uint8Array;
    readonly consent: Uint8Array;
    readonly consentFrom: Int32Array;
}

export interface CohortOptions {
    readonly products?: readonly string[];
}

export interface CohortPlan {
    readonly set: PolicySet;
    readonly products: readonly string[];
    readonly brands: readonly string[];
    readonly rules: readonly string[];
    readonly policies: readonly string[];
    readonly versions: readonly RuleNumbers[];
    readonly reigns: readonly (readonly Reign[])[];
    readonly stock: null | number;
    readonly noDayLeftBit: number;
    readonly birthDateBit: number;
}

export interface DoseNumbers {
    readonly n: number;
    readonly products: number;
    readonly sameBrandAs: number;
    readonly intervals: readonly IntervalNumbers[];
    readonly brandBit: number;
    readonly stockBit: number;
}

export interface FactNumbers {
    readonly rank: readonly number[];
    readonly statusAt: readonly number[];
    readonly infections: readonly {
        readonly anchor: 'onset' | 'recovery';
        readonly wait: Duration;
        readonly calendar: Calendar;
        readonly bit: number;
    }[];
    readonly contraindications: readonly {
        readonly item: number;
        readonly bit: number;
    }[];
    readonly deferrals: readonly {
        readonly item: number;
        readonly bit: number;
    }[];
    readonly items: number;
    readonly formBit: number;
    readonly consent: null | number;
    readonly consentBit: number;
    readonly historyBit: number;
}

export interface ForecastChart {
    readonly title: Sentences;
    readonly from: CivilDate;
    readonly step: number;
    readonly values: readonly number[];
    readonly language: Language;
}

export interface IntervalNumbers {
    readonly since: number;
    readonly after: null | number;
    readonly wait: Duration;
    readonly graceDays: number;
    readonly bit: number;
}

export interface Opening {
    readonly product: string;
    readonly from: CivilDate;
    readonly until: CivilDate | null;
}

export interface OpeningOptions {
    readonly despite?: readonly string[];
}

export interface ProductNumbers {
    readonly product: number;
    readonly brand: number;
    readonly use: PlanAges | null;
    readonly counts: PlanAges;
    readonly graceDays: number;
    readonly bit: number;
}

export interface Reign {
    readonly from: number;
    readonly end: number;
    readonly inForce: boolean;
    readonly version: number;
}

export interface RuleNumbers {
    readonly policy: number;
    readonly calendar: Calendar;
    readonly ages: PlanAges;
    readonly products: readonly ProductNumbers[];
    readonly doses: readonly DoseNumbers[];
    readonly facts: FactNumbers;
    readonly ageBit: number;
    readonly periodBit: number;
    readonly courseBit: number;
}

export interface TallyOptions {
    readonly from: CivilDate;
    readonly days: number;
    readonly groups?: number;
}

export type Status = (typeof statuses)[number];

// Named above, but not exported.

const consenters: readonly [
    "father",
    "mother",
    "guardian"
];

const eligibilityFormat = "eligibility-policy/1";

const personFacts: readonly [
    "immunocompromised",
    "highExposure"
];

const screeningItems: readonly [
    "anaphylaxisToVaccine",
    "acuteOrProgressingDisease",
    "anyAllergy",
    "consciousnessOrBehaviourDisorder",
    "congenitalOrChronicDisease",
    "abnormalHeartOrLungSounds",
    "anaphylaxisGrade3",
    "otherContraindication"
];

interface AgeCondition {
    readonly age: {
        readonly from?: string;
        readonly before?: string;
        readonly graceDays?: number;
    };
}

interface AgeWindow {
    readonly ageFrom: string;
    readonly ageBefore?: string;
}

interface Calendar {
    readonly monthOverflow: 'clamp' | 'forward';
    readonly firstDay: 'next' | 'same';
}

interface Cited {
    readonly cite: readonly string[];
    readonly assumes?: readonly string[];
}

interface Conditions {
    readonly allOf: readonly SkipCondition[];
}

interface Consent {
    readonly state: 'agreed' | 'none' | 'refused';
    readonly by?: Consenter;
    readonly date?: CivilDate;
}

interface CourseChoice extends Cited {
    readonly group: string;
    readonly standard: boolean;
    readonly preference: number;
    readonly productPath?: boolean;
    readonly startFrom?: string;
    readonly startBefore?: string;
    readonly startGraceDays?: number;
}

interface DoseAcceptance extends AgeWindow {
    readonly product: string;
    readonly graceDays: number;
}

interface DoseAge extends Cited {
    readonly from: string;
    readonly countsFrom?: string;
    readonly graceDays: number;
    readonly recommended?: string;
    readonly overdueAfter?: string;
    readonly before?: string;
    readonly effective?: RowPeriod;
}

interface DoseSeason extends Cited {
    readonly from: CivilDate;
    readonly to?: CivilDate;
}

interface DoseUse extends AgeWindow {
    readonly product: string;
}

interface DosesCondition {
    readonly doses: {
        readonly which: 'counted' | 'given';
        readonly products?: readonly string[];
        readonly ageFrom?: string;
        readonly ageBefore?: string;
        readonly graceDays?: number;
        readonly from?: CivilDate;
        readonly to?: CivilDate;
        readonly atLeast?: number;
        readonly atMost?: number;
    };
}

interface EligibilityPolicy extends PolicyHead {
    readonly format: typeof eligibilityFormat;
    readonly title: Sentences;
    readonly calendar: {
        readonly monthOverflow: 'clamp' | 'forward';
        readonly firstDay: 'next' | 'same';
    };
    readonly population: AgeWindow & Cited & {
        readonly sex?: 'female' | 'male';
    };
    readonly products: readonly PolicyProduct[];
    readonly series: readonly PolicySeries[];
    readonly others?: readonly OtherVaccine[];
    readonly spacing?: readonly SpacingRule[];
    readonly choice?: CourseChoice;
    readonly ageTransition?: Cited & {
        readonly toPolicy: string;
        readonly review: boolean;
    };
    readonly infectionDeferrals: readonly InfectionDeferral[];
    readonly screeningDeferrals: readonly ScreeningRule[];
    readonly contraindications: readonly ScreeningRule[];
    readonly precautions: readonly ScreeningRule[];
    readonly hospital: readonly ScreeningRule[];
    readonly consent: (Cited & {
        readonly by: readonly Consenter[];
    }) | null;
    readonly precedence: readonly Status[];
}

interface FactCondition {
    readonly fact: PersonFact;
    readonly is: 'no' | 'yes';
}

interface GivenDose {
    readonly date: CivilDate;
    readonly product?: string;
    readonly brand?: string;
}

interface Grounds {
    readonly cite: readonly string[];
    readonly assumes: readonly PolicyAssumption[];
}

interface Infection {
    readonly state: YesNoUnknown;
    readonly onset?: CivilDate;
    readonly recovery?: CivilDate;
}

interface InfectionDeferral extends Cited {
    readonly id: string;
    readonly fact: 'covid19Infection';
    readonly anchor: 'onset' | 'recovery';
    readonly for: string;
    readonly doses?: readonly number[];
    readonly says: Sentences;
}

interface OfferRule extends Cited {
    readonly products: readonly string[];
    readonly anyOf?: readonly Conditions[];
    readonly effective?: RowPeriod;
}

interface OtherVaccine extends Cited {
    readonly id: string;
}

interface Plan {
    readonly id: string;
    readonly version: string;
    readonly sense: number;
    readonly from: Day;
    readonly end: Day;
    readonly calendar: Calendar;
    readonly ages: PlanAges;
    readonly ageGrounds: Grounds;
    readonly headGrounds: Grounds;
    readonly products: readonly PlanProduct[];
    readonly doses: readonly PlanDose[];
    readonly skips: boolean;
    readonly facts: readonly PersonFact[];
    readonly sex: 'female' | 'male' | undefined;
    readonly others: ReadonlySet<string>;
    readonly spacing: readonly PlanSpacing[];
    readonly choice: PlanChoice | undefined;
    readonly transition: null | {
        readonly to: string;
        readonly review: boolean;
        readonly grounds: Grounds;
    };
    readonly infections: readonly PlanInfection[];
    readonly deferrals: readonly PlanScreeningRule[];
    readonly contraindications: readonly PlanScreeningRule[];
    readonly precautions: readonly PlanScreeningRule[];
    readonly hospital: readonly PlanScreeningRule[];
    readonly items: readonly ScreeningItem[];
    readonly screeningGrounds: Grounds;
    readonly consent: null | {
        readonly by: readonly Consenter[];
        readonly grounds: Grounds;
    };
    readonly rank: Readonly<Record<Status, number>>;
}

interface PlanAcceptance extends PlanAges {
    readonly graceDays: number;
}

interface PlanAges {
    readonly from: Duration;
    readonly before: Duration;
}

interface PlanChoice {
    readonly group: string;
    readonly standard: boolean;
    readonly preference: number;
    readonly productPath: boolean;
    readonly start: PlanAges;
    readonly graceDays: number;
    readonly grounds: Grounds;
}

interface PlanDose {
    readonly n: number;
    readonly series: string;
    readonly products: readonly PlannedProduct[];
    readonly uses: ReadonlyMap<string, PlanAges>;
    readonly offers: readonly PlanOffer[] | undefined;
    readonly accepts: ReadonlyMap<string, PlanAcceptance> | undefined;
    readonly never: ReadonlySet<string>;
    readonly ages: readonly PlanDoseAge[];
    readonly intervals: readonly PlanInterval[];
    readonly acceptedIntervals: readonly PlanInterval[];
    readonly skips: readonly PlanSkip[];
    readonly seasons: readonly PlanSeason[];
    readonly recurs: boolean;
    readonly sameBrandAs: number | undefined;
    readonly grounds: Grounds;
}

interface PlanDoseAge {
    readonly rule: string;
    readonly period: PlanPeriod;
    readonly from: Duration;
    readonly countsFrom: Duration;
    readonly graceDays: number;
    readonly recommended: Duration | undefined;
    readonly overdueAfter: Duration | undefined;
    readonly before: Duration | undefined;
    readonly grounds: Grounds;
}

interface PlanInfection {
    readonly id: string;
    readonly anchor: 'onset' | 'recovery';
    readonly wait: Duration;
    readonly doses: ReadonlySet<number> | undefined;
    readonly says: Sentences;
    readonly grounds: Grounds;
}

interface PlanInterval {
    readonly rule: string;
    readonly since: 'given' | 'uncounted' | ReadonlySet<string> | number;
    readonly after: ReadonlySet<string> | undefined;
    readonly min: Duration;
    readonly countsFrom: Duration;
    readonly graceDays: number;
    readonly period: PlanPeriod;
    readonly recommended: Duration | undefined;
    readonly overdueAfter: Duration | undefined;
    readonly grounds: Grounds;
}

interface PlanOffer {
    readonly products: ReadonlySet<string>;
    readonly anyOf: readonly (readonly PlanCondition[])[];
    readonly period: PlanPeriod;
}

interface PlanPeriod {
    readonly from: Day;
    readonly end: Day;
}

interface PlanProduct {
    readonly id: string;
    readonly brand: string;
    readonly name: Sentences;
    readonly doseMcg: null | number;
    readonly volumeMl: null | string;
    readonly review: boolean;
    readonly use: PlanAges | null;
    readonly counts: PlanAges;
    readonly graceDays: number;
    readonly grounds: Grounds;
    readonly countsGrounds: Grounds;
}

interface PlanScreeningRule {
    readonly id: string;
    readonly item: ScreeningItem;
    readonly says: Sentences;
    readonly grounds: Grounds;
}

interface PlanSeason extends PlanPeriod {
    readonly grounds: Grounds;
}

interface PlanSkip {
    readonly history: boolean;
    readonly plan: boolean;
    readonly anyOf: readonly (readonly PlanCondition[])[];
}

interface PlanSpacing {
    readonly rule: string;
    readonly after: ReadonlySet<string>;
    readonly give: ReadonlySet<string>;
    readonly min: Duration;
    readonly minAfterCounted: Duration;
    readonly grounds: Grounds;
}

interface PolicyDose extends Cited {
    readonly n: number;
    readonly products: readonly string[];
    readonly uses?: readonly DoseUse[];
    readonly offers?: readonly OfferRule[];
    readonly accepts?: readonly DoseAcceptance[];
    readonly never?: readonly string[];
    readonly ages?: readonly DoseAge[];
    readonly intervals?: readonly PolicyInterval[];
    readonly acceptedIntervals?: readonly PolicyInterval[];
    readonly skipWhen?: readonly SkipRule[];
    readonly seasons?: readonly DoseSeason[];
    readonly recurs?: boolean;
    readonly sameBrandAs?: number;
}

interface PolicyInterval extends Cited {
    readonly from: {
        readonly dose: number;
    } | {
        readonly lastOf: readonly string[];
    } | {
        readonly previous: 'given' | 'uncounted';
    };
    readonly after?: readonly string[];
    readonly min: string;
    readonly countsFrom?: string;
    readonly graceDays: number;
    readonly recommended?: string;
    readonly overdueAfter?: string;
    readonly effective?: RowPeriod;
}

interface PolicyProduct extends Cited {
    readonly id: string;
    readonly brand: string;
    readonly name: Sentences;
    readonly cvx?: string;
    readonly doseMcg?: number;
    readonly volumeMl?: string;
    readonly use: AgeWindow | null;
    readonly counts: AgeWindow & Cited & {
        readonly graceDays: number;
    };
    readonly review?: boolean;
}

interface PolicySeries {
    readonly id: string;
    readonly name: Sentences;
    readonly doses: readonly PolicyDose[];
}

interface PolicySet {
    readonly policies: readonly EligibilityPolicy[];
    readonly program: string;
    readonly programs: readonly [
        Program,
        ...Program[]
    ];
    readonly hashes: ReadonlyMap<string, string>;
}

interface Program {
    readonly id: string;
    readonly plans: readonly [
        Plan,
        ...Plan[]
    ];
}

interface RowPeriod {
    readonly from?: CivilDate;
    readonly to?: CivilDate;
}

interface ScreeningRule extends Cited {
    readonly id: string;
    readonly item: ScreeningItem;
    readonly says: Sentences;
}

interface SinceLastCondition {
    readonly sinceLast: {
        readonly atLeast: string;
        readonly graceDays?: number;
    };
}

interface SkipRule extends Cited {
    readonly for: 'both' | 'history' | 'plan';
    readonly anyOf: readonly Conditions[];
}

interface SpacingRule extends Cited {
    readonly id: string;
    readonly after: readonly string[];
    readonly give: readonly string[];
    readonly min: string;
    readonly minAfterCounted?: string;
}

interface Subject {
    readonly birthDate: PartialDate;
    readonly sex?: 'female' | 'male';
    readonly doses: readonly GivenDose[];
    readonly facts: SubjectFacts;
    readonly consent?: Consent;
}

interface SubjectFacts {
    readonly covid19Infection?: Infection;
    readonly immunocompromised?: YesNoUnknown;
    readonly highExposure?: YesNoUnknown;
    readonly screening?: Readonly<Partial<Record<ScreeningItem, YesNoUnknown>>>;
}

type Consenter = (typeof consenters)[number];

type Day = number;

type PersonFact = (typeof personFacts)[number];

type PlanCondition = {
    readonly kind: 'age';
    readonly from: Duration;
    readonly before: Duration;
    readonly graceDays: number;
} | {
    readonly kind: 'doses';
    readonly which: 'counted' | 'given';
    readonly products: ReadonlySet<string> | undefined;
    readonly ages: PlanAges;
    readonly graceDays: number;
    readonly period: PlanPeriod;
    readonly atLeast: number;
    readonly atMost: number;
} | {
    readonly kind: 'fact';
    readonly fact: PersonFact;
    readonly is: 'no' | 'yes';
} | {
    readonly kind: 'sinceLast';
    readonly atLeast: Duration;
    readonly graceDays: number;
};

type PlannedProduct = PlanProduct & {
    readonly use: PlanAges;
};

type ScreeningItem = (typeof screeningItems)[number];

type SkipCondition = AgeCondition | DosesCondition | FactCondition | SinceLastCondition;

type YesNoUnknown = 'no' | 'unknown' | 'yes';
