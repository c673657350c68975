// The public surface of @tiemchung/eligibility/policies. Written by `node tools/run.mjs surface --write`.

export const covid19Adolescents12To17: readonly EligibilityPolicy[];

export const covid19Adults18: readonly EligibilityPolicy[];

export const covid19Children5To11: readonly EligibilityPolicy[];

export const routineChildhood2024: readonly EligibilityPolicy[];

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

type Consenter = (typeof consenters)[number];

type PersonFact = (typeof personFacts)[number];

type ScreeningItem = (typeof screeningItems)[number];

type SkipCondition = AgeCondition | DosesCondition | FactCondition | SinceLastCondition;

type Status = (typeof statuses)[number];
