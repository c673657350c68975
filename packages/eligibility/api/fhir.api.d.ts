// The public surface of @tiemchung/eligibility/fhir. Written by `node tools/run.mjs surface --write`.

export const covid19: CodeableConcept;

export function answerToFhir(answer: Answer, options: RecommendationOptions): ImmunizationRecommendation;

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

export interface CodeableConcept {
    coding?: Coding[];
    text?: string;
}

export interface Coding {
    system?: string;
    code?: string;
    display?: string;
}

export interface DateCriterion {
    code: CodeableConcept;
    value: string;
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

export interface ImmunizationRecommendation {
    resourceType: 'ImmunizationRecommendation';
    id?: string;
    patient: Reference;
    date: string;
    authority?: Reference;
    recommendation: [
        Recommendation,
        ...Recommendation[]
    ];
}

export interface Recommendation {
    vaccineCode?: CodeableConcept[];
    targetDisease: CodeableConcept;
    forecastStatus: CodeableConcept;
    forecastReason?: CodeableConcept[];
    dateCriterion?: DateCriterion[];
    description?: string;
    series?: string;
    doseNumberPositiveInt?: number;
}

export interface RecommendationOptions {
    readonly patient: Reference;
    readonly targetDisease: CodeableConcept;
    readonly policies?: readonly EligibilityPolicy[];
    readonly authority?: Reference;
    readonly id?: string;
    readonly language?: Language;
}

export interface Reference {
    reference?: string;
    identifier?: {
        system?: string;
        value?: string;
    };
    display?: string;
}

export { Language } from 'core'

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

const statuses: readonly [
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

interface Cited {
    readonly cite: readonly string[];
    readonly assumes?: readonly string[];
}

interface Conditions {
    readonly allOf: readonly SkipCondition[];
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

interface DoseReason extends RuleRef {
    readonly finding: DoseFinding;
    readonly params: Params;
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

interface FactCondition {
    readonly fact: PersonFact;
    readonly is: 'no' | 'yes';
}

interface InfectionDeferral extends Cited {
    readonly id: string;
    readonly fact: 'covid19Infection';
    readonly anchor: 'onset' | 'recovery';
    readonly for: string;
    readonly doses?: readonly number[];
    readonly says: Sentences;
}

interface JudgedDose {
    readonly index: number;
    readonly n: null | number;
    readonly validity: DoseValidity;
    readonly reasons: readonly DoseReason[];
}

interface OfferRule extends Cited {
    readonly products: readonly string[];
    readonly anyOf?: readonly Conditions[];
    readonly effective?: RowPeriod;
}

interface OfferedProduct {
    readonly id: string;
    readonly from: CivilDate;
    readonly until: CivilDate | null;
    readonly doseMcg: null | number;
    readonly volumeMl: null | string;
    readonly preferred: boolean;
}

interface OtherVaccine extends Cited {
    readonly id: string;
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

interface Reason extends RuleRef {
    readonly kind: ReasonKind;
    readonly effect: Effect;
    readonly from?: CivilDate;
    readonly to?: CivilDate;
    readonly assumes: readonly PolicyAssumption[];
    readonly params: Params;
    readonly says?: Sentences;
}

interface RowPeriod {
    readonly from?: CivilDate;
    readonly to?: CivilDate;
}

interface RuleRef {
    readonly rule: string;
    readonly cite: readonly string[];
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

interface TimelinePiece {
    readonly from: CivilDate;
    readonly to: CivilDate | null;
    readonly status: Status;
    readonly dose: null | number;
    readonly products: readonly string[];
    readonly policy: null | string;
}

type Consenter = (typeof consenters)[number];

type Course = 'agedOut' | 'complete' | 'contraindicated' | 'inProgress' | 'notStarted';

type DoseFinding = 'acceptedInterval' | 'afterAssessment' | 'beforeBirth' | 'birthDate' | 'courseFull' | 'grace' | 'inadvertent' | 'noPolicy' | 'notAccepted' | 'offPlan' | 'otherBrand' | 'otherVaccine' | 'productMissing' | 'productUnknown' | 'sameDay' | 'spacing' | 'strengthUnknown' | 'tooOld' | 'tooSoon' | 'tooYoung';

type DoseValidity = 'extra' | 'invalid' | 'unknown' | 'valid' | 'validByGrace';

type Effect = 'allows' | 'blocks' | 'informs' | 'unknown';

type PersonFact = (typeof personFacts)[number];

type ReasonKind = 'age' | 'ageTransition' | 'birthDate' | 'brand' | 'consent' | 'contraindication' | 'course' | 'doseAge' | 'history' | 'historyOnly' | 'hospital' | 'infection' | 'interval' | 'mixing' | 'noDayLeft' | 'personFact' | 'policyPeriod' | 'precaution' | 'productAge' | 'productReview' | 'screening' | 'screeningDeferral' | 'season' | 'sex' | 'spacing' | 'stock';

type ScreeningItem = (typeof screeningItems)[number];

type SkipCondition = AgeCondition | DosesCondition | FactCondition | SinceLastCondition;

type Status = (typeof statuses)[number];
