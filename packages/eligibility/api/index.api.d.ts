// The public surface of @tiemchung/eligibility. Written by `node tools/run.mjs surface --write`.

export const eligibilityFormat = "eligibility-policy/1";

export const errorCatalogue: Readonly<Record<"eligibility.cohort.worker" | "eligibility.columns" | "eligibility.not-columnar" | "eligibility.policy" | "eligibility.policy-set" | "eligibility.policy-set.bands" | "eligibility.policy-set.duplicate" | "eligibility.policy-set.empty" | "eligibility.policy-set.gap" | "eligibility.policy-set.overlap" | "eligibility.policy-set.unknown-program" | "eligibility.policy.age-hole" | "eligibility.policy.age-order" | "eligibility.policy.age-outside" | "eligibility.policy.dose-order" | "eligibility.policy.duplicate" | "eligibility.policy.duration-order" | "eligibility.policy.empty-condition" | "eligibility.policy.extra-field" | "eligibility.policy.field" | "eligibility.policy.impossible-dose" | "eligibility.policy.json" | "eligibility.policy.other-volume" | "eligibility.policy.period-order" | "eligibility.policy.precedence" | "eligibility.policy.product-not-planned" | "eligibility.policy.recurs" | "eligibility.policy.screening-incomplete" | "eligibility.policy.uncited" | "eligibility.policy.unknown-assumption" | "eligibility.policy.unknown-dose" | "eligibility.policy.unknown-product" | "eligibility.policy.unknown-source" | "eligibility.policy.unused" | "eligibility.policy.use-not-counted" | "eligibility.policy.volume" | "eligibility.subject", _tiemchung_core.CatalogueEntry>>;

export const screeningItems: readonly [
    "anaphylaxisToVaccine",
    "acuteOrProgressingDisease",
    "anyAllergy",
    "consciousnessOrBehaviourDisorder",
    "congenitalOrChronicDisease",
    "abnormalHeartOrLungSounds",
    "anaphylaxisGrade3",
    "otherContraindication"
];

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

export function combineAnswers(answers: readonly Answer[], given: 'singly' | 'together'): Combined;

export function definePolicySet(policies: readonly EligibilityPolicy[], options?: PolicySetOptions): PolicySet;

export function evaluate(subject: Subject, set: PolicySet, on: CivilDate, options?: EvaluateOptions): Answer;

export function evaluateCourses(subject: Subject, courses: readonly PolicySet[], on: CivilDate, options?: EvaluateOptions): Answer;

export function evaluateMany(subjects: Iterable<Subject>, set: PolicySet, on: CivilDate, options?: EvaluateOptions): Generator<Answer, void, undefined>;

export function explain(answer: Answer, language: Language): readonly string[];

export function hashPolicySet(set: PolicySet, crypto: CryptoProvider): Promise<PolicySet>;

export function lintEligibilityPolicy(document: unknown): readonly Issue[];

export function lintPolicySet(policies: readonly EligibilityPolicy[]): readonly Issue[];

export function lintVolumes(policy: EligibilityPolicy, known: readonly EligibilityPolicy[]): readonly Issue[];

export function parseEligibilityPolicy(json: unknown): EligibilityPolicy;

export interface AgeCondition {
    readonly age: {
        readonly from?: string;
        readonly before?: string;
        readonly graceDays?: number;
    };
}

export interface AgeWindow {
    readonly ageFrom: string;
    readonly ageBefore?: string;
}

export interface Answer {
    readonly on: CivilDate;
    readonly status: Status;
    readonly course: Course;
    readonly dose: null | number;
    readonly series: null | string;
    readonly earliest: CivilDate | null;
    readonly recommended: CivilDate | null;
    readonly overdueFrom: CivilDate | null;
    readonly lastDay: CivilDate | null;
    readonly products: readonly OfferedProduct[];
    readonly site: 'any' | 'hospital';
    readonly cautions: readonly RuleRef[];
    readonly nextChange: null | {
        readonly on: CivilDate;
        readonly status: Status;
        readonly because: RuleRef;
    };
    readonly timeline: readonly TimelinePiece[];
    readonly doses: readonly JudgedDose[];
    readonly reasons: readonly Reason[];
    readonly needs: readonly string[];
    readonly handover: null | {
        readonly policy: string;
        readonly from: CivilDate;
    };
    readonly uncertain: null | {
        readonly birthDate: {
            readonly from: CivilDate;
            readonly to: CivilDate;
        };
        readonly earliest: null | {
            readonly from: CivilDate;
            readonly to: CivilDate;
        };
    };
    readonly policy: {
        readonly id: string;
        readonly version: string;
        readonly hash?: string;
    };
}

export interface Cited {
    readonly cite: readonly string[];
    readonly assumes?: readonly string[];
}

export interface Combined {
    readonly course: Course;
    readonly earliest: CivilDate | null;
    readonly recommended: CivilDate | null;
}

export interface Consent {
    readonly state: 'agreed' | 'none' | 'refused';
    readonly by?: Consenter;
    readonly date?: CivilDate;
}

export interface CourseChoice extends Cited {
    readonly group: string;
    readonly standard: boolean;
    readonly preference: number;
    readonly productPath?: boolean;
    readonly startFrom?: string;
    readonly startBefore?: string;
    readonly startGraceDays?: number;
}

export interface DoseAcceptance extends AgeWindow {
    readonly product: string;
    readonly graceDays: number;
}

export interface DoseAge extends Cited {
    readonly from: string;
    readonly countsFrom?: string;
    readonly graceDays: number;
    readonly recommended?: string;
    readonly overdueAfter?: string;
    readonly before?: string;
    readonly effective?: RowPeriod;
}

export interface DoseReason extends RuleRef {
    readonly finding: DoseFinding;
    readonly params: Params;
}

export interface DoseSeason extends Cited {
    readonly from: CivilDate;
    readonly to?: CivilDate;
}

export interface DoseUse extends AgeWindow {
    readonly product: string;
}

export interface DosesCondition {
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

export interface EligibilityPolicy extends PolicyHead {
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

export interface EvaluateOptions {
    readonly products?: readonly string[];
}

export interface FactCondition {
    readonly fact: PersonFact;
    readonly is: 'no' | 'yes';
}

export interface GivenDose {
    readonly date: CivilDate;
    readonly product?: string;
    readonly brand?: string;
}

export interface Infection {
    readonly state: YesNoUnknown;
    readonly onset?: CivilDate;
    readonly recovery?: CivilDate;
}

export interface InfectionDeferral extends Cited {
    readonly id: string;
    readonly fact: 'covid19Infection';
    readonly anchor: 'onset' | 'recovery';
    readonly for: string;
    readonly doses?: readonly number[];
    readonly says: Sentences;
}

export interface JudgedDose {
    readonly index: number;
    readonly n: null | number;
    readonly validity: DoseValidity;
    readonly reasons: readonly DoseReason[];
}

export interface OfferedProduct {
    readonly id: string;
    readonly from: CivilDate;
    readonly until: CivilDate | null;
    readonly doseMcg: null | number;
    readonly volumeMl: null | string;
    readonly preferred: boolean;
}

export interface OtherVaccine extends Cited {
    readonly id: string;
}

export interface PolicyDose extends Cited {
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

export interface PolicyInterval extends Cited {
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

export interface PolicyProduct extends Cited {
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

export interface PolicySeries {
    readonly id: string;
    readonly name: Sentences;
    readonly doses: readonly PolicyDose[];
}

export interface PolicySet {
    readonly policies: readonly EligibilityPolicy[];
    readonly program: string;
    readonly programs: readonly [
        Program,
        ...Program[]
    ];
    readonly hashes: ReadonlyMap<string, string>;
}

export interface PolicySetOptions {
    readonly program?: string;
    readonly asOf?: CivilDate;
}

export interface Reason extends RuleRef {
    readonly kind: ReasonKind;
    readonly effect: Effect;
    readonly from?: CivilDate;
    readonly to?: CivilDate;
    readonly assumes: readonly PolicyAssumption[];
    readonly params: Params;
    readonly says?: Sentences;
}

export interface RowPeriod {
    readonly from?: CivilDate;
    readonly to?: CivilDate;
}

export interface RuleRef {
    readonly rule: string;
    readonly cite: readonly string[];
}

export interface ScreeningRule extends Cited {
    readonly id: string;
    readonly item: ScreeningItem;
    readonly says: Sentences;
}

export interface SinceLastCondition {
    readonly sinceLast: {
        readonly atLeast: string;
        readonly graceDays?: number;
    };
}

export interface SkipRule extends Cited {
    readonly for: 'both' | 'history' | 'plan';
    readonly anyOf: readonly Conditions[];
}

export interface SpacingRule extends Cited {
    readonly id: string;
    readonly after: readonly string[];
    readonly give: readonly string[];
    readonly min: string;
    readonly minAfterCounted?: string;
}

export interface Subject {
    readonly birthDate: PartialDate;
    readonly sex?: 'female' | 'male';
    readonly doses: readonly GivenDose[];
    readonly facts: SubjectFacts;
    readonly consent?: Consent;
}

export interface SubjectFacts {
    readonly covid19Infection?: Infection;
    readonly immunocompromised?: YesNoUnknown;
    readonly highExposure?: YesNoUnknown;
    readonly screening?: Readonly<Partial<Record<ScreeningItem, YesNoUnknown>>>;
}

export interface TimelinePiece {
    readonly from: CivilDate;
    readonly to: CivilDate | null;
    readonly status: Status;
    readonly dose: null | number;
    readonly products: readonly string[];
    readonly policy: null | string;
}

export type Consenter = (typeof consenters)[number];

export type Course = 'agedOut' | 'complete' | 'contraindicated' | 'inProgress' | 'notStarted';

export type DoseFinding = 'acceptedInterval' | 'afterAssessment' | 'beforeBirth' | 'birthDate' | 'courseFull' | 'grace' | 'inadvertent' | 'noPolicy' | 'notAccepted' | 'offPlan' | 'otherBrand' | 'otherVaccine' | 'productMissing' | 'productUnknown' | 'sameDay' | 'spacing' | 'strengthUnknown' | 'tooOld' | 'tooSoon' | 'tooYoung';

export type DoseValidity = 'extra' | 'invalid' | 'unknown' | 'valid' | 'validByGrace';

export type Effect = 'allows' | 'blocks' | 'informs' | 'unknown';

export type ReasonKind = 'age' | 'ageTransition' | 'birthDate' | 'brand' | 'consent' | 'contraindication' | 'course' | 'doseAge' | 'history' | 'historyOnly' | 'hospital' | 'infection' | 'interval' | 'mixing' | 'noDayLeft' | 'personFact' | 'policyPeriod' | 'precaution' | 'productAge' | 'productReview' | 'screening' | 'screeningDeferral' | 'season' | 'sex' | 'spacing' | 'stock';

export type ScreeningItem = (typeof screeningItems)[number];

export type SkipCondition = AgeCondition | DosesCondition | FactCondition | SinceLastCondition;

export type Status = (typeof statuses)[number];

export type YesNoUnknown = 'no' | 'unknown' | 'yes';

export { CivilDate } from 'core'

export { Issue } from 'core'

export { Language } from 'core'

export { PartialDate } from 'core'

export { PolicyAssumption } from 'core'

export { PolicySource } from 'core'

export { Sentences } from 'core'

export { parseCivilDate } from 'core'

export { parsePartialDate } from 'core'

// Named above, but not exported.

const consenters: readonly [
    "father",
    "mother",
    "guardian"
];

const personFacts: readonly [
    "immunocompromised",
    "highExposure"
];

interface Calendar {
    readonly monthOverflow: 'clamp' | 'forward';
    readonly firstDay: 'next' | 'same';
}

interface Conditions {
    readonly allOf: readonly SkipCondition[];
}

interface Grounds {
    readonly cite: readonly string[];
    readonly assumes: readonly PolicyAssumption[];
}

interface OfferRule extends Cited {
    readonly products: readonly string[];
    readonly anyOf?: readonly Conditions[];
    readonly effective?: RowPeriod;
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

interface Program {
    readonly id: string;
    readonly plans: readonly [
        Plan,
        ...Plan[]
    ];
}

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
